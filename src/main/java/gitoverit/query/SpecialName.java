package gitoverit.query;

import gitoverit.fs.PathBytes;
import gitoverit.terminal.SafeText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A name that is no key of a row.
enum SpecialName implements Term {
  /// The last component of the path.
  NAME(Type.TEXT, 0),
  /// The time of the run.
  NOW(Type.NUMBER, 0),
  /// One second.
  SECONDS(Type.NUMBER, 1),
  /// One minute in seconds.
  MINUTES(Type.NUMBER, 60),
  /// One hour in seconds.
  HOURS(Type.NUMBER, 3600),
  /// One day in seconds.
  DAYS(Type.NUMBER, 86_400),
  /// One week in seconds.
  WEEKS(Type.NUMBER, 604_800);

  private static final int NANO_DIGITS = 9;

  private final Type type;
  private final BigDecimal seconds;

  SpecialName(Type type, long seconds) {
    this.type = type;
    this.seconds = BigDecimal.valueOf(seconds);
  }

  /// Returns the name of this word; null when there is none.
  static @Nullable SpecialName of(String word) {
    for (SpecialName name : values()) {
      if (name.label().equals(word)) {
        return name;
      }
    }
    return null;
  }

  /// Returns the word in an expression.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public Object value(Row row) {
    return switch (this) {
      case NAME -> lastName(row.result().path());
      case NOW -> seconds(row.context().now());
      case SECONDS, MINUTES, HOURS, DAYS, WEEKS -> seconds;
    };
  }

  private static String lastName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : SafeText.forPrograms(PathBytes.of(name));
  }

  /// Returns the seconds since the epoch, exactly.
  static BigDecimal seconds(Instant time) {
    BigDecimal nanos = BigDecimal.valueOf(time.getNano(), NANO_DIGITS);
    BigDecimal seconds = BigDecimal.valueOf(time.getEpochSecond()).add(nanos).stripTrailingZeros();
    return seconds.setScale(Math.max(1, seconds.scale()));
  }
}
