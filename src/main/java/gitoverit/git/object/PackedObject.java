package gitoverit.git.object;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;

/// An object in a pack: whole, or a chain of deltas down to one that is whole.
final class PackedObject implements StoredObject {
  /// Two sizes of a delta fit into this many bytes.
  private static final int DELTA_HEAD = 20;

  private final FileWindow file;
  private final Inflation inflation;

  /// The deltas, the one next to the base first.
  private final ArrayDeque<PackEntry> deltas = new ArrayDeque<>(0);

  private final PackEntry base;
  private final ObjectType type;

  /// Follows the chain from the entry at `offset`.
  PackedObject(Pack pack, FileWindow file, long offset, Inflation inflation) throws IOException {
    this.file = file;
    this.inflation = inflation;
    PackEntry entry = PackEntry.read(file, offset, pack);
    long landmark = offset;
    while (entry.type() == null) {
      deltas.push(entry);
      if (entry.base() == landmark) {
        throw file.damaged(offset, "a chain of deltas without an end");
      }
      // Brent's search for a cycle: the landmark moves on at every power of two.
      if (Integer.bitCount(deltas.size()) == 1) {
        landmark = entry.base();
      }
      entry = PackEntry.read(file, entry.base(), pack);
    }
    base = entry;
    type = entry.type();
  }

  @Override
  public ObjectType type() {
    return type;
  }

  @Override
  public long size() throws IOException {
    if (deltas.isEmpty()) {
      return base.size();
    }
    byte[] head = new byte[DELTA_HEAD];
    int length = inflation.start(file, deltas.getLast().data()).read(head, 0, head.length);
    return new Delta(head, length, file.toString()).resultSize();
  }

  @Override
  public byte[] content() throws IOException {
    byte[] content = inflate(base);
    for (PackEntry entry : deltas) {
      byte[] delta = inflate(entry);
      content = new Delta(delta, delta.length, file.toString()).apply(content);
    }
    return content;
  }

  private byte[] inflate(PackEntry entry) throws IOException {
    ObjectSize.requireReadable(entry.size());
    return inflation.start(file, entry.data()).rest(entry.size());
  }

  @Override
  public byte[] head(int length) throws IOException {
    if (!deltas.isEmpty() || base.size() <= length) {
      return content();
    }
    byte[] head = new byte[length];
    return Arrays.copyOf(head, inflation.start(file, base.data()).read(head, 0, length));
  }

  /// Keeps the pack open for the next object.
  @Override
  public void close() {}
}
