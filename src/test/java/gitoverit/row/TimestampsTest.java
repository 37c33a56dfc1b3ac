package gitoverit.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
  @ParameterizedTest
  @CsvSource({
    "1700000000, 0, 1700000000.0",
    "1700000000, 123456789, 1700000000.123456789",
    "1700000000, 1, 1700000000.000000001",
    "1700000000, 500000000, 1700000000.5",
    "0, 0, 0.0",
    "-1, 0, -1.0",
    "-1, 500000000, -0.5",
    "-2, 999999999, -1.000000001",
  })
  void writesSecondsExactly(long seconds, int nanos, String text) {
    Instant time = Instant.ofEpochSecond(seconds, nanos);
    assertThat(Timestamps.seconds(time)).isEqualTo(text);
    assertThat(new BigDecimal(text))
        .isEqualByComparingTo(BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T13:05:59Z, 2026-11-23 14:05, 2026-11-23, 11-23",
    "2026-07-01T22:30:00Z, 2026-07-02 00:30, 2026-07-02, 07-02",
    "2025-12-31T22:59:59Z, 2025-12-31 23:59, 2025-12-31, 2025",
    "2025-12-31T23:00:00Z, 2026-01-01 00:00, 2026-01-01, 01-01",
    "0987-06-05T04:03:02Z, 0987-06-05 05:03, 0987-06-05, 0987",
  })
  void showsLocalTimeInThreeForms(Instant time, String whole, String date, String brief) {
    assertThat(forms(time.getEpochSecond())).containsExactly(whole, date, brief);
  }

  @Test
  void agreesWithTheLibraryInEveryZone() {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    Random random = new Random(3);
    for (String name : new String[] {"UTC", "America/New_York", "Asia/Kathmandu", "-03:30"}) {
      ZoneId zone = ZoneId.of(name);
      for (int i = 0; i < 200; i++) {
        Instant time = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
        assertThat(Timestamps.forms(time.getEpochSecond(), TimeZone.getTimeZone(zone), 2026)[0])
            .isEqualTo(formatter.format(time.atZone(zone)));
      }
    }
  }

  @Test
  void survivesATimeThatCannotBe() {
    assertThat(forms(Long.MAX_VALUE)[1]).isEqualTo("9999-12-31");
    assertThat(forms(Long.MIN_VALUE)[1]).isEqualTo("0001-01-02");
  }

  private static String[] forms(long seconds) {
    return Timestamps.forms(seconds, Rows.CONTEXT.zone().get(), 2026);
  }
}
