package gitoverit.query;

import gitoverit.row.FieldType;

/// What sort of value a part of an expression has.
enum Type {
  /// Yes or no, a [Boolean].
  TRUTH("a boolean"),
  /// A number, a [java.math.BigDecimal]; times are seconds since the epoch.
  NUMBER("a number"),
  /// A text, a [String].
  TEXT("a string"),
  /// A list of numbers or texts, a [java.util.List].
  LIST("a list"),
  /// What went wrong, a [gitoverit.report.Failure].
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

  /// Returns how a message calls it, such as `a number`.
  String words() {
    return words;
  }
}
