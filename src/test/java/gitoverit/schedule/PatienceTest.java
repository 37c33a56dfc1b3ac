package gitoverit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  private static final long START = Long.MAX_VALUE - 5;

  private final Patience patience = new Patience(200, START);

  private static long after(long millis) {
    return START + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void endsAfterItsTimeEvenWhenTheClockOverflows() {
    assertThat(patience.isOver(START, after(200))).isFalse();
    assertThat(patience.isOver(START, after(201))).isTrue();
  }

  @Test
  void onlyALateLookIsAPause() {
    assertThat(patience.pauseUntil(after(1000))).isZero();
    assertThat(patience.pauseUntil(after(3000))).isEqualTo(after(3000) - after(1000));
    assertThat(patience.pauseUntil(after(3033))).isZero();
  }
}
