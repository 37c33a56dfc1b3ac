package gitoverit.git.object;

import java.io.IOException;

/// The table of chunks of a file (`gitformat-chunk`): where each chunk begins and ends.
public final class ChunkTable {
  private static final int ENTRY = 12;

  private final FileWindow file;
  private final int[] ids;
  private final long[] starts;

  private ChunkTable(FileWindow file, int count) {
    this.file = file;
    this.ids = new int[count];
    this.starts = new long[count + 1];
  }

  /// Reads a table.
  ///
  /// @param position the place of the table in the file
  /// @param count the number of chunks
  /// @param oidLength the length of the checksum that ends the file
  /// @throws gitoverit.git.GitFormatException if the chunks do not follow each other in the file
  public static ChunkTable read(FileWindow file, long position, int count, int oidLength)
      throws IOException {
    ChunkTable table = new ChunkTable(file, count);
    long last = position + ENTRY * (count + 1L);
    long end = file.size() - oidLength;
    for (int i = 0; i <= count; i++) {
      long entry = position + ENTRY * (long) i;
      int id = file.int32(entry);
      table.starts[i] = file.int64(entry + 4);
      if (table.starts[i] < last || table.starts[i] > end || (id == 0) != (i == count)) {
        throw file.damaged(entry, "not a table of chunks");
      }
      last = table.starts[i];
      if (i < count) {
        table.ids[i] = id;
      }
    }
    return table;
  }

  /// Returns where a chunk begins; -1 if there is none of that name.
  ///
  /// @param name four letters
  public long start(String name) {
    int i = indexOf(name);
    return i < 0 ? -1 : starts[i];
  }

  /// Returns how many bytes a chunk has; 0 if there is none of that name.
  public long length(String name) {
    int i = indexOf(name);
    return i < 0 ? 0 : starts[i + 1] - starts[i];
  }

  /// Returns where a chunk begins that must exist and have exactly that length.
  public long require(String name, long length) throws IOException {
    int i = indexOf(name);
    if (i < 0 || starts[i + 1] - starts[i] != length) {
      throw file.damaged(0, "the chunk " + name + " is missing or has the wrong size");
    }
    return starts[i];
  }

  private int indexOf(String name) {
    int id = name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }
}
