package gitoverit.analysis;

import gitoverit.git.AheadBehind;
import gitoverit.git.Upstream;
import gitoverit.git.config.Remotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What HEAD is and how its branch stands to its upstream.
///
/// @param head oid of the commit; null on an unborn branch
/// @param branch short name of the branch; null when detached
/// @param upstream short name of the upstream as git prints it; null without one
/// @param gone whether the upstream's ref is missing
/// @param ahead commits that only the branch has
/// @param behind commits that only the upstream has
record HeadFacts(
    @Nullable String head,
    @Nullable String branch,
    @Nullable String upstream,
    boolean gone,
    int ahead,
    int behind) {

  /// Returns how the branch is shown: its short name, or `DETACHED@` and the first digits of the
  /// oid.
  String displayBranch() {
    if (branch != null) {
      return branch;
    }
    return "DETACHED@" + (head == null ? "" : head.substring(0, Math.min(7, head.length())));
  }

  /// Puts facts together.
  static HeadFacts of(
      @Nullable String head, String branch, @Nullable Upstream upstream, AheadBehind apart) {
    return new HeadFacts(
        head,
        branch,
        upstream == null ? null : upstream.shortName(),
        upstream != null && upstream.isGone(),
        apart.ahead(),
        apart.behind());
  }

  /// Takes the facts from `git status`, which looked at them anyway.
  static HeadFacts of(PorcelainStatus status, Remotes remotes, GitAnswers answers)
      throws IOException {
    String branch = status.branch == null ? answers.symbolicHead() : status.branch;
    if (branch == null) {
      return new HeadFacts(status.head, null, null, false, 0, 0);
    }
    boolean gone = status.upstream != null && !status.compared;
    if (gone && status.head == null) {
      // Nothing to compare on an unborn branch, whether or not the upstream is there.
      gone = isGone(branch, remotes, answers);
    }
    return new HeadFacts(status.head, branch, status.upstream, gone, status.ahead, status.behind);
  }

  private static boolean isGone(String branch, Remotes remotes, GitAnswers answers)
      throws IOException {
    String ref = remotes.upstreamOf(branch);
    return ref == null || answers.forEachRef("%(refname)", ref).isEmpty();
  }

  /// Asks git for the facts without a look at the worktree.
  ///
  /// @param head the content of the `HEAD` file
  static HeadFacts ask(byte[] head, Remotes remotes, GitAnswers answers) throws IOException {
    String text = new String(head, StandardCharsets.UTF_8).strip();
    if (!text.startsWith("ref:")) {
      return new HeadFacts(text, null, null, false, 0, 0);
    }
    String ref = text.substring("ref:".length()).strip();
    String branch = ref.startsWith("refs/heads/") ? ref.substring("refs/heads/".length()) : ref;
    String line =
        answers.forEachRef("%(objectname)%09%(upstream:short)%09%(upstream:track,nobracket)", ref);
    if (line.isEmpty()) {
      return unborn(branch, remotes, answers);
    }
    String[] fields = line.split("\t", -1);
    String upstream = fields[1].isEmpty() ? null : fields[1];
    String track = fields[2];
    return new HeadFacts(
        fields[0],
        branch,
        upstream,
        track.equals("gone"),
        number(track, "ahead "),
        number(track, "behind "));
  }

  private static HeadFacts unborn(String branch, Remotes remotes, GitAnswers answers)
      throws IOException {
    String ref = remotes.upstreamOf(branch);
    if (ref == null) {
      return new HeadFacts(null, branch, null, false, 0, 0);
    }
    String name = answers.forEachRef("%(refname:short)", ref);
    return new HeadFacts(null, branch, name.isEmpty() ? shorten(ref) : name, name.isEmpty(), 0, 0);
  }

  private static String shorten(String ref) {
    for (String prefix : new String[] {"refs/remotes/", "refs/heads/", "refs/"}) {
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
