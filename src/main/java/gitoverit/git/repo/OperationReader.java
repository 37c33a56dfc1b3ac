package gitoverit.git.repo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.ObjectId;
import gitoverit.git.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the operations in progress in a worktree, from the files that `git status` checks (git's
/// `wt_status_get_state`).
public final class OperationReader {
  private static final int SMALL_FILE = 1 << 16;

  private final FileAccess files;

  /// Creates a reader that reads the file system through `files`.
  public OperationReader(FileAccess files) {
    this.files = files;
  }

  /// Reads the operations in progress in the worktree that `gitDir` belongs to: those that `git
  /// status` reports. It reports one of several that exclude each other, a rebase together with the
  /// merge at which it stopped, and a bisection together with anything.
  public List<Operation> read(Path gitDir) throws IOException {
    List<Operation> found = new ArrayList<>(1);
    if (exists(gitDir, "MERGE_HEAD")) {
      found.add(Operation.MERGE);
      if (!exists(gitDir, "rebase-apply") && exists(gitDir, "rebase-merge/interactive")) {
        found.add(Operation.REBASE);
      }
    } else if (exists(gitDir, "rebase-apply")) {
      found.add(exists(gitDir, "rebase-apply/applying") ? Operation.AM : Operation.REBASE);
    } else if (exists(gitDir, "rebase-merge")) {
      found.add(Operation.REBASE);
    } else {
      readPicks(gitDir, found);
    }
    if (exists(gitDir, "BISECT_LOG")) {
      found.add(Operation.BISECT);
    }
    return List.copyOf(found);
  }

  /// A sequence of several picks is in progress as long as its todo list has a command, even
  /// between two picks. The first command determines the kind.
  private void readPicks(Path gitDir, List<Operation> found) throws IOException {
    byte[] todo = files.read(gitDir.resolve("sequencer/todo"), 1 << 24);
    String command = todo == null ? "" : firstCommand(new String(todo, ISO_8859_1));
    if (isRef(gitDir, "CHERRY_PICK_HEAD") || command.equals("pick") || command.equals("p")) {
      found.add(Operation.CHERRY_PICK);
    } else if (isRef(gitDir, "REVERT_HEAD") || command.equals("revert")) {
      found.add(Operation.REVERT);
    }
  }

  /// Returns the first word of the first line if more follows, as git's
  /// `sequencer_get_last_command` reads it; empty otherwise.
  private static String firstCommand(String todo) {
    int start = 0;
    while (start < todo.length() && Character.isWhitespace(todo.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < todo.length() && !Character.isWhitespace(todo.charAt(end))) {
      end++;
    }
    boolean more = end < todo.length() && (todo.charAt(end) == ' ' || todo.charAt(end) == '\t');
    return more ? todo.substring(start, end) : "";
  }

  /// Returns whether a file is a ref: an empty file, as a crash leaves it, is not a ref.
  private boolean isRef(Path gitDir, String name) throws IOException {
    byte[] content = files.read(gitDir.resolve(name), SMALL_FILE);
    return content != null && content.length >= 40 && ObjectId.parseHex(content, 0, 20) != null;
  }

  private boolean exists(Path gitDir, String name) throws IOException {
    return files.stat(gitDir.resolve(name), true, new FileStat());
  }
}
