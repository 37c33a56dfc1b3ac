package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteFailure.Cause;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoreFetchesTest {
  private static final RemoteActions FETCHED = RemoteActions.ofFetch(null);

  private final StoreFetches fetches = new StoreFetches();
  private final List<String> done = new ArrayList<>();

  private static StorePlace place(String name) {
    return new StorePlace(Path.of("/" + name, "refs"), objects(name));
  }

  private static Path objects(String name) {
    return Path.of("/" + name, "objects");
  }

  private StoreFetch join(String name) {
    return fetches.join(place(name), new StoreFetch());
  }

  @Test
  void aStoreHasOneFetch() {
    assertThat(join("a")).isSameAs(join("a")).isNotSameAs(join("b"));
  }

  @Test
  void everyRowOfAStoreGoesOnWhenItsFetchIsOver() {
    StoreFetch fetch = join("a");
    fetch.whenDone(() -> done.add("first"));
    fetch.whenDone(() -> done.add("second"));
    assertThat(done).isEmpty();
    fetch.finish(FETCHED);
    fetch.whenDone(() -> done.add("late"));
    assertThat(done).containsExactly("first", "second", "late");
  }

  @Test
  void onlyTheFirstOutcomeCounts() {
    StoreFetch fetch = join("a");
    fetch.whenDone(() -> done.add("row"));
    assertThat(fetch.outcome()).isEqualTo(RemoteActions.NONE);
    fetch.finish(FETCHED);
    fetch.finish(RemoteActions.ofFetch(new RemoteFailure(Cause.TIMEOUT, null, "late")));
    assertThat(fetch.outcome()).isEqualTo(FETCHED);
    assertThat(done).containsExactly("row");
  }

  @Test
  void aBorrowerWaitsForAllItsLenders() {
    StoreFetch one = join("one");
    StoreFetch two = join("two");
    fetches.afterAll(List.of(objects("one"), objects("two")), () -> done.add("borrower"));
    two.finish(FETCHED);
    assertThat(done).isEmpty();
    one.finish(FETCHED);
    assertThat(done).containsExactly("borrower");
  }

  @Test
  void nobodyWaitsForALenderThatIsNotThereYet() {
    fetches.afterAll(List.of(objects("later")), () -> done.add("borrower"));
    assertThat(done).containsExactly("borrower");
  }
}
