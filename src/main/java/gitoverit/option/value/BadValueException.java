package gitoverit.option.value;

import java.io.Serial;

/// Reports a value that its option does not accept. The message has the reason and the value, but
/// not the name of the option.
public final class BadValueException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  BadValueException(String message) {
    super(message);
  }

  /// Returns the exception for a value of the wrong kind, as `'many' is not a whole number`.
  static BadValueException isNot(String wanted, String value) {
    return new BadValueException("'" + value + "' is not " + wanted);
  }

  /// Returns the exception for a value outside its limits, as `must be at least 0: '-1'`.
  static BadValueException must(String rule, String value) {
    return new BadValueException("must " + rule + ": '" + value + "'");
  }
}
