package gitoverit.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.fs.PathBytes;
import gitoverit.git.CommitFacts;
import gitoverit.git.GitText;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.command.GitOutput;
import gitoverit.git.config.Remote;
import gitoverit.git.repo.SubmodulePaths;
import gitoverit.report.HeadCommit;
import gitoverit.report.LineTotals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks the git binary about one repository, and counts the processes.
final class GitAnswers {
  private static final String REFS = "refs/";
  private static final String HEADS = REFS + "heads/";

  /// The bytes of the longest file name on today's file systems.
  private static final int LONGEST_NAME = 255;

  private final GitCommand git;
  private final RepositoryLayout layout;
  private final Budget budget;
  private int processes;

  GitAnswers(GitCommand git, RepositoryLayout layout, Budget budget) {
    this.git = git;
    this.layout = layout;
    this.budget = budget;
  }

  /// Returns the number of started processes.
  int processes() {
    return processes;
  }

  /// Returns the state of the worktree.
  PorcelainStatus status() throws IOException {
    return PorcelainStatus.parse(
        ask(
            "status",
            "--porcelain=v2",
            "--branch",
            "--ahead-behind",
            "--untracked-files=normal",
            "--no-column",
            "-z"));
  }

  /// Returns the lines added and removed, staged and unstaged together; null when git fails. That
  /// is possible after a successful status, because only the count of lines reads the content of
  /// blobs.
  ///
  /// @param staged whether any path is staged or unmerged
  /// @param unstaged whether any path is unstaged or unmerged
  @Nullable LineTotals lineTotals(boolean staged, boolean unstaged) throws IOException {
    LineTotals total = LineTotals.ZERO;
    try {
      if (staged) {
        total = total.plus(NumStat.parse(ask(diff("--cached"))));
      }
      if (unstaged) {
        total = total.plus(NumStat.parse(ask(diff())));
      }
      return total;
    } catch (GitFailedException _) {
      return null;
    }
  }

