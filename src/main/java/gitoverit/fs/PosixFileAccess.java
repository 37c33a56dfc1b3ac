package gitoverit.fs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// File access through Linux system calls: the optimisation of [NioFileAccess], which defines the
/// answers.
///
/// Directories are open descriptors and names are looked up relative to them, so the kernel walks
/// no path twice, and a listing returns types without a `stat`. After a failure the portable twin
/// repeats the call and throws the right exception; failures are rare enough for that.
final class PosixFileAccess implements FileAccess {
  private final NioFileAccess portable = new NioFileAccess();
  private final ThreadLocal<LinuxCalls> calls = ThreadLocal.withInitial(LinuxCalls::new);
  private final int userId;

  /// Links the system calls, which takes about ten milliseconds.
  PosixFileAccess() {
    userId = calls.get().effectiveUserId();
  }

  /// Returns whether this machine has the system calls, under the numbers used here.
  static boolean isSupported() {
    return Machine.LINUX && (Machine.AMD || Machine.ARM);
  }

  @Override
  public Directory openDirectory(Path path) throws IOException {
    LinuxCalls linux = calls.get();
    int descriptor = linux.openDirectory(PathBytes.of(path));
    return descriptor < 0
        ? portable.openDirectory(path)
        : new PosixDirectory(linux, path, descriptor);
  }

  @Override
  public Directory openDirectoryNoFollow(Path path) throws IOException {
    LinuxCalls linux = calls.get();
    int descriptor = linux.openDirectoryNoFollow(PathBytes.of(path));
    return descriptor < 0
        ? portable.openDirectoryNoFollow(path)
        : new PosixDirectory(linux, path, descriptor);
  }

  @Override
  public byte @Nullable [] read(Path file, int limit) throws IOException {
    LinuxCalls linux = calls.get();
    int descriptor = linux.openFile(PathBytes.of(file));
    if (descriptor < 0 && linux.isMissing()) {
      return null;
    }
    byte[] bytes = readAndClose(linux, descriptor, limit);
    return bytes == null ? portable.read(file, limit) : bytes;
  }

  @Override
  public @Nullable OpenFile open(Path file) throws IOException {
    LinuxCalls linux = calls.get();
    int descriptor = linux.openFile(PathBytes.of(file));
    if (descriptor >= 0) {
      return new PosixOpenFile(calls, descriptor, file);
    }
    return linux.isMissing() ? null : portable.open(file);
  }

  /// Reads an open regular file and closes it; null on any failure.
  private static byte @Nullable [] readAndClose(LinuxCalls linux, int descriptor, int limit) {
    if (descriptor < 0) {
      return null;
    }
    try {
      byte[] bytes = linux.readSmall(descriptor, limit);
      if (bytes != null) {
        return bytes;
      }
      FileStat stat = new FileStat();
      return linux.stat(descriptor, stat) && stat.isRegularFile()
          ? linux.readAll(descriptor, stat.size, limit)
          : null;
    } finally {
      linux.close(descriptor);
    }
  }

  @Override
  public boolean stat(Path file, boolean followLinks, FileStat into) throws IOException {
    LinuxCalls linux = calls.get();
    return linux.stat(PathBytes.of(file), followLinks, into)
        || (!linux.isMissing() && portable.stat(file, followLinks, into));
  }

  @Override
  public int userId() {
    return userId;
  }

  /// An open descriptor, for the thread that opened it.
  final class PosixDirectory implements Directory {
    private final LinuxCalls linux;
    private final @Nullable PosixDirectory parent;
    private final byte[] name;
    private int descriptor;
    private @Nullable Path path;

    PosixDirectory(LinuxCalls linux, Path path, int descriptor) {
      this.linux = linux;
      this.parent = null;
      this.name = new byte[0];
      this.descriptor = descriptor;
      this.path = path;
    }

    private PosixDirectory(PosixDirectory parent, byte[] name, int descriptor) {
      this.linux = parent.linux;
      this.parent = parent;
      this.name = name;
      this.descriptor = descriptor;
    }

    /// The path is created on demand: most directories of a scan never need it.
    @Override
    public Path path() {
      Path known = path;
      if (known == null) {
        known = PathBytes.resolve(requireNonNull(parent).path(), name);
        path = known;
      }
      return known;
    }

    @Override
    public void list(DirectoryListing into) throws IOException {
      into.clear();
      if (!linux.list(descriptor, into)) {
        throw new FileSystemException(path().toString(), null, "cannot be listed");
      }
    }

    @Override
    public Directory openDirectory(byte[] bytes, int from, int to) throws IOException {
      int child = linux.openDirectory(descriptor, bytes, from, to);
      return child < 0
          ? portable.openDirectoryNoFollow(PathBytes.resolve(path(), bytes, from, to))
          : new PosixDirectory(this, Arrays.copyOfRange(bytes, from, to), child);
    }

    @Override
    public boolean stat(byte[] bytes, int from, int to, FileStat into) throws IOException {
      return linux.statListed(descriptor, bytes, from, to, into)
          || (!linux.isMissing()
              && portable.stat(PathBytes.resolve(path(), bytes, from, to), false, into));
    }

    @Override
    public boolean stat(byte[] entry, FileStat into) throws IOException {
      return linux.stat(descriptor, entry, into)
          || (!linux.isMissing() && portable.stat(PathBytes.resolve(path(), entry), false, into));
    }

    /// Links are read so seldom that the portable twin reads them.
    @Override
    public byte @Nullable [] readLink(byte[] link) throws IOException {
      try (Directory directory = portable.openDirectory(path())) {
        return directory.readLink(link);
      }
    }

    @Override
    public byte @Nullable [] read(byte[] file, int limit) throws IOException {
      int opened = linux.openFile(descriptor, file, 0, file.length);
      if (opened < 0 && linux.isMissing()) {
        return null;
      }
      byte[] bytes = readAndClose(linux, opened, limit);
      return bytes == null ? portable.read(PathBytes.resolve(path(), file), limit) : bytes;
    }

    @Override
    public void close() {
      if (descriptor >= 0) {
        linux.close(descriptor);
        descriptor = -1;
      }
    }
  }
}
