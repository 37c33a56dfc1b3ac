package gitoverit.row;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.Operation;
import gitoverit.report.Failure;
import gitoverit.report.RepoResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AttentionTest {
  private static Rows row(String name) {
    return Rows.at("/home/ada/src/" + name);
  }

  /// Rows from the least urgent to the most urgent.
  private static final List<RepoResult> ROWS =
      List.of(
          row("clean").submodules(3).done(),
          row("stash").stashes(1).done(),
          row("behind").aheadBehind(0, 1).stashes(1).done(),
          row("detached").detached().done(),
          row("dirty").changes(0, 0, 1, 0, 0, 0).aheadBehind(0, 1).done(),
          row("unpushed").changes(1, 0, 0, 0, 0, 0).aheadBehind(1, 0).done(),
          row("diverged").aheadBehind(1, 1).done(),
          row("unmerged").changes(1, 0, 0, 1, 0, 0).aheadBehind(1, 1).done(),
          row("merging").changes(1, 0, 0, 1, 0, 0).operations(Operation.MERGE).done(),
          row("fetch").fetchFailed().done(),
          Rows.failed("/home/ada/src/failed", Failure.Kind.CORRUPT, "x"));

  @Test
  void theMostUrgentReasonCounts() {
    assertThat(ROWS)
        .extracting(Attention::of)
        .containsExactly(
            Attention.NONE,
            Attention.STASH,
            Attention.BEHIND,
            Attention.DIRTY,
            Attention.DIRTY,
            Attention.UNPUSHED,
            Attention.DIVERGED,
            Attention.UNMERGED,
            Attention.OPERATION,
            Attention.FAILED,
            Attention.FAILED);
  }

  @Test
  void rowsAreSortedByUrgencyThenByPath() {
    assertThat(RowSort.ATTENTION.sort(ROWS, false, Rows.CONTEXT, new SearchOrder(List.of())))
        .extracting(row -> String.valueOf(row.path().getFileName()))
        .containsExactly(
            "failed",
            "fetch",
            "merging",
            "unmerged",
            "diverged",
            "unpushed",
            "detached",
            "dirty",
            "behind",
            "stash",
            "clean");
  }
}
