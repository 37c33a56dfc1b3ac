package gitoverit.fs;

/// The type bits of `st_mode`, which are also what a [DirectoryListing] says of an entry.
public final class FileType {
  /// All bits that say what type a file has.
  public static final int MASK = 0xF000;

  /// A regular file, `S_IFREG`.
  public static final int REGULAR = 0x8000;

  /// A directory, `S_IFDIR`.
  public static final int DIRECTORY = 0x4000;

  /// A symbolic link, `S_IFLNK`.
  public static final int SYMBOLIC_LINK = 0xA000;

  /// Anything else: a socket, FIFO or device. git does not see these at all.
  public static final int OTHER = 0x1000;

  private FileType() {}
}
