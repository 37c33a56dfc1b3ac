package gitoverit.git.object;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The head of one entry of a pack (`gitformat-pack`): the bytes before its zlib stream.
///
/// @param type the type of the object; null for a delta, which has that of its base
/// @param size the size of the inflated stream in bytes
/// @param data where the stream begins
/// @param base where the entry of its base begins; 0 without a delta
record PackEntry(@Nullable ObjectType type, long size, long data, long base) {
  private static final int OFS_DELTA = 6;
  private static final int REF_DELTA = 7;

  /// Reads the entry that begins at `offset`.
  static PackEntry read(FileWindow file, long offset, Pack pack) throws IOException {
    long at = offset;
    int first = file.uint8(at++);
    long size = first & 15;
    int next = first;
    for (int shift = 4; (next & 0x80) != 0; shift += 7) {
      if (shift > 53) {
        throw file.damaged(at, "the size is too large");
      }
      next = file.uint8(at++);
      size |= (next & 0x7FL) << shift;
    }
    int number = first >> 4 & 7;
    if (number == OFS_DELTA) {
      return offsetDelta(file, offset, at, size);
    }
    if (number == REF_DELTA) {
      return referenceDelta(file, at, size, pack);
    }
    ObjectType type = ObjectType.ofPacked(number);
    if (type == null) {
      throw file.damaged(offset, "not an entry of a pack");
    }
    return new PackEntry(type, size, at, 0);
  }

  private static PackEntry offsetDelta(FileWindow file, long offset, long from, long size)
      throws IOException {
    long at = from;
    int next = file.uint8(at++);
    long distance = next & 0x7F;
    while ((next & 0x80) != 0) {
      next = file.uint8(at++);
      distance = (distance + 1) << 7 | (next & 0x7F);
      if (distance >= offset) {
        throw file.damaged(at, "the base of a delta is outside the pack");
      }
    }
    if (distance == 0 || distance >= offset) {
      throw file.damaged(at, "the base of a delta is outside the pack");
    }
    return new PackEntry(null, size, at, offset - distance);
  }

  private static PackEntry referenceDelta(FileWindow file, long at, long size, Pack pack)
      throws IOException {
    int oid = file.locate(at, pack.oidLength());
    long base = pack.find(file.bytes(), oid);
    if (base <= 0) {
      throw file.damaged(at, "the base of a delta is not in the pack");
    }
    return new PackEntry(null, size, at + pack.oidLength(), base);
  }
}
