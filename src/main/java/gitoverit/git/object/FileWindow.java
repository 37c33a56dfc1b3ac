package gitoverit.git.object;

import gitoverit.fs.OpenFile;
import gitoverit.git.GitFormatException;
import java.io.IOException;
import java.nio.file.Path;

/// A file with a small part in memory: the part around the last place that was read.
///
/// The window moves to each place that is read. Reading on from its end makes it larger, and a file
/// that is not large is read as a whole once the window has moved often: long walks become cheap,
/// and single look-ups stay cheap.
public final class FileWindow implements AutoCloseable {
  /// The initial size of a window in bytes, and so the most bytes that one call may request.
  public static final int CAPACITY = 4096;

  private static final int LARGEST = 65536;
  private static final int MOVES_BEFORE_WHOLE = 256;
  private static final int WHOLE_LIMIT = 16 << 20;

  private final OpenFile file;
  private final Path path;
  private byte[] bytes;
  private long start;
  private int length;
  private int moves;
  private boolean whole;

  /// Creates a window, initially empty, which callers close in place of the file.
  ///
  /// @param path the name of the file for messages
  public FileWindow(OpenFile file, Path path) {
    this(file, path, CAPACITY);
  }

  /// Creates a window that is smaller initially.
  ///
  /// @param capacity the initial size in bytes, in place of [#CAPACITY]
  FileWindow(OpenFile file, Path path, int capacity) {
    this.file = file;
    this.path = path;
    this.bytes = new byte[capacity];
  }

  /// Returns the array that holds the window; it is another one after each move.
  public byte[] bytes() {
    return bytes;
  }

  /// Returns the size of the file in bytes.
  public long size() throws IOException {
    return file.size();
  }

  /// Returns where in [#bytes()] the bytes from `position` on are.
  ///
  /// @param count the number of bytes that must be there, at most [#CAPACITY]
  /// @throws GitFormatException if the file ends before them
  public int locate(long position, int count) throws IOException {
    if (!holds(position, count)) {
      move(position);
      if (!holds(position, count)) {
        throw damaged(position, "the file ends too early");
      }
    }
    return (int) (position - start);
  }

  /// Moves the window to `position` unless it is there, and returns how many bytes it holds from
  /// there on: none at the end of the file.
  int fill(long position) throws IOException {
    if (!holds(position, 1)) {
      move(position);
    }
    return holds(position, 1) ? (int) (start + length - position) : 0;
  }

  private boolean holds(long position, int count) {
    return position >= start && position - start <= length - count;
  }

  private void move(long position) throws IOException {
    if (position < 0) {
      throw damaged(position, "not a place in a file");
    }
    if (whole) {
      return;
    }
    if (++moves == MOVES_BEFORE_WHOLE && file.size() <= WHOLE_LIMIT) {
      bytes = new byte[(int) file.size()];
      start = 0;
      whole = true;
    } else {
      boolean readsOn = length > 0 && position == start + length;
      if (readsOn && bytes.length < LARGEST) {
        bytes = new byte[bytes.length * 2];
      }
      start = position;
    }
    length = file.read(start, bytes, 0, bytes.length);
  }

  /// Returns the byte at `position`, 0 to 255.
  public int uint8(long position) throws IOException {
    int at = locate(position, 1);
    return bytes[at] & 0xFF;
  }

  /// Returns the big-endian number of 32 bits at `position`.
  public int int32(long position) throws IOException {
    int at = locate(position, 4);
    return int32(bytes, at);
  }

  /// Returns the big-endian number of 64 bits at `position`.
  public long int64(long position) throws IOException {
    return (long) int32(position) << 32 | Integer.toUnsignedLong(int32(position + 4));
  }

  private static int int32(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }

  /// Returns a fan-out of 256 rising numbers: for each first byte of an oid, the number of oids
  /// whose first byte is not larger. The last one is the number of all oids.
  public int[] fanout(long position) throws IOException {
    int at = locate(position, 1024);
    int[] fanout = new int[256];
    int last = 0;
    for (int i = 0; i < 256; i++) {
      fanout[i] = int32(bytes, at + 4 * i);
      if (fanout[i] < last) {
        throw damaged(position + 4L * i, "the fan-out does not rise");
      }
      last = fanout[i];
    }
    return fanout;
  }

  /// Returns an exception for a defect in this file.
  public GitFormatException damaged(long position, String reason) {
    return new GitFormatException(path.toString(), position, reason);
  }

  /// Returns the name of the file.
  @Override
  public String toString() {
    return path.toString();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
