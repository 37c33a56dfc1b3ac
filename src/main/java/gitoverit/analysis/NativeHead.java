package gitoverit.analysis;

import gitoverit.fs.FileAccess;
import gitoverit.git.AheadBehind;
import gitoverit.git.Head;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.UnprovenException;
import gitoverit.git.Upstream;
import gitoverit.git.commit.Commit;
import gitoverit.git.graph.CommitWalk;
import gitoverit.git.repo.OpenRepository;
import gitoverit.report.HeadCommit;
import gitoverit.report.HeadState;
import gitoverit.report.Tracking;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads how the branch of HEAD compares with its upstream, from refs and commits.
final class NativeHead {
  private final FileAccess files;

  NativeHead(FileAccess files) {
    this.files = files;
  }

  /// Returns the facts about HEAD.
  ///
  /// @param commit the commit of HEAD; null on an unborn branch
  HeadState state(OpenRepository opened, Head head, @Nullable Commit commit) throws IOException {
    RefName ref = head.ref();
    return new HeadState(
        ref == null ? null : ref.shortName(),
        headCommit(head.oid(), commit),
        ref == null ? null : tracking(opened, ref, head.oid()));
  }

  private static @Nullable HeadCommit headCommit(@Nullable ObjectId oid, @Nullable Commit commit) {
    return oid == null || commit == null ? null : new HeadCommit(oid.toString(), commit.facts());
  }

  private @Nullable Tracking tracking(OpenRepository opened, RefName ref, @Nullable ObjectId oid)
      throws IOException {
    Upstream upstream = upstream(opened, ref);
    if (upstream == null) {
      return null;
    }
    AheadBehind apart = apart(opened, oid, upstream.oid());
    return new Tracking(upstream.shortName(), upstream.isGone(), apart.ahead(), apart.behind());
  }

  private static @Nullable Upstream upstream(OpenRepository opened, RefName head)
      throws IOException {
    if (!head.isBranch()) {
      throw new UnprovenException("HEAD points outside of refs/heads/");
    }
    String branch = head.shortName();
    String ref = opened.repository().remotes().upstreamOf(branch);
    boolean local = ".".equals(opened.config().get("branch." + branch + ".remote"));
    return ref == null ? null : opened.refs().upstream(ref, local);
  }

  private AheadBehind apart(
      OpenRepository opened, @Nullable ObjectId oid, @Nullable ObjectId upstream)
      throws IOException {
    if (oid == null || upstream == null || upstream.equals(oid)) {
      return AheadBehind.EVEN;
    }
    ObjectId commit = opened.objects().peelToCommit(upstream);
    if (commit == null) {
      throw new UnprovenException("the upstream is not a commit");
    }
    Path commonDir = opened.layout().commonDir();
    boolean useGraph = opened.config().getBoolean("core.commitgraph", true);
    try (CommitWalk walk = new CommitWalk(files, commonDir, opened.objects(), useGraph)) {
      return walk.count(oid, commit);
    }
  }
}
