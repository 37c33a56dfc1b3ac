package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.command.GitOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// How a branch stands to what it follows, in git's own words.
///
/// @param ref its full name
/// @param oid its commit
/// @param upstream full name of the remote-tracking ref
/// @param upstreamOid the commit of that
/// @param remote name of the remote; `.` for a branch of the same repository
/// @param remoteRef full name of the branch there
/// @param pushRemote name of the remote that the user's own pushes of the branch go to
record BranchFacts(
    String ref,
    String oid,
    String upstream,
    String upstreamOid,
    String remote,
    String remoteRef,
    String pushRemote) {
  private static final String FORMAT =
      "--format=%(objectname)%09%(upstream)%09%(upstream:remotename)%09%(upstream:remoteref)"
          + "%09%(push:remotename)";

  /// Asks git.
  ///
  /// @param branch short name of the branch
  /// @throws IOException if git does not tell
  static BranchFacts read(GitCommand git, RepositoryLayout layout, String branch, Budget budget)
      throws IOException {
    String ref = "refs/heads/" + branch;
    String[] fields = ask(git, layout, budget, "for-each-ref", FORMAT, ref).split("\t", -1);
    if (fields.length != 5 || fields[1].isEmpty()) {
      throw new IOException("git does not know what " + branch + " follows");
    }
    String upstreamOid =
        ask(git, layout, budget, "rev-parse", "--verify", "--quiet", fields[1] + "^{commit}");
    return new BranchFacts(ref, fields[0], fields[1], upstreamOid, fields[2], fields[3], fields[4]);
  }

  private static String ask(
      GitCommand git, RepositoryLayout layout, Budget budget, String... arguments)
      throws IOException {
    GitOutput output = git.read(layout.path(), budget, arguments);
    if (!output.succeeded()) {
      throw new IOException(output.reason());
    }
    return new String(output.bytes(), StandardCharsets.UTF_8).strip();
  }
}
