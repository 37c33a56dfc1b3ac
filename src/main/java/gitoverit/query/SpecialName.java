package gitoverit.query;

import gitoverit.fs.PathBytes;
import gitoverit.row.FieldType;
import gitoverit.terminal.SafeText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A name that is not a field of a row.
enum SpecialName implements Term {
  /// The last component of the path.
  NAME(FieldType.TEXT, 0),
  /// The time of the run.
  NOW(FieldType.TIME, 0),
  /// One second.
  SECONDS(FieldType.NUMBER, 1),
  /// One minute in seconds.
  MINUTES(FieldType.NUMBER, 60),
  /// One hour in seconds.
  HOURS(FieldType.NUMBER, 3600),
  /// One day in seconds.
  DAYS(FieldType.NUMBER, 86_400),
  /// One week in seconds.
  WEEKS(FieldType.NUMBER, 604_800);

  private static final int NANO_DIGITS = 9;

  private final FieldType type;
  private final BigDecimal seconds;

  SpecialName(FieldType type, long seconds) {
    this.type = type;
    this.seconds = BigDecimal.valueOf(seconds);
  }

  /// Returns the special name for a word; null if there is none.
  static @Nullable SpecialName of(String word) {
    for (SpecialName name : values()) {
      if (name.label().equals(word)) {
        return name;
      }
    }
    return null;
  }

  /// Returns the type of the value as a field type.
  FieldType fieldType() {
    return type;
  }

  /// Returns the word in an expression.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Type type() {
    return Type.of(type);
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
