package gitoverit.git.object;

import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One index of many packs (`gitformat-pack`, multi-pack-index).
final class MultiPackIndex implements AutoCloseable {
  private static final int SIGNATURE = 0x4D494458;
  private static final int HEADER = 12;

  private final FileWindow file;
  private final ChunkTable chunks;
  private final OidTable oids;
  private final long offsets;
  private final int packCount;

  private MultiPackIndex(FileWindow file, int oidLength) throws IOException {
    this.file = file;
    this.packCount = file.int32(8);
    this.chunks = ChunkTable.read(file, HEADER, file.uint8(6), oidLength);
    int[] fanout = file.fanout(chunks.require("OIDF", 1024));
    long count = fanout[255];
    long start = chunks.require("OIDL", count * oidLength);
    this.oids = new OidTable(file, fanout, start, oidLength, oidLength);
    this.offsets = chunks.require("OOFF", count * 8);
  }

  /// Opens an index and takes over its file; closes the file if opening fails.
  static MultiPackIndex open(FileWindow file, int oidLength) throws IOException {
    try {
      checkHeader(file, oidLength);
      return new MultiPackIndex(file, oidLength);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static void checkHeader(FileWindow file, int oidLength) throws IOException {
    if (file.int32(0) != SIGNATURE) {
      throw file.damaged(0, "not a multi-pack-index");
    }
    if (file.uint8(4) != 1) {
      throw new UnprovenException("the multi-pack-index has version " + file.uint8(4));
    }
    if (file.uint8(5) != (oidLength == 20 ? 1 : 2)) {
      throw file.damaged(5, "the hash differs from that of the repository");
    }
  }

  /// Returns the names of the packs, without `.idx`, in the order of their numbers.
  List<String> packNames() throws IOException {
    long at = chunks.start("PNAM");
    long end = at + chunks.length("PNAM");
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (; at < end && names.size() < packCount; at++) {
      char c = (char) file.uint8(at);
      if (c != 0) {
        name.append(c);
      } else {
        names.add(withoutEnding(name));
        name.setLength(0);
      }
    }
    if (names.size() != packCount) {
      throw file.damaged(end, "fewer pack names than packs");
    }
    return names;
  }

  private static String withoutEnding(StringBuilder name) {
    int length = name.length() - (name.indexOf(".idx", name.length() - 4) < 0 ? 0 : 4);
    return name.substring(0, length);
  }

  /// Returns the index of an object; -1 if it is in none of the packs.
  int find(byte[] oid, int at) throws IOException {
    return oids.find(oid, at);
  }

  /// Returns the number of the pack that holds object `i`.
  int pack(int i) throws IOException {
    int pack = file.int32(offsets + 8L * i);
    if (pack < 0 || pack >= packCount) {
      throw file.damaged(offsets + 8L * i, "not a pack number");
    }
    return pack;
  }

  /// Returns where in its pack object `i` is.
  long offset(int i) throws IOException {
    int offset = file.int32(offsets + 8L * i + 4);
    if (offset >= 0 || chunks.start("LOFF") < 0) {
      return Integer.toUnsignedLong(offset);
    }
    long large = 8L * (offset & 0x7FFFFFFF);
    if (large + 8 > chunks.length("LOFF")) {
      throw file.damaged(offsets + 8L * i + 4, "beyond the table of large offsets");
    }
    return file.int64(chunks.start("LOFF") + large);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
