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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `gitoverit why PATH [OPTIONS] [DIR...]`: says in words why a path is or is not a row of the same
/// search.
final class WhyCommand {
  /// The first argument that asks for it; a directory of that name is `./why`.
  static final String WORD = "why";

  private final Engine engine;
  private final OutputStream out;
  private final Options options;

  WhyCommand(Session session) {
    this.engine = session.engine();
    this.out = session.out();
    this.options = session.options();
  }

  /// Returns the path that is asked about: the first word after the command.
  static String path(List<String> arguments) throws UsageException {
    if (arguments.size() < 2 || arguments.get(1).startsWith("-")) {
      throw new UsageException("why needs a PATH right after it (the directory `why` is ./why)");
    }
    return arguments.get(1);
  }

  /// Explains a path, absolute and without `.` and `..`.
  ExitCode run(Path target) throws UsageException, IOException {
    Verdict verdict;
    try {
      verdict = explain(target);
    } catch (IOException e) {
      throw new UsageException("cannot look at what is around it: " + message(e));
    }
    if (verdict instanceof Verdict.NoDirectory(Path at, boolean exists) && !exists) {
      throw new UsageException("no such directory: " + SafeText.of(at));
    }
    String text = SafeText.of(target) + " is " + words(verdict) + "\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return ExitCode.DONE;
  }

  /// Of several searches, the first that makes it a row tells, else the first that gets near it.
  private Verdict explain(Path target) throws IOException {
    Explainer explainer = engine.explainer(Scan.searchOptions(options));
    Verdict nearest = new Verdict.Outside();
    for (Path start : options.starts()) {
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
          "a row: " + kind(layout.kind()) + (contains ? " around the directory searched" : "");
      case Verdict.ErrorRow(IOException cause) -> "a row with an error: " + message(cause);
      case Verdict.Bare() -> "no row: it is a bare repository, and --bare is not given";
      case Verdict.Submodule(Path superproject) ->
          "no row: it is a submodule, and counts in " + SafeText.of(superproject);
      case Verdict.Plain(Path worktree) -> "no row: it has no .git" + belonging(worktree);
      case Verdict.NoDirectory(Path at, _) -> "no row: " + SafeText.of(at) + " is no directory";
      case Verdict.Link(Path link) ->
          "no row: " + SafeText.of(link) + " is a symbolic link, and those are not followed";
      case Verdict.Unreadable(Path at, IOException cause) ->
          "no row: " + SafeText.of(at) + ", which is one, cannot be read: " + message(cause);
      case Verdict.InsideRepository(Path gitDir) ->
          "no row: nothing is searched inside of " + SafeText.of(gitDir);
      case Verdict.Ignored(Path directory, Path worktree) ->
          "no row: " + ignored(directory, worktree);
      case Verdict.Excluded(Path directory, String glob) ->
          "no row: " + SafeText.of(directory) + " is excluded by --exclude " + SafeText.of(glob);
      case Verdict.TooDeep(int levels) ->
          "no row: it lies " + levels + " levels deep, and --depth is " + options.depth();
      case Verdict.Outside() -> "no row: it does not lie below " + starts();
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
    return worktree == null ? "" : ", and belongs to the worktree " + SafeText.of(worktree);
  }

  private String starts() {
    return String.join(", ", options.starts().stream().map(SafeText::of).toList());
  }

  private String ignored(Path directory, Path worktree) {
    String rule = rule(worktree, worktree.relativize(directory));
    String by = rule.isEmpty() ? "" : " by " + SafeText.of(rule);
    return SafeText.of(directory)
        + " is ignored in "
        + SafeText.of(worktree)
        + by
        + "; -I shows it";
  }

  /// What git itself says of a rule, such as `.gitignore:2:build/`; nothing when it cannot be
  /// asked.
  private String rule(Path worktree, Path relative) {
    if (!PathBytes.isText(relative)) {
      return "";
    }
    Budget budget = Budget.ofMillis(options.timeoutMillis());
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
      // Without git there still is an answer, only a shorter one.
      return "";
    }
  }
}
