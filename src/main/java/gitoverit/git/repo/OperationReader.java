package gitoverit.git.repo;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Tells which operations are in progress in a worktree, by the files that `git status` looks for
/// (git's `wt_status_get_state`).
public final class OperationReader {

  private final FileAccess files;

  /// Makes a reader that looks at the file system through `files`.
  public OperationReader(FileAccess files) {
    this.files = files;
  }

  /// Reads the operations in progress in the worktree that `gitDir` belongs to.
  public List<Operation> read(Path gitDir) throws IOException {
    Set<Operation> found = EnumSet.noneOf(Operation.class);
    boolean merge = exists(gitDir, "MERGE_HEAD");
    if (merge) {
      found.add(Operation.MERGE);
    }
    boolean rebase = readRebase(gitDir, found);
    if (!merge && !rebase && exists(gitDir, "CHERRY_PICK_HEAD")) {
      found.add(Operation.CHERRY_PICK);
    }
    if (exists(gitDir, "REVERT_HEAD")) {
      found.add(Operation.REVERT);
    }
    readSequencer(gitDir, found);
    if (exists(gitDir, "BISECT_LOG")) {
      found.add(Operation.BISECT);
    }
    return List.copyOf(found);
  }

  private boolean readRebase(Path gitDir, Set<Operation> found) throws IOException {
    if (exists(gitDir, "rebase-apply")) {
      found.add(exists(gitDir, "rebase-apply/applying") ? Operation.AM : Operation.REBASE);
      return true;
    }
    if (exists(gitDir, "rebase-merge")) {
      found.add(Operation.REBASE);
      return true;
    }
    return false;
  }

  /// A sequence of several picks is in progress as long as its list of things to do says so, even
  /// between two of them. Its first command tells which kind it is.
  private void readSequencer(Path gitDir, Set<Operation> found) throws IOException {
    byte[] todo = files.read(gitDir.resolve("sequencer/todo"), 1 << 24);
    if (todo == null) {
      return;
    }
    String command = firstWord(new String(todo, StandardCharsets.ISO_8859_1));
    if (command.equals("pick") || command.equals("p")) {
      found.add(Operation.CHERRY_PICK);
    } else if (command.equals("revert")) {
      found.add(Operation.REVERT);
    }
  }

  /// Returns the first word of the first line, as git's `sequencer_get_last_command` reads it.
  static String firstWord(String todo) {
    int start = 0;
    while (start < todo.length() && Character.isWhitespace(todo.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < todo.length() && !Character.isWhitespace(todo.charAt(end))) {
      end++;
    }
    return todo.substring(start, end);
  }

  private boolean exists(Path gitDir, String name) throws IOException {
    return files.stat(gitDir.resolve(name), true, new FileStat());
  }
}
