package gitoverit.remote;

import gitoverit.git.GitText;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.command.GitOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A branch and its upstream, as git reports them.
///
/// @param ref the branch
/// @param oid its commit
/// @param upstream the remote-tracking ref
/// @param upstreamOid the commit of that
/// @param remote the name of the remote; `.` for a branch of the same repository
/// @param remoteRef the full name of the branch there
/// @param pushRemote the name of the remote to which the user's own pushes of the branch go
record BranchFacts(
    RefName ref,
    ObjectId oid,
    RefName upstream,
    ObjectId upstreamOid,
    String remote,
    String remoteRef,
    String pushRemote) {
  private static final String FORMAT =
      "--format="
          + String.join(
              "%09",
              "%(refname)",
              "%(objectname)",
              "%(upstream)",
              "%(upstream:remotename)",
              "%(upstream:remoteref)",
              "%(push:remotename)");

  /// Asks git for the facts about a branch.
  ///
  /// @param branch the short name of the branch
  /// @throws IOException if git fails, or the branch has no upstream
  static BranchFacts read(GitCommand git, RepositoryLayout layout, String branch, Budget budget)
      throws IOException {
    RefName ref = RefName.ofBranch(branch);
    String answer = ask(git, layout, budget, "for-each-ref", FORMAT, ref.full());
    List<String> fields = List.of(answer.split("\t", -1));
    RefName upstream = fields.size() == 6 ? RefName.parse(fields.get(2)) : null;
    // git may have received the name garbled, as a pattern for another branch.
    if (upstream == null || !fields.get(0).equals(ref.full())) {
      throw new IOException("git finds no upstream of " + branch);
    }
    String commit = upstream.full() + "^{commit}";
    ObjectId upstreamOid = oid(ask(git, layout, budget, "rev-parse", "--verify", "-q", commit));
    return new BranchFacts(
        ref,
        oid(fields.get(1)),
        upstream,
        upstreamOid,
        fields.get(3),
        fields.get(4),
        fields.get(5));
  }

  private static ObjectId oid(String hex) throws IOException {
    ObjectId oid = ObjectId.parse(hex);
    if (oid == null) {
      throw new IOException("git printed an invalid object id: '" + hex + "'");
    }
    return oid;
  }

  private static String ask(
      GitCommand git, RepositoryLayout layout, Budget budget, String... arguments)
      throws IOException {
    GitOutput output = git.read(layout.path(), budget, arguments);
    if (!output.succeeded()) {
      throw new IOException(output.reason());
    }
    String text = GitText.decode(output.bytes(), output.bytes().length);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /// Returns whether the branch has this commit.
  ///
  /// @param hex a full oid; null for none
  boolean isAt(@Nullable String hex) {
    return oid.toString().equals(hex);
  }
}
