package gitoverit.git.object;

import java.io.IOException;
import java.util.Arrays;

/// An object in a file of its own: a zlib stream of its type, a space, its size in decimal, NUL and
/// its content.
final class LooseObject implements StoredObject {
  /// The size in bytes that the files of most commits and many trees do not exceed.
  static final int USUAL_SIZE = 1024;

  /// The size in bytes that is enough for most commits as a whole.
  private static final int FIRST_READ = 512;

  /// The longest header that git accepts.
  private static final int LONGEST_HEADER = 32;

  private final FileWindow file;
  private final Inflation inflation;
  private final byte[] first;
  private final int firstLength;
  private final ObjectType type;
  private final long size;
  private final int headerLength;

  private LooseObject(FileWindow file, Inflation inflation) throws IOException {
    this.file = file;
    this.inflation = inflation;
    this.first = new byte[FIRST_READ];
    this.firstLength = inflation.start(file, 0).read(first, 0, FIRST_READ);
    int end = Math.min(firstLength, LONGEST_HEADER);
    int space = indexOf(first, (byte) ' ', 0, end);
    int nul = indexOf(first, (byte) 0, space, end);
    ObjectType named = space < 0 ? null : ObjectType.ofName(first, 0, space);
    if (named == null || nul < 0) {
      throw file.damaged(0, "not the header of an object");
    }
    this.type = named;
    this.size = parseSize(space + 1, nul);
    this.headerLength = nul + 1;
  }

  /// Opens an object and takes over its file; closes the file if opening fails.
  static LooseObject open(FileWindow file, Inflation inflation) throws IOException {
    try {
      return new LooseObject(file, inflation);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static int indexOf(byte[] bytes, byte value, int from, int to) {
    for (int i = Math.max(0, from); i < to; i++) {
      if (bytes[i] == value) {
        return i;
      }
    }
    return -1;
  }

  private long parseSize(int from, int to) throws IOException {
    boolean leadingZero = first[from] == '0' && to - from > 1;
    if (to == from || to - from > 18 || leadingZero) {
      throw file.damaged(from, "not the size of an object");
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      if (first[i] < '0' || first[i] > '9') {
        throw file.damaged(i, "not the size of an object");
      }
      value = value * 10 + first[i] - '0';
    }
    return value;
  }

  @Override
  public ObjectType type() {
    return type;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public byte[] content() throws IOException {
    if (firstLength < FIRST_READ && firstLength - headerLength == size) {
      return Arrays.copyOfRange(first, headerLength, firstLength);
    }
    ObjectSize.requireReadable(size);
    Inflation.Stream stream = inflation.start(file, 0);
    stream.read(first, 0, headerLength);
    return stream.rest(size);
  }

  @Override
  public byte[] head(int length) throws IOException {
    if (size <= length) {
      return content();
    }
    byte[] head = Arrays.copyOf(first, headerLength + length);
    int count = inflation.start(file, 0).read(head, 0, head.length);
    return Arrays.copyOfRange(head, headerLength, count);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
