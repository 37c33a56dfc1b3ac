package gitoverit.render;

/// Formats ages in words, as git's relative dates do (`show_date_relative` in `date.c`), but
/// without the months of a year.
final class Ages {
  private Ages() {}

  /// Returns `3 weeks ago`, `3 weeks` and `3w`.
  ///
  /// @param seconds the age; negative for a time in the future
  static String[] forms(long seconds) {
    if (seconds < 0) {
      return new String[] {"in the future", "future", "fut"};
    }
    long minutes = rounded(seconds, 60);
    long hours = rounded(minutes, 60);
    if (seconds < 90) {
      return of(seconds, "second", "s");
    }
    if (minutes < 90) {
      return of(minutes, "minute", "min");
    }
    return hours < 36 ? of(hours, "hour", "h") : ofDays(rounded(hours, 24));
  }

  private static String[] ofDays(long days) {
    if (days < 14) {
      return of(days, "day", "d");
    }
    if (days < 70) {
      return of(rounded(days, 7), "week", "w");
    }
    return days < 365 ? of(rounded(days, 30), "month", "mon") : of(rounded(days, 365), "year", "y");
  }

  private static long rounded(long count, long unit) {
    return (count + unit / 2) / unit;
  }

  private static String[] of(long count, String word, String letters) {
    String words = count + " " + word + (count == 1 ? "" : "s");
    return new String[] {words + " ago", words, count + letters};
  }
}
