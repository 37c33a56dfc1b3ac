package gitoverit.fs;

/// The type bits of `st_mode`, which are also the types of the entries of a [DirectoryListing].
public final class FileType {
  /// All bits of the file type.
  public static final int MASK = 0xF000;

  /// A regular file, `S_IFREG`.
  public static final int REGULAR = 0x8000;

  /// A directory, `S_IFDIR`.
  public static final int DIRECTORY = 0x4000;

  /// A symbolic link, `S_IFLNK`.
  public static final int SYMBOLIC_LINK = 0xA000;

  /// Anything else: a socket, FIFO or device. git does not list these.
  public static final int OTHER = 0x1000;

  private FileType() {}
}
