package gitoverit.remote.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RemoteQueueTest {

  private record Named(String host, int number) implements RemoteTask {
    @Override
    public Lane lane() {
      return new Lane.Host(host);
    }

    @Override
    public long patienceMillis() {
      return 1;
    }

    @Override
    public void run() {}

    @Override
    public void abandoned() {}
  }

  private static RemoteQueue queue(int most, int perLane, String... hosts) {
    RemoteQueue queue = new RemoteQueue(most, _ -> perLane);
    for (int i = 0; i < hosts.length; i++) {
      queue.add(new Named(hosts[i], i));
    }
    return queue;
  }

  private static List<String> takeAll(RemoteQueue queue) {
    List<String> taken = new ArrayList<>();
    for (RemoteTask next = queue.next(); next != null; next = queue.next()) {
      taken.add(((Named) next).host());
    }
    return taken;
  }

  @Test
  void hostsTakeTurns() {
    RemoteQueue queue = queue(32, 8, "a", "a", "a", "a", "b", "b", "c");
    assertThat(takeAll(queue)).containsExactly("a", "b", "c", "a", "b", "a", "a");
  }

  @Test
  void noHostGetsMoreThanItMay() {
    RemoteQueue queue = queue(32, 2, "a", "a", "a", "b");
    assertThat(takeAll(queue)).containsExactly("a", "b", "a");
    queue.done(new Lane.Host("a"));
    assertThat(takeAll(queue)).containsExactly("a");
  }

  @Test
  void allHostsTogetherGetNoMoreThanTheyMay() {
    RemoteQueue queue = queue(3, 2, "a", "b", "c", "d");
    assertThat(takeAll(queue)).containsExactly("a", "b", "c");
    queue.done(new Lane.Host("b"));
    assertThat(takeAll(queue)).containsExactly("d");
  }

  @Test
  void aHostThatIsFullKeepsNobodyElseWaiting() {
    RemoteQueue queue = queue(32, 1, "slow", "slow", "slow");
    assertThat(takeAll(queue)).containsExactly("slow");
    queue.add(new Named("other", 9));
    assertThat(takeAll(queue)).containsExactly("other");
  }

  @Test
  void aHostThatComplainedGetsLessFromThenOn() {
    RemoteQueue queue = queue(32, 8, "a", "a", "a", "a", "a", "a", "a", "a", "a", "a");
    assertThat(takeAll(queue)).hasSize(8);
    queue.throttle(new Lane.Host("a"));
    for (int i = 0; i < 4; i++) {
      queue.done(new Lane.Host("a"));
    }
    assertThat(takeAll(queue)).isEmpty();
    queue.done(new Lane.Host("a"));
    assertThat(takeAll(queue)).hasSize(1);
  }
}
