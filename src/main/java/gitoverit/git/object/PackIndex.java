package gitoverit.git.object;

import java.io.IOException;

/// The index of one pack, version 1 or 2 (`gitformat-pack`): where in the pack an object is.
final class PackIndex implements AutoCloseable {
  private static final int MAGIC = 0xFF744F63;
  private static final int FANOUT = 1024;

  private final FileWindow file;
  private final OidTable oids;
  private final boolean isFirstVersion;
  private final int oidLength;

  private PackIndex(FileWindow file, boolean isFirstVersion, int oidLength) throws IOException {
    this.file = file;
    this.isFirstVersion = isFirstVersion;
    this.oidLength = oidLength;
    int header = isFirstVersion ? 0 : 8;
    int[] fanout = file.fanout(header);
    if (fanout[255] < 0) {
      throw file.damaged(header, "too many objects");
    }
    oids =
        isFirstVersion
            ? new OidTable(file, fanout, FANOUT + 4, 4 + oidLength, oidLength)
            : new OidTable(file, fanout, header + FANOUT, oidLength, oidLength);
  }

  /// Opens an index and takes over its file; closes the file if opening fails.
  static PackIndex open(FileWindow file, int oidLength) throws IOException {
    try {
      boolean isFirstVersion = file.int32(0) != MAGIC;
      if (!isFirstVersion && file.int32(4) != 2) {
        throw file.damaged(4, "unknown version");
      }
      return new PackIndex(file, isFirstVersion, oidLength);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /// Returns how many objects there are.
  int count() {
    return oids.count();
  }

  /// Returns where in the pack an object is; -1 if it is not in it.
  long find(byte[] oid, int at) throws IOException {
    int i = oids.find(oid, at);
    if (i < 0) {
      return -1;
    }
    return isFirstVersion
        ? Integer.toUnsignedLong(file.int32(FANOUT + (long) i * (4 + oidLength)))
        : offset(i);
  }

  /// The tables after the oids: checksums, offsets of 31 bits, offsets of 63 bits.
  private long offset(int i) throws IOException {
    long offsets = 8 + FANOUT + (long) count() * (oidLength + 4);
    int offset = file.int32(offsets + 4L * i);
    if (offset >= 0) {
      return offset;
    }
    long large = offset & 0x7FFFFFFF;
    return file.int64(offsets + 4L * count() + 8 * large);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
