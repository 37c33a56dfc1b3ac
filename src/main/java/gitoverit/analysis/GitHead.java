package gitoverit.analysis;

import gitoverit.git.config.Remotes;
import gitoverit.report.HeadCommit;
import gitoverit.report.HeadState;
import gitoverit.report.Tracking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads HEAD, and how its branch compares with the upstream, from the output of git.
final class GitHead {
  private static final String HEADS = "refs/heads/";
  private static final String FORMAT =
      "%(objectname)%09%(upstream:short)%09%(upstream:track,nobracket)";

  private final Remotes remotes;
  private final GitAnswers answers;

  GitHead(Remotes remotes, GitAnswers answers) {
    this.remotes = remotes;
    this.answers = answers;
  }

  /// Returns the facts that `git status` has printed already.
  HeadState of(PorcelainStatus status) throws IOException {
    String branch = status.branch == null ? answers.symbolicHead() : status.branch;
    HeadCommit commit = commit(status.head);
    if (branch == null || status.upstream == null) {
      return new HeadState(branch, commit, null);
    }
    // git compares nothing on an unborn branch, whether or not the upstream exists.
    boolean gone = !status.compared && (commit != null || isGone(branch));
    return new HeadState(
        branch, commit, new Tracking(status.upstream, gone, status.ahead, status.behind));
  }

  private boolean isGone(String branch) throws IOException {
    String ref = remotes.upstreamOf(branch);
    return ref == null || answers.forEachRef("%(refname)", ref).isEmpty();
  }

  private @Nullable HeadCommit commit(@Nullable String oid) throws IOException {
    return oid == null ? null : answers.commit(oid);
  }

  /// Asks git for the facts without inspecting the worktree.
  ///
  /// @param headFile the content of the `HEAD` file
  HeadState ask(byte[] headFile) throws IOException {
    String text = new String(headFile, StandardCharsets.UTF_8).strip();
    if (!text.startsWith("ref:")) {
      return new HeadState(null, answers.commit(text), null);
    }
    String ref = text.substring("ref:".length()).strip();
    String branch = ref.startsWith(HEADS) ? ref.substring(HEADS.length()) : ref;
    String line = answers.forEachRef(FORMAT, ref);
    if (line.isEmpty()) {
      return new HeadState(branch, null, trackingOfUnborn(branch));
    }
    String[] fields = line.split("\t", -1);
    return new HeadState(branch, answers.commit(fields[0]), tracking(fields[1], fields[2]));
  }

  /// Parses two fields of `git for-each-ref`.
  ///
  /// @param track such as `gone`, or `ahead 1, behind 2`
  private static @Nullable Tracking tracking(String upstream, String track) {
    return upstream.isEmpty()
        ? null
        : new Tracking(
            upstream, track.equals("gone"), number(track, "ahead "), number(track, "behind "));
  }

  private @Nullable Tracking trackingOfUnborn(String branch) throws IOException {
    String ref = remotes.upstreamOf(branch);
    if (ref == null) {
      return null;
    }
    String name = answers.forEachRef("%(refname:short)", ref);
    return new Tracking(name.isEmpty() ? shorten(ref) : name, name.isEmpty(), 0, 0);
  }

  private static String shorten(String ref) {
    for (String prefix : new String[] {"refs/remotes/", HEADS, "refs/"}) {
      if (ref.startsWith(prefix)) {
        return ref.substring(prefix.length());
      }
    }
    return ref;
  }

  private static int number(String track, String word) {
    int at = track.indexOf(word);
    int value = 0;
    for (int i = at + word.length(); at >= 0 && i < track.length(); i++) {
      if (!Character.isDigit(track.charAt(i))) {
        break;
      }
      value = value * 10 + Character.digit(track.charAt(i), 10);
    }
    return value;
  }
}
