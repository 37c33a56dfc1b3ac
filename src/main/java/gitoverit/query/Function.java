package gitoverit.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A function of a string, a list or a number.
///
/// @param name the function
/// @param operands its arguments, the value before the dot first; as many as it takes
record Function(Name name, List<Term> operands) implements Term {
  /// The functions. A method is written after a dot.
  enum Name {
    /// Whether a string contains another, or a list an element.
    CONTAINS(Type.TRUTH, 2, true),
    /// Whether a string begins with another, or with one of a list.
    STARTSWITH(Type.TRUTH, 2, true),
    /// Whether a string ends with another, or with one of a list.
    ENDSWITH(Type.TRUTH, 2, true),
    /// The string in lower case.
    LOWER(Type.TEXT, 1, true),
    /// The string in upper case.
    UPPER(Type.TEXT, 1, true),
    /// The string without white space around it.
    STRIP(Type.TEXT, 1, true),
    /// The number of characters or elements.
    LEN(Type.NUMBER, 1, false),
    /// Any value as a string, as `--print` shows it.
    STR(Type.TEXT, 1, false);

    private final Type type;
    private final int operands;
    private final boolean method;

    Name(Type type, int operands, boolean method) {
      this.type = type;
      this.operands = operands;
      this.method = method;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    int operands() {
      return operands;
    }

    boolean isMethod() {
      return method;
    }

    /// Returns the function with this name; null if there is none.
    static @Nullable Name of(String word, boolean method) {
      for (Name name : values()) {
        if (name.label().equals(word) && name.method == method) {
          return name;
        }
      }
      return null;
    }
  }

  @Override
  public Type type() {
    return name.type;
  }

  @Override
  public @Nullable Object value(Row row) {
    Object first = operands.getFirst().value(row);
    if (first == null) {
      return null;
    }
    return switch (name) {
      case CONTAINS -> new Membership(operands.get(1), operands.getFirst()).value(row);
      case STARTSWITH, ENDSWITH -> hasEnd((String) first, operands.get(1).value(row));
      case LOWER -> ((String) first).toLowerCase(Locale.ROOT);
      case UPPER -> ((String) first).toUpperCase(Locale.ROOT);
      case STRIP -> ((String) first).strip();
      case LEN -> BigDecimal.valueOf(length(first));
      case STR -> ValueText.of(first);
    };
  }

  private static int length(Object value) {
    return value instanceof List<?> list
        ? list.size()
        : ((String) value).codePointCount(0, ((String) value).length());
  }

  private @Nullable Boolean hasEnd(String text, @Nullable Object ends) {
    if (ends == null) {
      return null;
    }
    if (ends instanceof List<?> list) {
      return list.stream().anyMatch(end -> end != null && hasOneEnd(text, (String) end));
    }
    return hasOneEnd(text, (String) ends);
  }

  private boolean hasOneEnd(String text, String end) {
    return name == Name.STARTSWITH ? text.startsWith(end) : text.endsWith(end);
  }
}
