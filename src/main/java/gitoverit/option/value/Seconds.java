package gitoverit.option.value;

/// Accepts a time in seconds, which may have a fraction. The value is in milliseconds, a [Long].
public final class Seconds implements ValueType {
  private static final double MOST = 1e6;

  @Override
  public Object parse(String text) throws BadValueException {
    double seconds = number(text.strip());
    if (Double.isNaN(seconds)) {
      throw BadValueException.isNot("a number of seconds", text);
    }
    if (seconds <= 0) {
      throw BadValueException.must("be greater than 0", text);
    }
    if (seconds > MOST) {
      throw BadValueException.must("be at most " + (long) MOST, text);
    }
    return Math.max(1, Math.round(seconds * 1000));
  }

  /// Parses a number; returns NaN if it is invalid. A letter at the end (`1d`), which Java accepts,
  /// is invalid.
  private static double number(String text) {
    try {
      boolean number = !text.isEmpty() && !Character.isLetter(text.charAt(text.length() - 1));
      return number ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
