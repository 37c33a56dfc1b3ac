package gitoverit.row;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;

/// Formats points in time. The code is written by hand: a `DateTimeFormatter` costs more than a
/// whole table, and the rules of a `ZoneId` cost more than the rest of a start after `main`
/// (`docs/performance`).
public final class Timestamps {
  private static final int DATE_LENGTH = 10;
  private static final long EARLIEST = -62_135_510_400L;
  private static final long LATEST = 253_402_214_400L;

  private Timestamps() {}

  /// Returns `2026-11-23 14:05`, `2026-11-23` and, in the current year, `11-23`, else `2026`.
  ///
  /// @param seconds since the epoch
  public static String[] forms(long seconds, TimeZone zone, int currentYear) {
    LocalDateTime local = local(seconds, zone);
    String whole = whole(local);
    String date = whole.substring(0, DATE_LENGTH);
    boolean current = local.getYear() == currentYear;
    return new String[] {whole, date, current ? date.substring(5) : date.substring(0, 4)};
  }

  /// Returns the year of a time.
  public static int year(Instant time, TimeZone zone) {
    return local(time.getEpochSecond(), zone).getYear();
  }

  /// Returns the local time, limited to the years 1 to 9999, so that a damaged time stamp does not
  /// prevent the table.
  private static LocalDateTime local(long seconds, TimeZone zone) {
    Instant shown = Instant.ofEpochSecond(Math.clamp(seconds, EARLIEST, LATEST));
    int offset = zone.getOffset(shown.toEpochMilli()) / 1000;
    return LocalDateTime.ofEpochSecond(
        shown.getEpochSecond(), 0, ZoneOffset.ofTotalSeconds(offset));
  }

  private static String whole(LocalDateTime local) {
    StringBuilder text = new StringBuilder("0000-00-00 00:00");
    put(text, local.getYear(), 4);
    put(text, local.getMonthValue(), 7);
    put(text, local.getDayOfMonth(), 10);
    put(text, local.getHour(), 13);
    put(text, local.getMinute(), 16);
    return text.toString();
  }

  /// Writes a number over the zeros that end at `end`.
  private static void put(StringBuilder text, int number, int end) {
    int rest = number;
    for (int i = end - 1; rest > 0; i--) {
      text.setCharAt(i, (char) ('0' + rest % 10));
      rest /= 10;
    }
  }

  /// Returns the seconds since the epoch as an exact decimal number with at least one digit after
  /// the point, such as `1700000000.123456789` or `1700000000.0`.
  public static String seconds(Instant time) {
    boolean before = time.getEpochSecond() < 0 && time.getNano() > 0;
    long seconds = before ? time.getEpochSecond() + 1 : time.getEpochSecond();
    int nanos = before ? 1_000_000_000 - time.getNano() : time.getNano();
    String sign = before && seconds == 0 ? "-" : "";
    return sign + seconds + "." + fraction(nanos);
  }

  private static String fraction(int nanos) {
    StringBuilder digits = new StringBuilder("000000000");
    put(digits, nanos, digits.length());
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }
}
