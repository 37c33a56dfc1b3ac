package gitoverit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class EventQueueTest {
  /// Beyond what the tests may take: who waits so long was not woken.
  private static final long LONG_MILLIS = TimeUnit.HOURS.toMillis(1);

  private final EventQueue<Integer, Long> queue = new EventQueue<>();

  private static Event<Integer, Long> event(int number) {
    return new Event.Discovered<>(number);
  }

  /// Returns what a thread takes that waits already.
  private CompletableFuture<List<Event<Integer, Long>>> takeOnAnotherThread() {
    CompletableFuture<List<Event<Integer, Long>>> taken = new CompletableFuture<>();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                taken.complete(queue.take(LONG_MILLIS));
              } catch (InterruptedException e) {
                taken.completeExceptionally(e);
              }
            });
    while (reader.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return taken;
  }

  @Test
  void afterSomeTimeTakesWhatThereIsInOrder() throws InterruptedException {
    assertThat(queue.take(1)).containsExactly(new Event.Tick<>());
    queue.add(event(2));
    queue.add(event(1));
    assertThat(queue.take(1)).containsExactly(event(2), event(1));
    assertThat(queue.take(1)).containsExactly(new Event.Tick<>());
  }

  @Test
  void manyEventsWakeTheReader() throws Exception {
    CompletableFuture<List<Event<Integer, Long>>> taken = takeOnAnotherThread();
    for (int i = 1; i < EventQueue.MANY; i++) {
      queue.add(event(i));
    }
    assertThat(taken).isNotDone();
    queue.add(event(EventQueue.MANY));
    assertThat(taken.get()).hasSize(EventQueue.MANY).endsWith(event(EventQueue.MANY));
  }

  @Test
  void theEndWakesTheReader() throws Exception {
    CompletableFuture<List<Event<Integer, Long>>> taken = takeOnAnotherThread();
    queue.add(event(1));
    queue.close();
    assertThat(taken.get()).containsExactly(event(1));
    assertThat(queue.take(LONG_MILLIS)).isEmpty();
  }
}
