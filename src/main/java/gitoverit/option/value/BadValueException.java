package gitoverit.option.value;

import java.io.Serial;

/// A value that its option does not accept. The message gives the reason and the value, without the
/// name of the option.
public final class BadValueException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  BadValueException(String message) {
    super(message);
  }

  /// The value is of another kind, as `'many' is not a whole number`.
  static BadValueException isNot(String wanted, String value) {
    return new BadValueException("'" + value + "' is not " + wanted);
  }

  /// The value is outside its limits, as `must be at least 0: '-1'`.
  static BadValueException must(String rule, String value) {
    return new BadValueException("must " + rule + ": '" + value + "'");
  }
}
