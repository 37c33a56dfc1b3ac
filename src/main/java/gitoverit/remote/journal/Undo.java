package gitoverit.remote.journal;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.command.GitOutput;
import gitoverit.remote.journal.MovedRef.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Moves the local branches of a run back, by means that lose nothing: a branch that is checked out
/// by `git reset --keep`, which refuses where it would touch an uncommitted change, any other by
/// `git update-ref` with the value that it must still have.
public final class Undo {
  private static final long DEADLINE_MILLIS = 120_000;

  private final FileAccess files;
  private final GitCommand git;
  private final Journal journal;
  private final long run;

  /// Makes one.
  ///
  /// @param run the number of this run: what it moves back is written down too
  public Undo(FileAccess files, GitCommand git, Journal journal, long run) {
    this.files = files;
    this.git = git;
    this.journal = journal;
    this.run = run;
  }

  /// How a ref stands now.
  ///
  /// @param oid what it points to
  /// @param worktree where it is checked out; empty when nowhere
  private record Standing(String oid, String worktree) {}

  /// Returns why a ref would be left as it is; null when it would be moved back.
  public @Nullable String obstacle(MovedRef moved) {
    return moveBack(moved, false);
  }

  /// Moves a ref back; returns why it was left as it is, or null.
  public @Nullable String restore(MovedRef moved) {
    return moveBack(moved, true);
  }

  private @Nullable String moveBack(MovedRef moved, boolean restore) {
    if (!moved.isLocalBranch()) {
      return "not a local branch";
    }
    if (moved.old() == null || moved.now() == null) {
      return "was made or removed";
    }
    try {
      if (!files.stat(moved.repository(), true, new FileStat())) {
        return "the repository is gone";
      }
      Standing standing = standing(moved);
      if (standing == null || !standing.oid().equals(moved.now().toString())) {
        return "has moved on since";
      }
      return restore ? restore(moved, standing) : null;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private @Nullable String restore(MovedRef moved, Standing standing) throws IOException {
    String old = String.valueOf(moved.old());
    String now = String.valueOf(moved.now());
    GitOutput output =
        standing.worktree().isEmpty()
            ? run(
                moved.repository(),
                List.of("git", "update-ref", "-m", "gitoverit undo", moved.ref().full(), old, now))
            : run(
                Path.of(standing.worktree()),
                List.of("git", "-c", "core.fsmonitor=false", "reset", "--quiet", "--keep", old));
    if (!output.succeeded()) {
      return output.reason();
    }
    long seconds = System.currentTimeMillis() / 1000;
    journal.record(
        List.of(
            new MovedRef(
                run,
                seconds,
                Action.UNDO,
                moved.now(),
                moved.old(),
                moved.ref(),
                moved.repository())));
    return null;
  }

  private GitOutput run(Path directory, List<String> command) throws IOException {
    return git.run(directory, Budget.ofMillis(DEADLINE_MILLIS), command, Map.of());
  }

  private @Nullable Standing standing(MovedRef moved) throws IOException {
    GitOutput output =
        git.read(
            moved.repository(),
            Budget.ofMillis(DEADLINE_MILLIS),
            "for-each-ref",
            "--format=%(objectname)%09%(worktreepath)",
            moved.ref().full());
    if (!output.succeeded()) {
      throw new IOException(output.reason());
    }
    String[] fields = new String(output.bytes(), StandardCharsets.UTF_8).strip().split("\t", 2);
    return fields[0].isEmpty() ? null : new Standing(fields[0], fields.length > 1 ? fields[1] : "");
  }
}