  private static String[] diff(String... more) {
    String[] command = {"diff", "--numstat", "-z", "--no-ext-diff", "--no-color", "--no-relative"};
    String[] whole = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, whole, command.length, more.length);
    return whole;
  }

  /// Returns the newest modification time of tracked and non-ignored untracked files.
  @Nullable Instant latestMtime(FileAccess files) throws IOException {
    byte[] names = ask("ls-files", "-z", "--cached", "--others", "--exclude-standard");
    LeadingPath leading = new LeadingPath(files, layout.path());
    FileStat stat = new FileStat();
    long seconds = Long.MIN_VALUE;
    int nanos = 0;
    for (int start = 0, end; start < names.length; start = end + 1) {
      end = indexOfNul(names, start);
      byte[] name = Arrays.copyOfRange(names, start, end);
      // A name that ends in a slash is a nested repository.
      boolean isFile =
          names[end - 1] != '/' && leading.isInWorktree(name) && statFile(files, name, stat);
      if (isFile) {
        boolean newer =
            stat.mtimeSeconds > seconds
                || (stat.mtimeSeconds == seconds && stat.mtimeNanos > nanos);
        if (newer) {
          seconds = stat.mtimeSeconds;
          nanos = stat.mtimeNanos;
        }
      }
    }
    return seconds == Long.MIN_VALUE ? null : Instant.ofEpochSecond(seconds, nanos);
  }

  private boolean statFile(FileAccess files, byte[] name, FileStat stat) throws IOException {
    return mayExist(name)
        && files.stat(PathBytes.resolve(layout.path(), name), false, stat)
        && !stat.isDirectory();
  }

  /// An index may contain names that no file can have; git skips them.
  private static boolean mayExist(byte[] name) {
    int length = 0;
    for (byte b : name) {
      length = b == '/' ? 0 : length + 1;
      if (length > LONGEST_NAME) {
        return false;
      }
    }
    return true;
  }

  /// Returns a commit with the facts about it.
  HeadCommit commit(String oid) throws IOException {
    String format = "--format=" + CommitFacts.FORMAT;
    byte[] printed = ask("rev-list", "--no-walk", "--encoding=UTF-8", format, oid);
    String text = new String(printed, StandardCharsets.UTF_8);
    // The first line repeats the oid.
    return new HeadCommit(oid, CommitFacts.parse(text.substring(text.indexOf('\n') + 1)));
  }

  /// Returns the paths of the gitlinks in the index.
  Set<String> gitlinks() throws IOException {
    byte[] entries = ask("ls-files", "-z", "--stage");
    Set<String> paths = new HashSet<>();
    for (int start = 0, end; start < entries.length; start = end + 1) {
      end = indexOfNul(entries, start);
      String entry = GitText.decode(Arrays.copyOfRange(entries, start, end), end - start);
      if (entry.startsWith("160000 ")) {
        paths.add(entry.substring(entry.indexOf('\t') + 1));
      }
    }
    return paths;
  }

  /// Returns whether `.gitmodules` is unmerged: git ignores it until it is merged.
  boolean isSubmoduleListUnmerged() throws IOException {
    return ask("ls-files", "-z", "--unmerged", "--", ":(top,literal).gitmodules").length > 0;
  }

  /// Returns the paths that the `.gitmodules` in the index lists; none without such a file.
  Set<String> submodulePathsOfIndex() throws IOException {
    processes++;
    GitOutput output = git.read(layout.path(), budget, "cat-file", "blob", ":0:.gitmodules");
    return output.succeeded()
        ? SubmodulePaths.parse(output.bytes(), "the .gitmodules of the index")
        : Set.of();
  }

  /// Returns a remote by its name, with the URLs that git uses; null when git has no such remote.
  @Nullable Remote remote(@Nullable String name) throws IOException {
    String url = name == null ? null : line("remote", "get-url", "--", name);
    if (name == null || url == null) {
      return null;
    }
    String pushUrl = line("remote", "get-url", "--push", "--", name);
    return new Remote(name, url, pushUrl == null ? url : pushUrl);
  }

  /// Returns the first line that a command prints; null when it fails.
  private @Nullable String line(String... arguments) throws IOException {
    processes++;
    GitOutput output = git.read(layout.path(), budget, arguments);
    return output.succeeded() ? new String(output.bytes(), UTF_8).split("\n", 2)[0] : null;
  }

  /// Returns the name of the ref that HEAD points to, without `refs/heads/` or else `refs/`; null
  /// when HEAD is detached.
  @Nullable String symbolicHead() throws IOException {
    String ref = symbolicRef();
    return ref == null
        ? null
        : ref.substring(ref.startsWith(HEADS) ? HEADS.length() : REFS.length());
  }

  /// Returns the full name of the ref that HEAD points to; null when HEAD is detached.
  @Nullable String symbolicRef() throws IOException {
    return line("symbolic-ref", "--quiet", "HEAD");
  }

  /// Returns what `git for-each-ref` prints for one ref in a format of one line; empty when there
  /// is no such ref.
  String forEachRef(String format, String ref) throws IOException {
    String printed = new String(ask("for-each-ref", "--format=" + format, ref), UTF_8);
    for (String line : printed.split("\n", -1)) {
      if (!line.isEmpty()) {
        return line;
      }
    }
    return "";
  }

  /// Returns `Name <mail>` of the committer; null when git does not know it.
  @Nullable String ident() throws IOException {
    String text = line("var", "GIT_COMMITTER_IDENT");
    if (text == null) {
      return null;
    }
    int end = text.lastIndexOf('>');
    return end < 0 ? null : text.substring(0, end + 1);
  }

  /// Runs a command that must succeed, and returns its output.
  byte[] ask(String... arguments) throws IOException {
    processes++;
    GitOutput output = git.read(layout.path(), budget, arguments);
    if (!output.succeeded()) {
      throw GitFailedException.of(layout.path(), output);
    }
    return output.bytes();
  }

  private static int indexOfNul(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != 0) {
      i++;
    }
    return i;
  }
}
