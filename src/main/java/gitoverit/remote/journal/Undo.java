package gitoverit.remote.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.fs.PathBytes;
import gitoverit.git.ObjectId;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.command.GitOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Moves the branches of a run back without losing anything. A branch that is checked out is moved
/// by `git reset --keep`, which refuses to touch an uncommitted change, and any other branch by
/// `git update-ref` with the value that it must still have.
public final class Undo {
  private static final long DEADLINE_MILLIS = 120_000;

  /// An oid, a tab, and the path of a worktree; git quotes no path here.
  private static final String FORMAT = "--format=%(objectname)%09%(worktreepath)";

  private final FileAccess files;
  private final GitCommand git;
  private final Journal journal;
  private final long run;

  /// Creates an undo.
  ///
  /// @param run the number of this run, under which the journal records the undone moves
  public Undo(FileAccess files, GitCommand git, Journal journal, long run) {
    this.files = files;
    this.git = git;
    this.journal = journal;
    this.run = run;
  }

  /// The present state of a ref.
  ///
  /// @param oid the oid that it points to; null without one
  /// @param worktree the worktree in which it is checked out; null if in none
  private record Standing(@Nullable ObjectId oid, @Nullable Path worktree) {}

  /// The last step of an attempt.
  private interface Attempt {
    UndoOutcome on(Standing standing) throws IOException;
  }

  /// Returns whether a ref can be moved back, and changes nothing.
  public UndoOutcome check(MovedRef moved) {
    return attempt(moved, _ -> new UndoOutcome.Possible());
  }

  /// Moves a ref back if that is possible.
  public UndoOutcome restore(MovedRef moved) {
    return attempt(moved, standing -> restore(moved, standing));
  }

  private UndoOutcome attempt(MovedRef moved, Attempt attempt) {
    if (!moved.isLocalBranch()) {
      return new UndoOutcome.Left("not a local branch");
    }
    if (moved.old() == null || moved.now() == null) {
      return new UndoOutcome.Left("was created or deleted");
    }
    try {
      if (!files.stat(moved.repository(), true, new FileStat())) {
        return new UndoOutcome.Left("the repository is gone");
      }
      Standing standing = standing(moved);
      return moved.now().equals(standing.oid())
          ? attempt.on(standing)
          : new UndoOutcome.Left("has moved since");
    } catch (IOException e) {
      return new UndoOutcome.Left(String.valueOf(e.getMessage()));
    }
  }

  private UndoOutcome restore(MovedRef moved, Standing standing) throws IOException {
    Path worktree = standing.worktree();
    GitOutput output =
        worktree == null ? run(moved.repository(), updateRef(moved)) : run(worktree, reset(moved));
    if (!output.succeeded()) {
      return new UndoOutcome.Left(output.reason());
    }
    journal.record(List.of(moved.reversed(run, System.currentTimeMillis() / 1000)));
    return new UndoOutcome.Done();
  }

  private static List<String> updateRef(MovedRef moved) {
    String old = String.valueOf(moved.old());
    String now = String.valueOf(moved.now());
    return List.of("git", "update-ref", "-m", "gitoverit undo", moved.ref().full(), old, now);
  }

  private static List<String> reset(MovedRef moved) {
    String old = String.valueOf(moved.old());
    return List.of("git", "-c", "core.fsmonitor=false", "reset", "--quiet", "--keep", old);
  }

  private GitOutput run(Path directory, List<String> command) throws IOException {
    return git.run(directory, Budget.ofMillis(DEADLINE_MILLIS), command, Map.of());
  }

  private Standing standing(MovedRef moved) throws IOException {
    Budget budget = Budget.ofMillis(DEADLINE_MILLIS);
    GitOutput output =
        git.read(moved.repository(), budget, "for-each-ref", FORMAT, moved.ref().full());
    if (!output.succeeded()) {
      throw new IOException(output.reason());
    }
    byte[] answer = output.bytes();
    int tab = 0;
    while (tab < answer.length && answer[tab] != '\t') {
      tab++;
    }
    // Without the line end.
    Path worktree =
        answer.length - 1 > tab + 1
            ? PathBytes.ofAbsolute(Arrays.copyOfRange(answer, tab + 1, answer.length - 1))
            : null;
    return new Standing(ObjectId.parse(new String(answer, 0, tab, US_ASCII)), worktree);
  }
}
