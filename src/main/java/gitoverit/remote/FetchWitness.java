package gitoverit.remote;

import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.GitConfig;
import gitoverit.git.ref.SharedRefs;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.journal.MovedRef.Action;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds the refs that a fetch moves, and writes them to the journal.
final class FetchWitness {
  private final RemoteContext context;
  private final RepositoryLayout layout;
  private final GitConfig config;
  private final Map<RefName, ObjectId> before;

  private FetchWitness(RemoteContext context, RepositoryLayout layout, GitConfig config)
      throws IOException {
    this.context = context;
    this.layout = layout;
    this.config = config;
    this.before = refs();
  }

  /// Reads all refs before the fetch.
  static FetchWitness before(RemoteContext context, RepositoryLayout layout, GitConfig config)
      throws IOException {
    return new FetchWitness(context, layout, config);
  }

  private Map<RefName, ObjectId> refs() throws IOException {
    int oidLength = config.objectFormat().oidLength();
    return SharedRefs.read(context.files(), layout.commonDir(), oidLength);
  }

  /// Reads all refs after the fetch, and writes the differences to the journal.
  void after() throws IOException {
    Map<RefName, ObjectId> now = refs();
    if (now.equals(before)) {
      return;
    }
    TreeSet<RefName> names = new TreeSet<>(Comparator.comparing(RefName::full));
    names.addAll(before.keySet());
    names.addAll(now.keySet());
    boolean branches = fetchesIntoBranches();
    List<MovedRef> moved = new ArrayList<>();
    for (RefName name : names) {
      ObjectId old = before.get(name);
      ObjectId oid = now.get(name);
      if ((old == null || !old.equals(oid)) && (branches || !name.isBranch())) {
        moved.add(context.moved(Action.FETCH, old, oid, name, layout));
      }
    }
    context.journal().record(moved);
  }

  /// Returns whether a fetch may move branches, as in a mirror. Elsewhere a commit made during the
  /// fetch has moved the branch.
  private boolean fetchesIntoBranches() throws IOException {
    for (String remote : config.subsections("remote")) {
      for (String refspec : config.getAll("remote." + remote + ".fetch")) {
        String stored = refspec.substring(refspec.indexOf(':') + 1);
        if (stored.startsWith("refs/heads/") || stored.startsWith("refs/*")) {
          return true;
        }
      }
    }
    return false;
  }
}
