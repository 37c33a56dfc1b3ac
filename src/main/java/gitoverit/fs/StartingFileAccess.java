package gitoverit.fs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// File access that works immediately: it reads settings and lists directories through the portable
/// twin until another thread has linked the Linux system calls.
///
/// Linking is most of the work before the first repository, and a run that finds no repository need
/// not wait for it. Nothing announces the first repository, but its files are many and the files of
/// a user's settings are few: so the first reads are portable, and the next one waits until the
/// calls are linked.
final class StartingFileAccess implements FileAccess {
  /// More than the files in which git keeps a user's settings: three, and a few that these include.
  private static final int READS_OF_SETTINGS = 6;

  private final NioFileAccess portable = new NioFileAccess();
  private final Thread linker;
  private final AtomicInteger reads = new AtomicInteger();
  private volatile FileAccess best = portable;

  /// Starts to link the system calls.
  ///
  /// @param link returns the access to use from then on; if it fails, access stays portable
  StartingFileAccess(Supplier<FileAccess> link) {
    linker = new Thread(() -> best = link.get(), "linker");
    linker.setDaemon(true);
    linker.start();
  }

  private FileAccess linked() {
    boolean interrupted = false;
    while (linker.isAlive()) {
      try {
        linker.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return best;
  }

  @Override
  public Directory openDirectory(Path path) throws IOException {
    return improving(best.openDirectory(path));
  }

  @Override
  public Directory openDirectoryNoFollow(Path path) throws IOException {
    return improving(best.openDirectoryNoFollow(path));
  }

  private Directory improving(Directory directory) {
    return directory instanceof NioDirectory ? new StartingDirectory(directory) : directory;
  }

  @Override
  public byte @Nullable [] read(Path file, int limit) throws IOException {
    return (reads.incrementAndGet() > READS_OF_SETTINGS ? linked() : best).read(file, limit);
  }

  @Override
  public @Nullable OpenFile open(Path file) throws IOException {
    return linked().open(file);
  }

  @Override
  public boolean stat(Path file, boolean followLinks, FileStat into) throws IOException {
    return best.stat(file, followLinks, into);
  }

  @Override
  public int userId() {
    return linked().userId();
  }

  /// A directory opened before the system calls were linked; its subdirectories are opened by the
  /// best access that is then available.
  private final class StartingDirectory implements Directory {
    private final Directory directory;

    StartingDirectory(Directory directory) {
      this.directory = directory;
    }

    @Override
    public Path path() {
      return directory.path();
    }

    @Override
    public void list(DirectoryListing into) throws IOException {
      directory.list(into);
    }

    @Override
    public Directory openDirectory(byte[] bytes, int from, int to) throws IOException {
      return openDirectoryNoFollow(PathBytes.resolve(path(), bytes, from, to));
    }

    @Override
    public boolean stat(byte[] bytes, int from, int to, FileStat into) throws IOException {
      return StartingFileAccess.this.stat(PathBytes.resolve(path(), bytes, from, to), false, into);
    }

    @Override
    public byte @Nullable [] readLink(byte[] name) throws IOException {
      return directory.readLink(name);
    }

    @Override
    public byte @Nullable [] read(byte[] name, int limit) throws IOException {
      return StartingFileAccess.this.read(PathBytes.resolve(path(), name), limit);
    }

    @Override
    public void close() {
      directory.close();
    }
  }
}
