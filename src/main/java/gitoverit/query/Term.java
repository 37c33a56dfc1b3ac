package gitoverit.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of an expression, whose sort of value is known before there is a row.
///
/// Evaluation never fails: what cannot be told from a row is unknown, and null. A value that is not
/// null is of the class that [Type] names.
sealed interface Term
    permits Arithmetic,
        Comparison,
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

  /// What sort of value it has.
  Type type();

  /// Returns its value for a row; null when that is unknown.
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
