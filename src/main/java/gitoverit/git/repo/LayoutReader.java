package gitoverit.git.repo;

import gitoverit.fs.Directory;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.fs.PathBytes;
import gitoverit.git.GitFormatException;
import gitoverit.git.NotARepositoryException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the parts of a repository (`gitrepository-layout`), under the conditions of git's own
/// `is_git_directory`: a valid `HEAD`, and `objects` and `refs` in the common directory.
public final class LayoutReader {
  private static final byte[] GITFILE_PREFIX = "gitdir: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REFS = "refs/".getBytes(StandardCharsets.US_ASCII);
  private static final int SMALL_FILE = 1 << 16;

  private final FileAccess files;

  /// Creates a reader that reads the file system through `files`.
  public LayoutReader(FileAccess files) {
    this.files = files;
  }

  /// Reads the layout of the worktree in `directory`.
  ///
  /// @throws NotARepositoryException if there is no `.git`, or it leads to no repository
  /// @throws GitFormatException if it leads to one whose `HEAD` is damaged
  public RepositoryLayout readWorktree(Path directory) throws IOException {
    RepositoryLayout layout = findWorktree(directory);
    if (layout == null) {
      throw new NotARepositoryException("it has no .git");
    }
    return layout;
  }

  /// Reads the layout of the worktree in `directory`, whose `.git` is a directory, a gitfile or a
  /// link to either; null when there is nothing called `.git`.
  ///
  /// @throws NotARepositoryException if `.git` leads to no repository
  /// @throws GitFormatException if it leads to one whose `HEAD` is damaged
  public @Nullable RepositoryLayout findWorktree(Path directory) throws IOException {
    Path dotGit = directory.resolve(".git");
    FileStat stat = new FileStat();
    if (!files.stat(dotGit, false, stat)) {
      return null;
    }
    if (stat.isSymbolicLink() && !files.stat(dotGit, true, stat)) {
      throw new NotARepositoryException(".git is a symbolic link whose target does not exist");
    }
    if (stat.isDirectory()) {
      return layout(directory, dotGit, ".git");
    }
    if (!stat.isRegularFile()) {
      throw new NotARepositoryException(".git is neither a directory nor a file");
    }
    return readGitfile(directory, dotGit);
  }

  /// Reads the layout of a bare repository.
  ///
  /// @throws NotARepositoryException if `directory` is not one
  /// @throws GitFormatException if its `HEAD` is damaged
  public RepositoryLayout readBare(Path directory) throws IOException {
    Path common = requireRepository(directory, directory.toString());
    return new RepositoryLayout(directory, directory, common, Kind.BARE);
  }

  private RepositoryLayout readGitfile(Path directory, Path gitfile) throws IOException {
    byte[] bytes = files.read(gitfile, SMALL_FILE);
    if (bytes == null || !startsWith(bytes, GITFILE_PREFIX)) {
      throw new NotARepositoryException(".git is a file that does not begin with 'gitdir: '");
    }
    byte[] target = trimLineEnd(untilNul(bytes), GITFILE_PREFIX.length);
    if (target.length == 0) {
      throw new NotARepositoryException(".git is a gitfile without a path");
    }
    Path gitDir = PathBytes.resolve(directory, target).normalize();
    return layout(directory, gitDir, ".git leads to " + gitDir + ", which");
  }

  private RepositoryLayout layout(Path directory, Path gitDir, String name) throws IOException {
    Path common = requireRepository(gitDir, name);
    return new RepositoryLayout(
        directory, gitDir, common, common.equals(gitDir) ? Kind.MAIN : Kind.LINKED);
  }

  /// Checks that `gitDir` is a repository and returns its common directory.
  private Path requireRepository(Path gitDir, String name) throws IOException {
    FileStat stat = new FileStat();
    Path head = gitDir.resolve("HEAD");
    if (!files.stat(head, false, stat)) {
      boolean there = files.stat(gitDir, true, stat);
      throw new NotARepositoryException(name + (there ? " has no HEAD" : " does not exist"));
    }
    Path common = commonDir(gitDir);
    requireDirectory(common.resolve("objects"), name);
    requireDirectory(common.resolve("refs"), name);
    requireValidHead(gitDir, head, stat.isSymbolicLink());
    return common;
  }

  private void requireDirectory(Path directory, String name) throws IOException {
    FileStat stat = new FileStat();
    if (!files.stat(directory, true, stat) || !stat.isDirectory()) {
      throw new NotARepositoryException(name + " has no " + directory.getFileName() + " directory");
    }
  }

  /// Returns the directory of the shared parts, which the file `commondir` of a linked worktree
  /// names.
  private Path commonDir(Path gitDir) throws IOException {
    byte[] bytes = files.read(gitDir.resolve("commondir"), SMALL_FILE);
    return bytes == null ? gitDir : PathBytes.resolve(gitDir, trimLineEnd(bytes, 0)).normalize();
  }

  /// Checks `HEAD` as git's `validate_headref` does: it must be a symbolic ref below `refs/`, as a
  /// link or as text, or an oid.
  private void requireValidHead(Path gitDir, Path head, boolean isLink) throws IOException {
    byte[] bytes = isLink ? readLink(gitDir) : files.read(head, SMALL_FILE);
    if (bytes == null || !(isLink ? startsWith(bytes, REFS) : isValidHead(bytes))) {
      throw new GitFormatException(
          head.toString(), 0, "neither a ref below refs/ nor an object id");
    }
  }

  private byte @Nullable [] readLink(Path gitDir) throws IOException {
    try (Directory directory = files.openDirectory(gitDir)) {
      return directory.readLink("HEAD".getBytes(StandardCharsets.US_ASCII));
    }
  }

  static boolean isValidHead(byte[] bytes) {
    if (startsWith(bytes, "ref:".getBytes(StandardCharsets.US_ASCII))) {
      int i = 4;
      while (i < bytes.length && isSpace(bytes[i])) {
        i++;
      }
      return startsWith(Arrays.copyOfRange(bytes, i, bytes.length), REFS);
    }
    int digits = 0;
    while (digits < bytes.length && Character.digit(bytes[digits], 16) >= 0) {
      digits++;
    }
    return digits >= 40;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  /// git reads C strings, which end at a NUL.
  private static byte[] untilNul(byte[] bytes) {
    for (int i = GITFILE_PREFIX.length; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return Arrays.copyOf(bytes, i);
      }
    }
    return bytes;
  }

  private static byte[] trimLineEnd(byte[] bytes, int from) {
    int end = bytes.length;
    while (end > from && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOfRange(bytes, from, end);
  }
}
