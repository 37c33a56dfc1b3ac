package gitoverit.git.graph;

import gitoverit.fs.OpenFile;
import gitoverit.git.ObjectId;
import gitoverit.git.object.ChunkTable;
import gitoverit.git.object.FileWindow;
import gitoverit.git.object.OidTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One commit-graph file (`gitformat-commit-graph`): the whole graph or a layer of it.
final class GraphLayer implements AutoCloseable {
  private static final int SIGNATURE = 0x43475048;
  private static final int HEADER = 8;
  private static final int NO_PARENT = 0x70000000;
  private static final int LAST_EDGE = 0x80000000;
  private static final int[] NO_PARENTS = {};

  private final FileWindow file;
  private final ChunkTable chunks;
  private final OidTable oids;
  private final int oidLength;
  private final int baseCount;
  private final int firstPosition;
  private final long data;
  private final long generations;

  private GraphLayer(FileWindow file, int oidLength, int firstPosition) throws IOException {
    this.file = file;
    this.oidLength = oidLength;
    this.firstPosition = firstPosition;
    this.baseCount = file.uint8(7);
    this.chunks = ChunkTable.read(file, HEADER, file.uint8(6), oidLength);
    int[] fanout = file.fanout(chunks.require("OIDF", 1024));
    long count = fanout[255];
    long start = chunks.require("OIDL", count * oidLength);
    this.oids = new OidTable(file, fanout, start, oidLength, oidLength);
    this.data = chunks.require("CDAT", count * (oidLength + 16));
    this.generations = chunks.start("GDA2") < 0 ? -1 : chunks.require("GDA2", count * 4);
  }

  /// Opens a layer and takes over its file; closes the file if opening fails.
  ///
  /// @param firstPosition the number of commits in the layers below it
  static GraphLayer open(OpenFile opened, Path path, int oidLength, int firstPosition)
      throws IOException {
    FileWindow file = new FileWindow(opened, path);
    try {
      boolean known =
          file.int32(0) == SIGNATURE
              && file.uint8(4) == 1
              && file.uint8(5) == (oidLength == 20 ? 1 : 2);
      if (!known) {
        throw file.damaged(0, "not a commit-graph of this version and hash");
      }
      return new GraphLayer(file, oidLength, firstPosition);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /// Returns the position in the graph of this layer's first commit.
  int firstPosition() {
    return firstPosition;
  }

  /// Returns the position after that of its last commit.
  int endPosition() {
    return firstPosition + oids.count();
  }

  /// Returns whether this layer records exactly these layers as the ones below it.
  ///
  /// @param below the checksums of the layers, the lowest first
  boolean isOnTopOf(List<ObjectId> below) throws IOException {
    if (baseCount != below.size() || chunks.length("BASE") != (long) baseCount * oidLength) {
      return false;
    }
    for (int i = 0; i < baseCount; i++) {
      int at = file.locate(chunks.start("BASE") + (long) i * oidLength, oidLength);
      if (!ObjectId.of(file.bytes(), at, oidLength).equals(below.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Returns the position in the graph of a commit; -1 if it is not in this layer.
  int find(byte[] oid, int at) throws IOException {
    int i = oids.find(oid, at);
    return i < 0 ? -1 : firstPosition + i;
  }

  /// Returns whether the layer has corrected commit dates, the generation numbers of version 2.
  boolean hasDates() {
    return generations >= 0;
  }

  private long row(int position) {
    return data + (long) (position - firstPosition) * (oidLength + 16) + oidLength;
  }

  /// Returns the topological level of a commit, its generation number of version 1.
  int level(int position) throws IOException {
    return file.int32(row(position) + 8) >>> 2;
  }

  /// Returns the corrected commit date, the generation number of version 2.
  long date(int position) throws IOException {
    long row = row(position);
    long date = (file.int32(row + 8) & 3L) << 32 | Integer.toUnsignedLong(file.int32(row + 12));
    long place = generations + 4L * (position - firstPosition);
    int offset = file.int32(place);
    if (offset >= 0) {
      return date + offset;
    }
    long large = 8L * (offset & 0x7FFFFFFF);
    if (large + 8 > chunks.length("GDO2")) {
      throw file.damaged(place, "beyond the table of large offsets");
    }
    return date + file.int64(chunks.start("GDO2") + large);
  }

  /// Returns the positions in the graph of the parents of a commit, in their order.
  int[] parents(int position) throws IOException {
    long row = row(position);
    int first = file.int32(row);
    int second = file.int32(row + 4);
    if (first == NO_PARENT) {
      return NO_PARENTS;
    }
    if (second == NO_PARENT) {
      return new int[] {first};
    }
    return second >= 0 ? new int[] {first, second} : octopus(first, second & ~LAST_EDGE);
  }

  /// The parents after the first are in a table of their own, the last of them marked.
  private int[] octopus(int first, int index) throws IOException {
    long from = chunks.start("EDGE") + 4L * index;
    long end = chunks.start("EDGE") + chunks.length("EDGE");
    long last = from;
    while (last < end && file.int32(last) >= 0) {
      last += 4;
    }
    if (last >= end) {
      throw file.damaged(last, "the list of parents has no end");
    }
    int[] parents = new int[(int) ((last - from) / 4) + 2];
    parents[0] = first;
    for (int i = 1; i < parents.length; i++) {
      parents[i] = file.int32(from + 4L * (i - 1)) & ~LAST_EDGE;
    }
    return parents;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
