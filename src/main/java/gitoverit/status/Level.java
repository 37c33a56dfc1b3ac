package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileType;
import gitoverit.git.ignore.IgnoreStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What holds in one directory of a worktree and is handed down to those below it.
///
/// @param prefix length of its path relative to the worktree, with the slash at its end
/// @param ignores its ignore rules
/// @param ignored whether it is itself ignored, so that nothing in it is untracked
/// @param attributes the attribute files that hold in it
record Level(
    int prefix, IgnoreStack ignores, boolean ignored, @Nullable AttributeLevel attributes) {
  private static final byte[] GITIGNORE = ".gitignore".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GITATTRIBUTES = ".gitattributes".getBytes(StandardCharsets.US_ASCII);

  /// The most bytes of a `.gitignore` or `.gitattributes`; git takes no larger attributes either.
  static final int FILE_LIMIT = 100 << 20;

  /// Returns this level with what the directory's own files say.
  Level withFilesOf(Directory directory, DirectoryListing listing) throws IOException {
    Level level = this;
    int i = ignored ? -1 : listing.find(GITIGNORE, 0, GITIGNORE.length);
    if (i >= 0 && listing.type(i) == FileType.REGULAR) {
      byte[] rules = directory.read(GITIGNORE, FILE_LIMIT);
      level = new Level(prefix, ignores.withGitignore(rules), false, attributes);
    }
    int j = listing.find(GITATTRIBUTES, 0, GITATTRIBUTES.length);
    return j < 0
        ? level
        : new Level(
            prefix, level.ignores, ignored, new AttributeLevel(attributes, directory.path()));
  }

  /// Returns the level of a subdirectory, without what its own files say.
  Level enter(byte[] names, int from, int to) {
    boolean childIgnored = ignored || ignores.ignores(names, from, to, true);
    IgnoreStack childIgnores = childIgnored ? ignores : ignores.enter(names, from, to, null);
    return new Level(prefix + to - from + 1, childIgnores, childIgnored, attributes);
  }
}
