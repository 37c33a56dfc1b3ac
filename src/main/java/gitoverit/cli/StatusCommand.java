package gitoverit.cli;

import gitoverit.analysis.AnalysisOptions;
import gitoverit.analysis.ProvenConfigs;
import gitoverit.analysis.RepositoryAnalyzer;
import gitoverit.discovery.Found;
import gitoverit.discovery.RepositoryFinder;
import gitoverit.discovery.SearchOptions;
import gitoverit.discovery.SearchPlace;
import gitoverit.discovery.WorktreeScopes;
import gitoverit.fs.FileAccess;
import gitoverit.git.command.ChildProcesses;
import gitoverit.git.command.GitCommand;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.repo.RootIgnores;
import gitoverit.option.Options;
import gitoverit.option.UsageException;
import gitoverit.remote.RemoteWork;
import gitoverit.report.RepoResult;
import gitoverit.run.CachedAnalysis;
import gitoverit.run.RemoteStep;
import gitoverit.run.RepositoryRun;
import gitoverit.schedule.Analysis;
import gitoverit.schedule.ProgressObserver;
import gitoverit.schedule.Scheduler;
import gitoverit.terminal.ColorMode;
import gitoverit.terminal.ProgressDisplay;
import gitoverit.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The main job: find, analyse, show.
final class StatusCommand {
  private final Invocation invocation;
  private final OutputStream out;
  private final PrintStream err;
  private final FileAccess files;
  private final ConfigFiles configs;
  private final Map<String, String> identities;
  private final Options options;
  private final Terminal terminal;
  private final ChildProcesses children;
  private @Nullable RemoteWork remotes;

  StatusCommand(
      Invocation invocation,
      OutputStream out,
      PrintStream err,
      FileAccess files,
      ConfigFiles configs,
      Map<String, String> identities,
      Options options) {
    this.invocation = invocation;
    this.out = out;
    this.err = err;
    this.files = files;
    this.configs = configs;
    this.identities = identities;
    this.options = options;
    this.children = new ChildProcesses(files);
    this.terminal =
        Terminal.detect(
            invocation.isTerminal("stdout"),
            invocation.isTerminal("stderr"),
            invocation.terminalColumns(),
            invocation.environment(),
            options.color());
  }

  /// Runs to the end.
  ///
  /// @throws IOException if the output cannot be written
  /// @throws UsageException if a setting of the user's makes no sense
  ExitCode run() throws IOException, UsageException {
    try (Interrupt interrupt = new Interrupt()) {
      return run(interrupt);
    }
  }

  private ExitCode run(Interrupt interrupt) throws IOException, UsageException {
    if (options.watchMillis() > 0) {
      interrupt.onInterrupt(children::endAll);
      new WatchCommand(this, invocation, files, options, terminal).run(interrupt);
      children.endAll();
      return ExitCode.DONE;
    }
    ProgressObserver progress = progress(interrupt);
    ResultWriter writer = writer(terminal, System.nanoTime(), out);
    try {
      scan(configs, null, progress, writer);
    } catch (UncheckedIOException e) {
      progress.finished();
      children.endAll();
      throw e.getCause();
    }
    interrupt.pass();
    writer.finish();
    if (remotes != null) {
      RemoteSummary.print(writer.failures(), remotes.journalProblem(), err);
    }
    if (options.errors()) {
      ErrorReport.print(writer.failures(), err);
    }
    if (writer.matched()) {
      return ExitCode.MATCHED;
    }
    return writer.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILURES;
  }

  /// Returns a writer of what this command shows.
  ///
  /// @param shown where it is shown
  /// @param startNanos when the search began, of [System#nanoTime()]
  ResultWriter writer(Terminal shown, long startNanos, OutputStream to) throws IOException {
    return new ResultWriter(invocation, options, shown, startNanos, identities, linkHost(), to);
  }

  private @Nullable String linkHost() throws IOException {
    boolean off =
        options.hyperlinks() == ColorMode.NEVER
            || options.format() != Options.Format.TABLE
            || (options.hyperlinks() == ColorMode.AUTO && !terminal.stdoutIsTerminal());
    return off ? null : HyperlinkHost.of(options.hyperlinks(), invocation.environment(), files);
  }

  private ProgressObserver progress(Interrupt interrupt) {
    // Rows on the same terminal as soon as they are there show themselves how the run goes on.
    boolean rowsShowIt = options.streams() && terminal.stdoutIsTerminal();
    if (!options.progress() || !terminal.progress() || rowsShowIt) {
      interrupt.onInterrupt(children::endAll);
      return ProgressObserver.SILENT;
    }
    ProgressDisplay display =
        new ProgressDisplay(invocation.err(), terminal.progressWidth(), System::nanoTime);
    interrupt.onInterrupt(() -> {
      display.restore();
      children.endAll();
    });
    return display;
  }

  /// Searches and analyses.
  ///
  /// @param memory what was found out in former rounds; null when there are none
  void scan(
      ConfigFiles configs,
      CachedAnalysis.@Nullable Memory memory,
      ProgressObserver progress,
      Consumer<RepoResult> consumer)
      throws IOException, UsageException {
    GitCommand git = new GitCommand(invocation.environment(), children);
    ConfigReader proven = new ProvenConfigs(configs, git, options.timeoutMillis());
    RootIgnores ignores = new RootIgnores(files, proven, invocation.environment());
    RepositoryFinder finder =
        new RepositoryFinder(files, searchOptions(options), new WorktreeScopes(files, ignores));
    RepositoryAnalyzer analyzer =
        new RepositoryAnalyzer(files, git, proven, ignores, analysisOptions());
    RemoteWork sync =
        options.sync() == null
            ? null
            : RemoteStep.sync(
                invocation.environment(),
                options.sync(),
                options.workers(),
                files,
                git,
                configs,
                proven,
                children);
    Analysis<SearchPlace, Found, RepoResult> analysis =
        new RepositoryRun(finder, analyzer, sync, options);
    if (memory != null) {
      analysis = new CachedAnalysis(analysis, memory);
    }
    Scheduler<SearchPlace, Found, RepoResult> scheduler =
        new Scheduler<>(finder, analysis, progress, sync == null ? null : new RemoteStep(sync));
    List<SearchPlace> starts = starts();
    remotes = sync;
    if (options.parallel()) {
      scheduler.runInParallel(options.workers(), starts, consumer);
    } else {
      scheduler.runSequentially(starts, consumer);
    }
  }

  private List<SearchPlace> starts() {
    List<SearchPlace> starts = new ArrayList<>();
    for (Path start : options.starts()) {
      starts.add(SearchPlace.start(start));
    }
    return starts;
  }

  static SearchOptions searchOptions(Options options) {
    return new SearchOptions(
        options.includeIgnored(), options.bare(), options.depth(), options.excludes());
  }

  private AnalysisOptions analysisOptions() {
    // The hidden switch -Dgitoverit.engine=git is for tests that compare the two.
    boolean alwaysAskGit = "git".equals(invocation.properties().get("gitoverit.engine"));
    return new AnalysisOptions(!options.metadataOnly(), options.timeoutMillis(), alwaysAskGit);
  }
}
