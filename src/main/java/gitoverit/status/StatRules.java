package gitoverit.status;

import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import gitoverit.git.index.IndexFile;
import java.io.IOException;

/// Judges an index entry by the `stat` of its file, by git's own rules (`read-cache.c`:
/// `ce_match_stat_basic`, `match_stat_data`, `is_racy_stat`, `ie_modified`).
///
/// Seconds are compared without fractions, as git does in its usual builds. When only the fractions
/// differ, the content is compared, see [Verdict#SUSPECT].
final class StatRules {
  /// The judgement by `stat` alone.
  enum Verdict {
    /// The file is as recorded.
    CLEAN,
    /// The content, its length or its permissions differ.
    MODIFIED,
    /// The type of the file differs.
    TYPE_CHANGED,
    /// Only the content decides: the file was touched, or written in the same second as the index.
    CONTENT,
    /// As [#CONTENT], but a difference proves nothing: the recorded time differs only in fractions,
    /// which git may or may not compare.
    SUSPECT,
    /// Only git can judge this kind of entry.
    UNPROVEN
  }

  private final boolean trustExecutableBit;
  private final boolean trustCtime;
  private final boolean checkAll;
  private final boolean symlinks;
  private final boolean sparseCheckout;
  private final long indexSeconds;

  /// Reads the rules of one repository.
  ///
  /// @param indexSeconds modification time of the index file: entries not older are racy
  StatRules(GitConfig config, long indexSeconds) throws IOException {
    this.trustExecutableBit = config.getBoolean("core.filemode", true);
    this.trustCtime = config.getBoolean("core.trustctime", true);
    this.checkAll = checksAll(config);
    this.symlinks = config.getBoolean("core.symlinks", true);
    this.sparseCheckout = config.getBoolean("core.sparsecheckout", false);
    this.indexSeconds = indexSeconds;
  }

  /// Returns whether the worktree may omit parts of the tree.
  boolean isSparseCheckout() {
    return sparseCheckout;
  }

  /// The last valid value counts.
  private static boolean checksAll(GitConfig config) {
    boolean all = true;
    for (ConfigEntry entry : config) {
      if (entry.key().equals("core.checkstat")) {
        String word = entry.value();
        all = "default".equalsIgnoreCase(word) || (all && !"minimal".equalsIgnoreCase(word));
      }
    }
    return all;
  }

  /// Judges entry `i`, a regular file or symbolic link that is neither assumed valid nor skipped.
  Verdict judge(IndexFile index, int i, FileStat stat) {
    int mode = index.mode(i);
    int type = mode & FileType.MASK;
    int actual = stat.mode & FileType.MASK;
    if (actual != FileType.REGULAR && actual != FileType.SYMBOLIC_LINK) {
      return Verdict.UNPROVEN;
    }
    if (type != actual) {
      return symlinks ? Verdict.TYPE_CHANGED : Verdict.UNPROVEN;
    }
    if (type == FileType.REGULAR && trustExecutableBit && ((mode ^ stat.mode) & 0100) != 0) {
      return Verdict.MODIFIED;
    }
    return judgeData(index, i, stat);
  }

  private Verdict judgeData(IndexFile index, int i, FileStat stat) {
    int recorded = index.size(i);
    if (recorded != 0 && recorded != mungedSize(stat.size)) {
      return Verdict.MODIFIED;
    }
    if (recorded == 0 || isTouched(index, i, stat) || isRacy(index, i)) {
      return Verdict.CONTENT;
    }
    return fractionsDiffer(index, i, stat) ? Verdict.SUSPECT : Verdict.CLEAN;
  }

  private boolean isTouched(IndexFile index, int i, FileStat stat) {
    return index.mtimeSeconds(i) != (int) stat.mtimeSeconds
        || (checkAll
            && ((trustCtime && index.ctimeSeconds(i) != (int) stat.ctimeSeconds)
                || index.inode(i) != (int) stat.inode
                || index.uid(i) != stat.uid
                || index.gid(i) != stat.gid));
  }

  private boolean fractionsDiffer(IndexFile index, int i, FileStat stat) {
    return checkAll
        && (index.mtimeNanos(i) != stat.mtimeNanos
            || (trustCtime && index.ctimeNanos(i) != stat.ctimeNanos));
  }

  private boolean isRacy(IndexFile index, int i) {
    return indexSeconds != 0
        && Integer.compareUnsigned((int) indexSeconds, index.mtimeSeconds(i)) <= 0;
  }

  /// A size of 0 modulo 2^32 is recorded as 2^31, because 0 means unknown.
  private static int mungedSize(long size) {
    return size != 0 && (int) size == 0 ? Integer.MIN_VALUE : (int) size;
  }
}
