package gitoverit.query;

import gitoverit.row.FieldType;

/// The type of a value in an expression.
enum Type {
  /// A boolean, a [Boolean].
  TRUTH("a boolean"),
  /// A number, a [java.math.BigDecimal]; times are seconds since the epoch.
  NUMBER("a number"),
  /// A string, a [String].
  TEXT("a string"),
  /// A list of numbers or strings, a [java.util.List].
  LIST("a list"),
  /// An error, a [gitoverit.report.Failure].
  PROBLEM("an error"),
  /// The word `null`, whose value is unknown.
  NULL("null");

  private final String words;

  Type(String words) {
    this.words = words;
  }

  /// Returns the type of a field in an expression.
  static Type of(FieldType type) {
    return switch (type) {
      case TEXT -> TEXT;
      case NUMBER, TIME -> NUMBER;
      case YES_NO -> TRUTH;
      case WORDS -> LIST;
      case ERROR -> PROBLEM;
    };
  }

  /// Returns its name in messages, such as `a number`.
  String words() {
    return words;
  }
}
