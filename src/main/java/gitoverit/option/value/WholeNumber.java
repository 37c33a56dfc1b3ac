package gitoverit.option.value;

/// Accepts a whole number between two limits. The value is an [Integer].
public final class WholeNumber implements ValueType {
  private final int least;
  private final int most;

  private WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  public static WholeNumber atLeast(int least) {
    return new WholeNumber(least, Integer.MAX_VALUE);
  }

  public static WholeNumber atMost(int most) {
    return new WholeNumber(Integer.MIN_VALUE, most);
  }

  @Override
  public Object parse(String text) throws BadValueException {
    long number = number(text);
    if (number < least) {
      throw BadValueException.must("be at least " + least, text);
    }
    if (number > most) {
      throw BadValueException.must("be at most " + most, text);
    }
    return (int) number;
  }

  private static long number(String text) throws BadValueException {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException _) {
      throw BadValueException.isNot("a whole number", text);
    }
  }
}
