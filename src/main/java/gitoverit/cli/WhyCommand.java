package gitoverit.cli;

import gitoverit.analysis.Failures;
import gitoverit.discovery.Explainer;
import gitoverit.discovery.Verdict;
import gitoverit.fs.PathBytes;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.git.command.Budget;
import gitoverit.option.Options;
import gitoverit.option.UsageException;
import gitoverit.run.Engine;
import gitoverit.run.Scan;
import gitoverit.terminal.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Runs `gitoverit why PATH [OPTIONS] [DIR...]`: explains why a search with these options lists a
/// path, or does not.
final class WhyCommand {
  private final Engine engine;
  private final OutputStream out;
  private final Options options;

  WhyCommand(Session session) {
    this.engine = session.engine();
    this.out = session.out();
    this.options = session.options();
  }

  /// Explains a path, absolute and without `.` and `..`.
  ExitCode run(Path target) throws UsageException, IOException {
    Verdict verdict;
    try {
      verdict = explain(target);
    } catch (IOException e) {
      throw new UsageException("cannot read its parent directories: " + message(e));
    }
    if (verdict instanceof Verdict.NoDirectory(Path at, boolean exists) && !exists) {
      throw new UsageException("no such directory: " + SafeText.of(at));
    }
    String text = SafeText.of(target) + " is " + words(verdict) + "\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return ExitCode.DONE;
  }

  /// Returns the verdict of the first start whose search lists the path, otherwise that of the
  /// first start above it.
  private Verdict explain(Path target) throws IOException {
    Explainer explainer = engine.explainer(Scan.searchOptions(options));
    Verdict nearest = new Verdict.Outside();
    for (Path start : options.search().starts()) {
      Verdict verdict = explainer.explain(start, target);
      if (verdict instanceof Verdict.Row || verdict instanceof Verdict.ErrorRow) {
        return verdict;
      }
      nearest = nearest instanceof Verdict.Outside ? verdict : nearest;
    }
    return nearest;
  }

  private String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Row(var layout, boolean contains) ->
          "listed: it is "
              + kind(layout.kind())
              + (contains ? " around the searched directory" : "");
      case Verdict.ErrorRow(IOException cause) -> "listed, with an error: " + message(cause);
      case Verdict.Bare() -> "not listed: it is a bare repository, and --bare is not given";
      case Verdict.Submodule(Path superproject) ->
          "not listed: it is a submodule of " + SafeText.of(superproject);
      case Verdict.Plain(Path worktree) -> "not listed: it has no .git" + belonging(worktree);
      case Verdict.NoDirectory(Path at, _) ->
          "not listed: " + SafeText.of(at) + " is not a directory";
      case Verdict.Link(Path link) ->
          "not listed: "
              + SafeText.of(link)
              + " is a symbolic link, which the search does not follow";
      case Verdict.Unreadable(Path at, IOException cause) ->
          "not listed: " + SafeText.of(at) + ", which has a row, cannot be read: " + message(cause);
      case Verdict.InsideRepository(Path gitDir) ->
          "not listed: the search does not enter " + SafeText.of(gitDir);
      case Verdict.Ignored(Path directory, Path worktree) ->
          "not listed: " + ignored(directory, worktree);
      case Verdict.Excluded(Path directory, String glob) ->
          "not listed: "
              + SafeText.of(directory)
              + " is excluded by --exclude "
              + SafeText.of(glob);
      case Verdict.TooDeep(int levels) ->
          "not listed: it is "
              + levels
              + " levels deep, and --depth is "
              + options.search().depth();
      case Verdict.Outside() -> "not listed: it is not below " + starts();
    };
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case MAIN -> "a repository";
      case LINKED -> "a linked worktree";
      case BARE -> "a bare repository";
    };
  }

  private static String message(IOException cause) {
    return SafeText.of(Failures.of(cause).message());
  }

  private static String belonging(@Nullable Path worktree) {
    return worktree == null ? "" : " and belongs to the worktree " + SafeText.of(worktree);
  }

  private String starts() {
    return String.join(", ", options.search().starts().stream().map(SafeText::of).toList());
  }

  private String ignored(Path directory, Path worktree) {
    String rule = rule(worktree, worktree.relativize(directory));
    String by = rule.isEmpty() ? "" : " by " + SafeText.of(rule);
    return SafeText.of(directory)
        + " is ignored in "
        + SafeText.of(worktree)
        + by
        + "; use -I to list it";
  }

  /// Returns the rule as git names it, such as `.gitignore:2:build/`; empty if git cannot be asked.
  private String rule(Path worktree, Path relative) {
    if (!PathBytes.isText(relative)) {
      return "";
    }
    Budget budget = Budget.ofMillis(options.work().timeoutMillis());
    String path = relative + "/";
    try {
      byte[] answer =
          engine
              .git()
              .read(worktree, budget, "check-ignore", "-v", "--no-index", "--", path)
              .bytes();
      String line = new String(answer, StandardCharsets.UTF_8);
      return line.substring(0, Math.max(0, line.lastIndexOf('\t')));
    } catch (IOException _) {
      // The explanation is complete without the rule, only less precise.
      return "";
    }
  }
}
