package gitoverit.analysis;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.git.UnprovenException;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.command.GitTimeoutException;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Identity;
import gitoverit.git.config.Remote;
import gitoverit.git.config.Remotes;
import gitoverit.git.repo.LastFetch;
import gitoverit.git.repo.OperationReader;
import gitoverit.git.repo.Repository;
import gitoverit.git.repo.RootIgnores;
import gitoverit.git.repo.StashLog;
import gitoverit.report.LineTotals;
import gitoverit.report.Provenance;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteState;
import gitoverit.report.RepoCounts;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.Stats;
import gitoverit.report.WorktreeStatus;
import gitoverit.schedule.Forks;
import gitoverit.status.NestedSink;
import gitoverit.status.WorktreeChanges;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns one repository into a result: a report, or a failure, but never an exception.
///
/// It reads git's own files in this process, and asks git where they prove nothing. It keeps no
/// state between repositories, so any number of threads may share an analyzer.
public final class RepositoryAnalyzer {
  private final FileAccess files;
  private final GitCommand git;
  private final ConfigReader configs;
  private final NativeAnalysis nativeAnalysis;
  private final AnalysisOptions options;

  /// Creates an analyzer.
  public RepositoryAnalyzer(
      FileAccess files,
      GitCommand git,
      ConfigReader configs,
      RootIgnores rootIgnores,
      AnalysisOptions options) {
    this.files = files;
    this.git = git;
    this.configs = configs;
    this.nativeAnalysis = new NativeAnalysis(files, rootIgnores, git.environment());
    this.options = options;
  }

  /// Analyses one repository.
  ///
  /// @param actions the earlier actions with its remotes
  /// @param nestedSink takes the nested repositories, if the worktree is walked in this process:
  ///   then the engine of the report is native
  /// @param forks gives parts of the work to other threads
  public RepoResult analyze(
      RepositoryLayout layout, RemoteActions actions, NestedSink nestedSink, Forks forks) {
    try {
      return new RepoResult.Analyzed(report(layout, actions, nestedSink, forks));
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new RepoResult.Failed(layout.path(), layout.kind(), actions, Failures.of(e));
    }
  }

  private RepoReport report(
      RepositoryLayout found, RemoteActions actions, NestedSink nestedSink, Forks forks)
      throws IOException {
    Repository repository = read(found);
    RepositoryLayout layout = repository.layout();
    GitAnswers answers = new GitAnswers(git, layout, Budget.ofMillis(options.timeoutMillis()));
    boolean inspect = options.worktree() && layout.kind() != Kind.BARE;
    Answer answer;
    try {
      answer = nativeAnswer(facts(repository, inspect, nestedSink, forks), answers);
    } catch (UnprovenException e) {
      GitEngine engine = new GitEngine(files, layout, answers);
      answer = engine.answer(repository.remotes(), inspect, e.reason());
    }
    return report(repository, answer, actions, answers);
  }

  private Repository read(RepositoryLayout found) throws IOException {
    GitConfig config = configs.read(found);
    RepositoryLayout layout = withConfiguredKind(found, config);
    return new Repository(layout, config, new Remotes(config, files, layout));
  }

  /// Turns a failure of the engine into a refusal, because git may be able to handle it.
  private NativeAnalysis.Facts facts(
      Repository repository, boolean inspect, NestedSink nestedSink, Forks forks)
      throws IOException {
    if (options.source() == AnalysisOptions.Source.GIT_ALONE) {
      throw new UnprovenException("git is asked about every repository");
    }
    try {
      return nativeAnalysis.read(repository, inspect, nestedSink, forks);
    } catch (GitTimeoutException | UnprovenException e) {
      throw e;
    } catch (IOException e) {
      throw new UnprovenException(Failures.of(e).message(), e);
    } catch (OutOfMemoryError e) {
      throw new UnprovenException("there is not enough memory", e);
    } catch (StackOverflowError e) {
      throw new UnprovenException("directories are nested too deeply", e);
    }
  }

  private static Answer nativeAnswer(NativeAnalysis.Facts facts, GitAnswers answers)
      throws IOException {
    WorktreeChanges changes = facts.changes();
    WorktreeStatus worktree = changes == null ? null : worktree(changes, answers);
    int processes = answers.processes();
    Stats stats =
        changes == null ? Stats.ofProcesses(processes) : changes.cost().withProcesses(processes);
    return new Answer(facts.head(), facts.submodules(), worktree, Provenance.ofNative(stats));
  }

  /// git counts the lines of a change when the algorithms may differ.
  private static WorktreeStatus worktree(WorktreeChanges changes, GitAnswers answers)
      throws IOException {
    LineTotals staged = changes.stagedLines();
    LineTotals unstaged = changes.unstagedLines();
    LineTotals lines = answers.lineTotals(staged == null, unstaged == null);
    lines = lines == null || staged == null ? lines : lines.plus(staged);
    lines = lines == null || unstaged == null ? lines : lines.plus(unstaged);
    return new WorktreeStatus(changes.counts(), lines, changes.latestMtime());
  }

  private RepoReport report(
      Repository repository, Answer answer, RemoteActions actions, GitAnswers answers)
      throws IOException {
    RepositoryLayout layout = repository.layout();
    Remote remote = remote(repository.remotes(), answer.head().branch(), answers);
    return new RepoReport(
        layout,
        answer.head(),
        remoteState(remote, new LastFetch(files).read(layout), actions),
        ident(repository.config(), answers),
        new RepoCounts(answer.submodules(), new StashLog(files).count(repository)),
        layout.kind() == Kind.BARE ? List.of() : new OperationReader(files).read(layout.gitDir()),
        answer.worktree(),
        answer.provenance());
  }

  private static RemoteState remoteState(
      @Nullable Remote remote, @Nullable Long lastFetch, RemoteActions actions) {
    if (remote == null) {
      return new RemoteState(null, null, lastFetch, actions);
    }
    String pushUrl = remote.pushUrl().equals(remote.url()) ? null : remote.pushUrl();
    return new RemoteState(remote.url(), pushUrl, lastFetch, actions);
  }

  /// A repository whose configuration sets `core.bare` has no worktree, wherever its `.git` is. The
  /// setting applies to its linked worktrees only if each has a configuration of its own.
  private static RepositoryLayout withConfiguredKind(RepositoryLayout layout, GitConfig config)
      throws GitFormatException {
    GitConfig own = config.own();
    boolean heeded =
        layout.kind() == Kind.MAIN
            || (layout.kind() == Kind.LINKED && own.getBoolean("extensions.worktreeconfig", false));
    return heeded && own.getBoolean("core.bare", false)
        ? new RepositoryLayout(layout.path(), layout.gitDir(), layout.commonDir(), Kind.BARE)
        : layout;
  }

  private static @Nullable Remote remote(
      Remotes remotes, @Nullable String branch, GitAnswers answers) throws IOException {
    try {
      return remotes.followedBy(branch);
    } catch (UnprovenException _) {
      // git answers for the URLs alone: the engine of the report stays native.
      return answers.remote(remotes.nameFollowedBy(branch));
    }
  }

  private @Nullable String ident(GitConfig config, GitAnswers answers) throws IOException {
    Identity identity = Identity.ofCommitter(config, git.environment());
    if (identity instanceof Identity.Known(String text)) {
      return text;
    }
    return identity instanceof Identity.AskGit ? answers.ident() : null;
  }
}
