package gitoverit.git.graph;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectId;
import gitoverit.git.UnprovenException;
import gitoverit.git.commit.CommitHeader;
import gitoverit.git.object.ObjectDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parents of the commits of one repository: from the commit-graph if it has the commit, else
/// from the commit itself, with the limit of a shallow clone applied.
final class History implements AutoCloseable {
  /// The order of commits outside the graph starts here, above all commits inside it: they may be
  /// descendants of those, and are never ancestors.
  static final long OUTSIDE_GRAPH = 1L << 62;

  private final ObjectDatabase objects;
  private final @Nullable Set<ObjectId> shallow;
  private final @Nullable CommitGraph graph;

  private History(
      ObjectDatabase objects, @Nullable Set<ObjectId> shallow, @Nullable CommitGraph graph) {
    this.objects = objects;
    this.shallow = shallow;
    this.graph = graph;
  }

  /// Opens the history of a repository. As in git, a shallow history has no commit-graph.
  static History open(
      FileAccess files, Path commonDir, ObjectDatabase objects, boolean useCommitGraph)
      throws IOException {
    if (files.stat(commonDir.resolve("info/grafts"), true, new FileStat())) {
      throw new UnprovenException("the history has grafts");
    }
    Set<ObjectId> shallow = ShallowCommits.read(files, commonDir);
    CommitGraph graph =
        useCommitGraph && shallow == null
            ? CommitGraph.open(files, objects.objectDirectories(), objects.oidLength())
            : null;
    return new History(objects, shallow, graph);
  }

  /// Returns the number of a commit in `table`.
  int number(byte[] oid, int at, CommitTable table) throws IOException {
    int position = graph == null ? -1 : graph.find(oid, at);
    return position >= 0 ? table.at(position) : table.at(oid, at);
  }

  /// Loads the order and the parents of a commit.
  void load(int commit, CommitTable table) throws IOException {
    if (graph != null && table.isInGraph(commit)) {
      load(commit, table, graph);
    } else {
      loadObject(commit, table);
    }
  }

  private static void load(int commit, CommitTable table, CommitGraph graph) throws IOException {
    int position = table.position(commit);
    long generation = graph.generation(position);
    if (generation <= 0) {
      throw new UnprovenException("the commit-graph has no generation numbers");
    }
    if (generation >= OUTSIDE_GRAPH) {
      throw new GitFormatException("commit-graph", position, "not a generation number");
    }
    int[] parents = graph.parents(position);
    table.load(commit, generation, parents.length);
    for (int parent : parents) {
      table.addParent(table.at(parent));
    }
  }

  private void loadObject(int commit, CommitTable table) throws IOException {
    CommitHeader header = objects.commit(table.oids(), table.oidStart(commit));
    int oidLength = objects.oidLength();
    boolean isLast =
        shallow != null
            && shallow.contains(ObjectId.of(table.oids(), table.oidStart(commit), oidLength));
    List<ObjectId> parents = isLast ? List.of() : header.parents();
    long date = Math.min(header.committerSeconds(), OUTSIDE_GRAPH - 1);
    table.load(commit, OUTSIDE_GRAPH + date, parents.size());
    for (ObjectId parent : parents) {
      table.addParent(number(parent.bytes(), 0, table));
    }
  }

  @Override
  public void close() throws IOException {
    if (graph != null) {
      graph.close();
    }
  }
}
