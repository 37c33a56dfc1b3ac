package gitoverit.fs;

/// The status of one file, as `stat` returns it. It is mutable and a [Directory] fills it, so that
/// a scan of many files allocates none of them.
public final class FileStat {
  /// The file type and permission bits, as in `st_mode`.
  public int mode;

  /// The size in bytes.
  public long size;

  /// Modification time, seconds since the epoch.
  public long mtimeSeconds;

  /// The nanoseconds of the modification time, 0 to 999,999,999.
  public int mtimeNanos;

  /// Status change time, seconds since the epoch.
  public long ctimeSeconds;

  /// The nanoseconds of the status change time.
  public int ctimeNanos;

  /// The inode number.
  public long inode;

  /// The owner's user id.
  public int uid;

  /// The group id.
  public int gid;

  /// Returns whether this is a directory.
  public boolean isDirectory() {
    return (mode & FileType.MASK) == FileType.DIRECTORY;
  }

  /// Returns whether this is a regular file.
  public boolean isRegularFile() {
    return (mode & FileType.MASK) == FileType.REGULAR;
  }

  /// Returns whether this is a symbolic link.
  public boolean isSymbolicLink() {
    return (mode & FileType.MASK) == FileType.SYMBOLIC_LINK;
  }
}
