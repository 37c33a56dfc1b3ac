package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import java.util.Locale;

/// Reads values as booleans and numbers, the way `git config --type` does.
final class ConfigValue {
  private ConfigValue() {}

  /// Returns the value of `entry` as a boolean.
  ///
  /// @throws GitFormatException if it is not a boolean
  static boolean toBoolean(ConfigEntry entry) throws GitFormatException {
    String value = entry.value();
    if (value == null) {
      return true;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off", "" -> false;
      default -> toNumber(entry, Integer.MAX_VALUE, "is not a boolean: ") != 0;
    };
  }

  /// Returns the value of `entry` as a number, with its unit `k`, `m` or `g` applied.
  ///
  /// @param max the greatest absolute value to accept
  /// @throws GitFormatException if it is not a number, or is too large
  static long toNumber(ConfigEntry entry, long max) throws GitFormatException {
    return toNumber(entry, max, "is not a number: ");
  }

  private static long toNumber(ConfigEntry entry, long max, String complaint)
      throws GitFormatException {
    String text = entry.required();
    try {
      return parse(text, max);
    } catch (NumberFormatException _) {
      throw entry.invalid(complaint + text);
    }
  }

  /// Parses a number as C's `strtoimax` does with base 0, and a unit.
  private static long parse(String text, long max) {
    int start = 0;
    while (start < text.length() && isSpaceInC(text.charAt(start))) {
      start++;
    }
    boolean negative = text.startsWith("-", start);
    if (negative || text.startsWith("+", start)) {
      start++;
    }
    int radix = radix(text, start);
    start += radix == 16 ? 2 : 0;
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end), radix)) {
      end++;
    }
    String digits = text.substring(start, end);
    long number = Long.parseLong(negative ? "-" + digits : digits, radix);
    long factor = factor(text.substring(end));
    if (number > max / factor || number < -max / factor) {
      throw new NumberFormatException("out of range");
    }
    return number * factor;
  }

  private static int radix(String text, int start) {
    if (!text.startsWith("0", start)) {
      return 10;
    }
    boolean hexadecimal =
        start + 2 < text.length()
            && (text.charAt(start + 1) | 0x20) == 'x'
            && isDigit(text.charAt(start + 2), 16);
    return hexadecimal ? 16 : 8;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private static boolean isSpaceInC(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "" -> 1;
      case "k", "K" -> 1L << 10;
      case "m", "M" -> 1L << 20;
      case "g", "G" -> 1L << 30;
      default -> throw new NumberFormatException("unknown unit");
    };
  }
}
