package gitoverit.fs;

import static java.util.Objects.requireNonNull;

import com.sun.security.auth.module.UnixSystem;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// File access through `java.nio.file`: the portable definition of the answers of a [FileAccess].
///
/// It works on any file system provider, so tests may run on one in memory. On a provider without
/// the `unix` view, the values that only this view has (inode, device, owner, ctime) are 0.
public final class NioFileAccess implements FileAccess {
  static final LinkOption[] NOFOLLOW = {LinkOption.NOFOLLOW_LINKS};
  private static final LinkOption[] FOLLOW = {};

  /// All attributes except the names of owner and group, which Java looks up in files.
  private static final String UNIX_ATTRIBUTES = "unix:mode,size,lastModifiedTime,ctime,ino,uid,gid";

  private static final int FIFO = 0x1000;
  private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ);

  @Override
  public Directory openDirectory(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isDirectory()) {
      throw new NotDirectoryException(path.toString());
    }
    return new NioDirectory(this, path);
  }

  @Override
  public Directory openDirectoryNoFollow(Path path) throws IOException {
    if (!Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW).isDirectory()) {
      throw new NotDirectoryException(path.toString());
    }
    return new NioDirectory(this, path);
  }

  @Override
  public byte @Nullable [] read(Path file, int limit) throws IOException {
    if (!isThere(file)) {
      return null;
    }
    try (InputStream in = newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit);
      if (bytes.length == limit && in.read() >= 0) {
        throw new FileSystemException(file.toString(), null, "larger than " + limit + " bytes");
      }
      return bytes;
    } catch (FileSystemException e) {
      if (notThere(e)) {
        return null;
      }
      throw e;
    }
  }

  /// Opens a file for reading. The older class loads no channels and no network library for them,
  /// which takes longer than reading a setting; the newer class is used only to find the reason of
  /// a failure.
  private static InputStream newInputStream(Path file) throws IOException {
    if (file.getFileSystem().equals(FileSystems.getDefault()) && PathBytes.isText(file)) {
      try {
        return new FileInputStream(file.toString());
      } catch (FileNotFoundException _) {
        return Files.newInputStream(file);
      }
    }
    return Files.newInputStream(file);
  }

  @Override
  public @Nullable OpenFile open(Path file) throws IOException {
    if (!isThere(file)) {
      return null;
    }
    try {
      return new NioOpenFile(FileChannel.open(file, READ));
    } catch (FileSystemException e) {
      if (notThere(e)) {
        return null;
      }
      throw e;
    }
  }

  /// Returns whether there is something to open, but refuses a FIFO: opening one waits for a
  /// writer.
  private boolean isThere(Path file) throws IOException {
    FileStat stat = new FileStat();
    boolean found = stat(file, true, stat);
    if (found && (stat.mode & FileType.MASK) == FIFO) {
      throw new FileSystemException(file.toString(), null, "a FIFO");
    }
    return found;
  }

  @Override
  public boolean stat(Path file, boolean followLinks, FileStat into) throws IOException {
    LinkOption[] options = followLinks ? FOLLOW : NOFOLLOW;
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        fill(into, Files.readAttributes(file, UNIX_ATTRIBUTES, options));
      } else {
        fill(into, Files.readAttributes(file, BasicFileAttributes.class, options));
      }
      return true;
    } catch (FileSystemException e) {
      if (notThere(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public int userId() {
    FileStat stat = new FileStat();
    try {
      return stat(Path.of("/proc/self"), true, stat) ? stat.uid : userIdOfTheSystem();
    } catch (IOException _) {
      return -1;
    }
  }

  private static int userIdOfTheSystem() {
    try {
      return (int) new UnixSystem().getUid();
    } catch (UnsatisfiedLinkError _) {
      // Not a Unix system.
      return -1;
    }
  }

  /// Returns whether the file does not exist, which includes a file in place of a parent directory
  /// (`ENOTDIR`). Java has no separate exception for this error; the message is that of the C
  /// library.
  private static boolean notThere(FileSystemException e) {
    return e instanceof NoSuchFileException
        || (!(e instanceof AccessDeniedException) && "Not a directory".equals(e.getReason()));
  }

  private static void fill(FileStat into, Map<String, Object> unix) {
    into.mode = value(unix, "mode", Integer.class);
    into.size = value(unix, "size", Long.class);
    Instant mtime = value(unix, "lastModifiedTime", FileTime.class).toInstant();
    into.mtimeSeconds = mtime.getEpochSecond();
    into.mtimeNanos = mtime.getNano();
    Instant ctime = value(unix, "ctime", FileTime.class).toInstant();
    into.ctimeSeconds = ctime.getEpochSecond();
    into.ctimeNanos = ctime.getNano();
    into.inode = value(unix, "ino", Long.class);
    into.uid = value(unix, "uid", Integer.class);
    into.gid = value(unix, "gid", Integer.class);
  }

  private static <T> T value(Map<String, Object> attributes, String name, Class<T> type) {
    return type.cast(requireNonNull(attributes.get(name), name));
  }

  private static void fill(FileStat into, BasicFileAttributes basic) {
    into.mode = typeOf(basic) | 0644;
    into.size = basic.size();
    Instant mtime = basic.lastModifiedTime().toInstant();
    into.mtimeSeconds = mtime.getEpochSecond();
    into.mtimeNanos = mtime.getNano();
    into.ctimeSeconds = 0;
    into.ctimeNanos = 0;
    into.inode = 0;
    into.uid = 0;
    into.gid = 0;
  }

  static int typeOf(BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return FileType.DIRECTORY;
    }
    if (attributes.isRegularFile()) {
      return FileType.REGULAR;
    }
    return attributes.isSymbolicLink() ? FileType.SYMBOLIC_LINK : FileType.OTHER;
  }
}
