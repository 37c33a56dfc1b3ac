package gitoverit.git.object;

import gitoverit.git.GitFormatException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates one zlib stream after another out of files, only as far as needed.
final class Inflation implements AutoCloseable {
  private static final int TRUSTED_SIZE = 1 << 20;

  private final Inflater inflater = new Inflater();
  private final byte[] beyond = new byte[1];

  /// Starts the stream at `position` of `file`.
  Stream start(FileWindow file, long position) {
    inflater.reset();
    return new Stream(file, position);
  }

  @Override
  public void close() {
    inflater.end();
  }

  /// One stream; starting the next one ends it.
  final class Stream {
    private final FileWindow file;
    private long position;

    private Stream(FileWindow file, long position) {
      this.file = file;
      this.position = position;
    }

    /// Inflates until `to` is reached or the stream has ended.
    ///
    /// @return the end of the inflated bytes
    int read(byte[] into, int from, int to) throws IOException {
      int at = from;
      while (at < to && !inflater.finished()) {
        if (inflater.needsInput()) {
          feed();
        }
        at += inflate(into, at, to - at);
      }
      return at;
    }

    private int inflate(byte[] into, int at, int length) throws GitFormatException {
      try {
        int count = inflater.inflate(into, at, length);
        if (inflater.needsDictionary()) {
          throw file.damaged(position, "a zlib stream with a dictionary");
        }
        return count;
      } catch (DataFormatException e) {
        throw file.damaged(position, "not a zlib stream: " + e.getMessage());
      }
    }

    private void feed() throws IOException {
      int available = file.fill(position);
      if (available == 0) {
        throw file.damaged(position, "the file ends within a zlib stream");
      }
      int at = file.locate(position, 1);
      inflater.setInput(file.bytes(), at, available);
      position += available;
    }

    /// Inflates the rest, which must be exactly `size` bytes and a correct checksum.
    byte[] rest(long size) throws IOException {
      byte[] bytes = new byte[(int) Math.min(size, TRUSTED_SIZE)];
      int count = read(bytes, 0, bytes.length);
      while (count == bytes.length && count < size) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(size, 2L * count));
        count = read(bytes, count, bytes.length);
      }
      if (count < size || !endsHere()) {
        throw file.damaged(position, "the inflated size differs from the recorded size");
      }
      return bytes;
    }

    /// Returns whether nothing is left, which also verifies the checksum.
    boolean endsHere() throws IOException {
      return read(beyond, 0, 1) == 0;
    }
  }
}
