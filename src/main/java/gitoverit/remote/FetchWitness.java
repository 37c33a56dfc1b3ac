package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.GitConfig;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.journal.MovedRef.Action;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Sees which refs of a repository a fetch moves, and writes them down.
final class FetchWitness {
  private final RemoteContext context;
  private final RepositoryLayout layout;
  private final boolean branches;
  private final Map<String, String> before;

  private FetchWitness(
      RemoteContext context,
      RepositoryLayout layout,
      boolean branches,
      Map<String, String> before) {
    this.context = context;
    this.layout = layout;
    this.branches = branches;
    this.before = before;
  }

  /// Looks before the fetch.
  static FetchWitness before(RemoteContext context, RepositoryLayout layout, GitConfig config)
      throws IOException {
    boolean branches = storesBranches(config);
    Map<String, String> refs = RefSnapshot.read(context.files(), layout.commonDir(), branches);
    return new FetchWitness(context, layout, branches, refs);
  }

  /// Whether a fetch may move local branches, as in a mirror.
  private static boolean storesBranches(GitConfig config) throws IOException {
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

  /// Looks after the fetch.
  void after() throws IOException {
    Map<String, String> now = RefSnapshot.read(context.files(), layout.commonDir(), branches);
    if (now.equals(before)) {
      return;
    }
    List<MovedRef> moved = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String old = before.get(name);
      String oid = now.get(name);
      if (old == null || !old.equals(oid)) {
        moved.add(context.moved(Action.FETCH, old, oid, name, layout));
      }
    }
    context.journal().record(moved);
  }
}
