package gitoverit.render;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.WorktreeStatus;
import gitoverit.row.Field;
import gitoverit.row.StatusText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How many rows have what.
public final class RowCounts {
  private final int rows;
  int clean;
  int dirty;
  public int ahead;
  public int behind;
  int failed;
  public int remoteFailed;
  public int modified;
  public int untracked;
  public int deleted;
  public int submodules;
  public int pulled;
  public int pushed;
  public int stale;
  public int attention;
  public int unknown;

  /// Counts.
  ///
  /// @param now tells what was fetched long ago
  public RowCounts(List<RepoResult> rows, Instant now) {
    this.rows = rows.size();
    for (RepoResult row : rows) {
      failed += one(row.failed());
      remoteFailed += one(Field.remoteActions(row).anyFailed());
      if (row instanceof RepoResult.Analyzed(RepoReport report)) {
        add(report);
        stale +=
            one(
                report.head().ahead() + report.head().behind() > 0
                    && StatusText.isStale(report, now));
      } else {
        unknown++;
      }
    }
  }

  private static int one(boolean condition) {
    return condition ? 1 : 0;
  }

  private void add(RepoReport report) {
    Boolean isDirty = report.dirty();
    clean += one(Boolean.FALSE.equals(isDirty));
    dirty += one(Boolean.TRUE.equals(isDirty));
    ahead += one(report.head().ahead() > 0);
    behind += one(report.head().behind() > 0);
    pulled += one(report.remoteActions().pulled());
    pushed += one(report.remoteActions().pushed());
    submodules += one(report.counts().submodules() > 0);
    attention += one(report.needsAttention());
    if (report.worktree() == null) {
      unknown++;
    } else {
      add(report.worktree());
    }
  }

  private void add(WorktreeStatus worktree) {
    modified += one(worktree.modified() > 0);
    untracked += one(worktree.untracked() > 0);
    deleted += one(worktree.deleted() > 0);
    unknown += one(worktree.lines() == null);
  }

  /// Returns the summary in its parts, such as `44 repositories: 30 clean` and `14 dirty + 3
  /// clean`.
  ///
  /// @param folded how many clean ones are no rows
  public List<String> summary(int folded) {
    List<String> parts = new ArrayList<>();
    addCount(clean, " clean", parts);
    addCount(dirty, " dirty", parts);
    addCount(ahead, " ahead", parts);
    addCount(behind, " behind", parts);
    addCount(failed, " failed", parts);
    String total = rows == 1 ? "1 repository" : rows + " repositories";
    if (parts.isEmpty()) {
      parts.add(total);
    } else {
      parts.set(0, total + ": " + parts.getFirst());
    }
    if (folded > 0) {
      parts.set(parts.size() - 1, parts.getLast() + " + " + folded + " clean");
    }
    return parts;
  }

  private static void addCount(int count, String word, List<String> parts) {
    if (count > 0) {
      parts.add(count + word);
    }
  }
}
