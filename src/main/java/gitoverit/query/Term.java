package gitoverit.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of an expression. Its type is known before there is a row.
///
/// Evaluation never fails: a value that the row does not determine is null, which means unknown.
/// Any other value is of the class that [Type] names.
sealed interface Term
    permits Binary,
        Constant,
        ErrorPart,
        FieldTerm,
        Function,
        ListTerm,
        Logic,
        Membership,
        Negation,
        NullTest,
        PatternTest,
        SpecialName,
        Truth {

  /// Returns the type of its value.
  Type type();

  /// Returns its value for a row; null if it is unknown.
  @Nullable Object value(Row row);

  /// Returns the value of a term of the type [Type#TRUTH].
  default @Nullable Boolean truth(Row row) {
    return (Boolean) value(row);
  }

  /// Returns the value of a term of the type [Type#NUMBER].
  default @Nullable BigDecimal number(Row row) {
    return (BigDecimal) value(row);
  }

  /// Returns the value of a term of the type [Type#TEXT].
  default @Nullable String text(Row row) {
    return (String) value(row);
  }

  /// Returns the value of a term of the type [Type#LIST].
  default @Nullable List<?> list(Row row) {
    return (List<?>) value(row);
  }
}
