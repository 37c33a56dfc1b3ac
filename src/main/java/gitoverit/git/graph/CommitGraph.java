package gitoverit.git.graph;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gitoverit.fs.FileAccess;
import gitoverit.fs.OpenFile;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commit-graph of a repository (`gitformat-commit-graph`): one file, or a chain of layers,
/// each of which adds commits to those below it.
///
/// A graph that contains a commit contains all its ancestors. The position of a commit in the graph
/// names it. Each commit has a generation number, which is larger than those of all its ancestors.
final class CommitGraph implements AutoCloseable {
  private static final String CHAIN = "info/commit-graphs/commit-graph-chain";
  private static final int CHAIN_LIMIT = 1 << 20;

  /// The layers, the lowest first; at least one.
  private final List<GraphLayer> layers;

  private final boolean datesEverywhere;

  private CommitGraph(List<GraphLayer> layers) {
    this.layers = layers;
    this.datesEverywhere = layers.stream().allMatch(GraphLayer::hasDates);
  }

  /// Opens the graph of a repository; null if there is none, or if it is damaged so that git would
  /// ignore it too.
  ///
  /// @param objectDirectories the directories to search for it
  static @Nullable CommitGraph open(FileAccess files, List<Path> objectDirectories, int oidLength)
      throws IOException {
    for (Path directory : objectDirectories) {
      Opening opening = new Opening(files, objectDirectories, oidLength);
      if (opening.add(directory.resolve("info/commit-graph")) || opening.addChain(directory)) {
        return new CommitGraph(opening.layers);
      }
    }
    return null;
  }

  /// The layers found so far.
  private record Opening(
      FileAccess files,
      List<Path> objectDirectories,
      int oidLength,
      List<GraphLayer> layers,
      List<ObjectId> hashes) {
    Opening(FileAccess files, List<Path> objectDirectories, int oidLength) {
      this(files, objectDirectories, oidLength, new ArrayList<>(1), new ArrayList<>(0));
    }

    /// Adds a layer if it exists, is valid and belongs on top of the others.
    boolean add(Path path) throws IOException {
      OpenFile file = files.open(path);
      if (file == null) {
        return false;
      }
      try {
        int below = layers.isEmpty() ? 0 : layers.getLast().endPosition();
        GraphLayer layer = GraphLayer.open(file, path, oidLength, below);
        if (layer.endPosition() >= below && layer.isOnTopOf(hashes)) {
          return layers.add(layer);
        }
        layer.close();
      } catch (GitFormatException _) {
        // git warns and continues without it; the objects contain the same facts.
      }
      return false;
    }

    /// Adds the layers that a chain names, up to the first that is missing or does not fit.
    boolean addChain(Path directory) throws IOException {
      byte[] chain = files.read(directory.resolve(CHAIN), CHAIN_LIMIT);
      if (chain != null) {
        for (String line : new String(chain, US_ASCII).split("\n", -1)) {
          ObjectId hash = ObjectId.parse(line);
          if (hash == null || !addAnywhere(hash)) {
            break;
          }
          hashes.add(hash);
        }
      }
      return !layers.isEmpty();
    }

    private boolean addAnywhere(ObjectId hash) throws IOException {
      for (Path directory : objectDirectories) {
        if (add(directory.resolve("info/commit-graphs/graph-" + hash + ".graph"))) {
          return true;
        }
      }
      return false;
    }
  }

  /// Returns the position of a commit; -1 if it is not in the graph.
  int find(byte[] oid, int at) throws IOException {
    for (int i = layers.size() - 1; i >= 0; i--) {
      int position = layers.get(i).find(oid, at);
      if (position >= 0) {
        return position;
      }
    }
    return -1;
  }

  private GraphLayer layer(int position) throws GitFormatException {
    for (int i = layers.size() - 1; i >= 0; i--) {
      GraphLayer layer = layers.get(i);
      if (position >= layer.firstPosition() && position < layer.endPosition()) {
        return layer;
      }
    }
    throw new GitFormatException("commit-graph", position, "a parent is outside the graph");
  }

  /// Returns a number that is larger than that of every ancestor: the corrected commit date if all
  /// layers have it, else the topological level.
  long generation(int position) throws IOException {
    GraphLayer layer = layer(position);
    return datesEverywhere ? layer.date(position) : layer.level(position);
  }

  /// Returns the positions of the parents in their order.
  int[] parents(int position) throws IOException {
    return layer(position).parents(position);
  }

  @Override
  public void close() throws IOException {
    for (GraphLayer layer : layers) {
      layer.close();
    }
  }
}
