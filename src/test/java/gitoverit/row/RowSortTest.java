package gitoverit.row;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.report.Failure;
import gitoverit.report.RepoResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSortTest {
  private static final RepoResult FAILED = Rows.failed("/m", Failure.Kind.CORRUPT, "broken");
  private static final SearchOrder SEARCH = new SearchOrder(List.of(Path.of("/z"), Path.of("/")));

  @Test
  void putsTheNewestFirstAndTheUnknownLast() {
    RepoResult old = Rows.at("/a").mtime("2024-01-01T00:00:00Z").done();
    RepoResult recent = Rows.at("/z").mtime("2026-01-01T00:00:00.000000001Z").done();
    RepoResult slightlyOlder = Rows.at("/b").mtime("2026-01-01T00:00:00Z").done();
    RepoResult none = Rows.at("/n").mtime(null).done();
    assertThat(sorted(RowSort.MTIME, old, none, slightlyOlder, FAILED, recent))
        .containsExactly("/z", "/b", "/a", "/m", "/n");
  }

  @Test
  void comparesTextWithoutCaseAndBreaksTiesByPath() {
    RepoResult upper = Rows.at("/2").branch("Main", null).done();
    RepoResult lower = Rows.at("/1").branch("main", null).done();
    RepoResult other = Rows.at("/3").branch("develop", null).done();
    assertThat(sorted(RowSort.BRANCH, FAILED, upper, lower, other))
        .containsExactly("/3", "/1", "/2", "/m");
  }

  @Test
  void breaksTiesByTheBytesOfThePath() {
    RepoResult upper = Rows.at("/Z").done();
    RepoResult lower = Rows.at("/a").done();
    RepoResult accent = Rows.at("/é").done();
    RepoResult rocket = Rows.at("/🚀").done();
    RepoResult wide = Rows.at("/ｗ").done();
    assertThat(sorted(RowSort.STATUS, rocket, wide, accent, lower, upper))
        .containsExactly("/Z", "/a", "/é", "/ｗ", "/🚀");
  }

  @Test
  void turnsTheWholeOrderRound() {
    List<RepoResult> rows = Rows.everyday();
    for (RowSort sort : RowSort.values()) {
      assertThat(sort.sort(rows, true, Rows.CONTEXT, SEARCH))
          .isEqualTo(sort.sort(rows, false, Rows.CONTEXT, SEARCH).reversed());
    }
  }

  @Test
  void doesNotDependOnTheOrderOfArrival() {
    for (RowSort sort : RowSort.values()) {
      List<RepoResult> shuffled = new ArrayList<>(Rows.everyday());
      Collections.shuffle(shuffled, new Random(11));
      assertThat(sort.sort(shuffled, false, Rows.CONTEXT, SEARCH))
          .isEqualTo(sort.sort(Rows.everyday(), false, Rows.CONTEXT, SEARCH));
    }
  }

  @Test
  void sortsByWhatTheNameSays() {
    RepoResult a =
        Rows.at("/home/ada/src/b/x").ident("Zoe <z@x>").urls("https://github.com/a/z", null).done();
    RepoResult b =
        Rows.at("/home/ada/a/y").ident("Ann <a@x>").urls("https://github.com/a/y", null).done();
    assertThat(sorted(RowSort.DIR, a, b)).containsExactly("/home/ada/src/b/x", "/home/ada/a/y");
    assertThat(sorted(RowSort.PATH, a, b)).containsExactly("/home/ada/a/y", "/home/ada/src/b/x");
    assertThat(sorted(RowSort.NAME, a, b)).containsExactly("/home/ada/src/b/x", "/home/ada/a/y");
    assertThat(sorted(RowSort.IDENT, a, b)).containsExactly("/home/ada/a/y", "/home/ada/src/b/x");
    assertThat(sorted(RowSort.URL, a, b)).containsExactly("/home/ada/a/y", "/home/ada/src/b/x");
  }

  @Test
  void ignoresTheMarkOfAFailedFetchInADirectory() {
    RepoResult failed = Rows.at("/home/ada/src/b").fetchFailed().done();
    RepoResult fine = Rows.at("/home/ada/src/a").done();
    assertThat(sorted(RowSort.DIR, failed, fine))
        .containsExactly("/home/ada/src/a", "/home/ada/src/b");
  }

  @Test
  void followsTheSearchWhenNotSorted() {
    RepoResult parent = Rows.at("/a").done();
    RepoResult child = Rows.at("/a/b").done();
    RepoResult sibling = Rows.at("/a-b").done();
    RepoResult first = Rows.at("/z/y").done();
    assertThat(sorted(RowSort.NONE, sibling, child, parent, first))
        .containsExactly("/z/y", "/a", "/a/b", "/a-b");
    assertThat(SEARCH.compare(Path.of("/a/z"), Path.of("/a-b"))).isNegative();
    assertThat(SEARCH.compare(Path.of("/é"), Path.of("/y"))).isPositive();
    assertThat(SEARCH.compare(Path.of("/é"), Path.of("/z"))).isPositive();
  }

  @Test
  void aStartBelowARepositoryLeadsToIt() {
    SearchOrder search = new SearchOrder(List.of(Path.of("/b/within"), Path.of("/a")));
    assertThat(search.compare(Path.of("/b"), Path.of("/a/c"))).isNegative();
    assertThat(search.compare(Path.of("/elsewhere"), Path.of("/a/c"))).isPositive();
  }

  @Test
  void isFoundByItsName() {
    for (RowSort sort : RowSort.values()) {
      assertThat(RowSort.of(sort.label())).isEqualTo(sort);
    }
    assertThat(RowSort.of("author")).isEqualTo(RowSort.IDENT);
    assertThat(RowSort.of("size")).isNull();
  }

  private static List<String> sorted(RowSort sort, RepoResult... rows) {
    List<String> paths = new ArrayList<>();
    for (RepoResult row : sort.sort(List.of(rows), false, Rows.CONTEXT, SEARCH)) {
      paths.add(row.path().toString());
    }
    return paths;
  }
}
