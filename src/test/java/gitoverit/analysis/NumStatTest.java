package gitoverit.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.report.LineTotals;
import org.junit.jupiter.api.Test;

final class NumStatTest {
  private static LineTotals parse(String text) {
    return NumStat.parse(text.getBytes(UTF_8));
  }

  @Test
  void sumsTheRecords() {
    assertThat(parse("1\t2\ta\0" + "10\t20\tb c\0")).isEqualTo(new LineTotals(11, 22));
  }

  @Test
  void aBinaryFileCountsNothing() {
    assertThat(parse("-\t-\ta.png\0" + "1\t0\tb\0")).isEqualTo(new LineTotals(1, 0));
  }

  @Test
  void aRenameHasTwoNames() {
    assertThat(parse("3\t4\t\0old\0new\0" + "1\t1\tx\0")).isEqualTo(new LineTotals(4, 5));
  }

  @Test
  void nothingIsZero() {
    assertThat(parse("")).isEqualTo(LineTotals.ZERO);
  }
}
