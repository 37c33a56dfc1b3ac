package gitoverit.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// An open file through `java.nio.channels`.
///
/// It reads and does not map. Mapping and unmapping a file costs more than the one to three small
/// reads that most files get, and the program ends when a mapped file is truncated while it is
/// read.
final class NioOpenFile implements OpenFile {
  private final FileChannel channel;

  NioOpenFile(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read(long position, byte[] buffer, int from, int length) throws IOException {
    ByteBuffer into = ByteBuffer.wrap(buffer, from, length);
    int count = 0;
    while (into.hasRemaining()) {
      int read = channel.read(into, position + count);
      if (read < 0) {
        break;
      }
      count += read;
    }
    return count;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
