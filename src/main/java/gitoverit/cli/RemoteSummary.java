package gitoverit.cli;

import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RepoResult;
import gitoverit.terminal.SafeText;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Summarises failures of remotes by cause on standard error, such as `credentials needed: 3
/// repositories`.
final class RemoteSummary {
  private RemoteSummary() {}

  /// A cause, with the host where the host matters.
  private record Kind(RemoteFailure.Cause cause, String text) {
    static final Comparator<Kind> ORDER =
        Comparator.comparing(Kind::cause).thenComparing(Kind::text);
  }

  /// Prints a line for every cause.
  ///
  /// @param journalProblem the reason why the journal could not be written; null if it was written
  static void print(List<RepoResult> failures, @Nullable String journalProblem, PrintStream err) {
    Map<Kind, Integer> counts = new TreeMap<>(Kind.ORDER);
    for (RepoResult result : failures) {
      RemoteFailure failure = firstOf(result.remoteActions());
      if (failure != null) {
        counts.merge(new Kind(failure.cause(), failure.summary()), 1, Integer::sum);
      }
    }
    if (journalProblem != null) {
      err.println("gitoverit: cannot write the undo journal: " + SafeText.of(journalProblem));
    }
    counts.forEach((kind, count) -> err.println(SafeText.of(kind.text()) + ": " + of(count)));
  }

  private static String of(int count) {
    return count == 1 ? "1 repository" : count + " repositories";
  }

  private static @Nullable RemoteFailure firstOf(RemoteActions actions) {
    if (actions.fetchFailure() != null) {
      return actions.fetchFailure();
    }
    return actions.pullFailure() != null ? actions.pullFailure() : actions.pushFailure();
  }
}
