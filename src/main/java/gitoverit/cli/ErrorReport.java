package gitoverit.cli;

import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.row.SearchOrder;
import gitoverit.terminal.SafeText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reports failures on standard error.
final class ErrorReport {
  private ErrorReport() {}

  /// Prints a line for every failure, by path.
  static void print(List<RepoResult> failures, PrintStream err) {
    List<RepoResult> sorted = new ArrayList<>(failures);
    SearchOrder order = new SearchOrder(List.of());
    sorted.sort((a, b) -> order.compare(a.path(), b.path()));
    for (RepoResult result : sorted) {
      switch (result) {
        case RepoResult.Analyzed(RepoReport report) ->
            printRemote(result, report.remoteActions(), err);
        case RepoResult.Failed(_, _, var actions, var failure) -> {
          printRemote(result, actions, err);
          print(result, failure.kind().label(), failure.message(), err);
        }
      }
    }
  }

  /// Prints the number of failed repositories that have no row; prints nothing if it is 0.
  static void printHidden(int failures, PrintStream err) {
    if (failures == 1) {
      err.println("1 repository failed and is not shown; --errors names it");
    } else if (failures > 1) {
      err.println(failures + " repositories failed and are not shown; --errors names them");
    }
  }

  private static void printRemote(RepoResult result, RemoteActions actions, PrintStream err) {
    print(result, "fetch failed", actions.fetchFailure(), err);
    print(result, "pull failed", actions.pullFailure(), err);
    print(result, "push failed", actions.pushFailure(), err);
  }

  private static void print(
      RepoResult result, String what, @Nullable RemoteFailure failure, PrintStream err) {
    if (failure != null) {
      print(result, what + ": " + failure.summary(), failure.message(), err);
    }
  }

  private static void print(RepoResult result, String what, String message, PrintStream err) {
    err.println(SafeText.of(result.path()) + ": " + what + ": " + SafeText.of(message));
  }
}
