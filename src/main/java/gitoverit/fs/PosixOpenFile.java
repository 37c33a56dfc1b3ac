package gitoverit.fs;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// An open file through Linux system calls.
final class PosixOpenFile implements OpenFile {
  private final ThreadLocal<LinuxCalls> calls;
  private final int descriptor;
  private final Path path;

  PosixOpenFile(ThreadLocal<LinuxCalls> calls, int descriptor, Path path) {
    this.calls = calls;
    this.descriptor = descriptor;
    this.path = path;
  }

  @Override
  public int read(long position, byte[] buffer, int from, int length) throws IOException {
    int count = calls.get().read(descriptor, position, buffer, from, length);
    if (count < 0) {
      throw new FileSystemException(path.toString(), null, "cannot be read");
    }
    return count;
  }

  @Override
  public long size() throws IOException {
    FileStat stat = new FileStat();
    if (!calls.get().stat(descriptor, stat)) {
      throw new FileSystemException(path.toString(), null, "its size cannot be read");
    }
    return stat.size;
  }

  @Override
  public void close() {
    calls.get().close(descriptor);
  }
}
