package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileType;
import gitoverit.git.ignore.IgnoreStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The rules of one directory of a worktree, which the directories below it inherit.
///
/// @param prefix the length of its path relative to the worktree, with the slash at its end
/// @param ignores its ignore rules
/// @param ignored whether it is itself ignored, so that nothing in it is untracked
record Level(int prefix, IgnoreStack ignores, boolean ignored) {
  static final byte[] GITIGNORE = ".gitignore".getBytes(StandardCharsets.US_ASCII);

  private static final int FILE_LIMIT = 100 << 20;

  /// Returns this level with the directory's own `.gitignore`.
  Level withFilesOf(Directory directory, DirectoryListing listing) throws IOException {
    int i = ignored ? -1 : listing.find(GITIGNORE);
    if (i < 0 || listing.type(i) != FileType.REGULAR) {
      return this;
    }
    return new Level(prefix, ignores.withGitignore(directory.read(GITIGNORE, FILE_LIMIT)), false);
  }

  /// Returns the level of a subdirectory, without its own `.gitignore`.
  Level enter(byte[] names, int from, int to) {
    boolean childIgnored = ignored || ignores.ignores(names, from, to, true);
    IgnoreStack childIgnores = childIgnored ? ignores : ignores.enter(names, from, to, null);
    return new Level(prefix + to - from + 1, childIgnores, childIgnored);
  }
}
