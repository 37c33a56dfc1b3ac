package gitoverit.analysis;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Identity;
import gitoverit.git.config.Remote;
import gitoverit.git.config.Remotes;
import gitoverit.git.repo.OperationReader;
import gitoverit.git.repo.StashLog;
import gitoverit.git.repo.SubmodulePaths;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoReport.Engine;
import gitoverit.report.RepoResult;
import gitoverit.report.Stats;
import gitoverit.report.WorktreeStatus;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns one repository into a result: a report, or a failure, but never an exception.
///
/// It keeps nothing from one repository to the next, so any number of threads may use one.
public final class RepositoryAnalyzer {
  private static final int SMALL_FILE = 1 << 16;

  private final FileAccess files;
  private final GitCommand git;
  private final ConfigReader configs;
  private final AnalysisOptions options;

  /// Makes an analyzer.
  public RepositoryAnalyzer(
      FileAccess files, GitCommand git, ConfigReader configs, AnalysisOptions options) {
    this.files = files;
    this.git = git;
    this.configs = configs;
    this.options = options;
  }

  /// Analyses one repository.
  ///
  /// @param actions what was done with its remotes before
  public RepoResult analyze(RepositoryLayout layout, RemoteActions actions) {
    try {
      return new RepoResult.Analyzed(report(layout, actions));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new RepoResult.Failed(layout.path(), layout.kind(), actions, Failures.of(e));
    }
  }

  private RepoReport report(RepositoryLayout found, RemoteActions actions) throws IOException {
    GitConfig config = configs.read(found);
    RepositoryLayout layout = withConfiguredKind(found, config);
    GitAnswers answers = new GitAnswers(git, layout, Budget.ofMillis(options.timeoutMillis()));
    Remotes remotes = new Remotes(config, files, layout);
    HeadFacts head;
    WorktreeStatus worktree = null;
    if (options.worktree() && layout.kind() != Kind.BARE) {
      PorcelainStatus status = answers.status();
      head = HeadFacts.of(status, remotes, answers);
      worktree = worktree(status, answers);
    } else {
      head = HeadFacts.ask(headFile(layout), remotes, answers);
    }
    Remote remote = remote(remotes, head.branch(), answers);
    return report(layout, config, head, remote, worktree, actions, answers);
  }

  private RepoReport report(
      RepositoryLayout layout,
      GitConfig config,
      HeadFacts head,
      @Nullable Remote remote,
      @Nullable WorktreeStatus worktree,
      RemoteActions actions,
      GitAnswers answers)
      throws IOException {
    boolean bare = layout.kind() == Kind.BARE;
    return new RepoReport(
        layout,
        head.displayBranch(),
        head.branch() == null,
        head.head(),
        head.upstream(),
        head.gone(),
        head.ahead(),
        head.behind(),
        remote == null ? null : remote.url(),
        remote == null || remote.pushUrl().equals(remote.url()) ? null : remote.pushUrl(),
        ident(config, answers),
        bare ? 0 : submodules(layout, answers),
        new StashLog(files).count(layout),
        bare ? List.of() : new OperationReader(files).read(layout.gitDir()),
        head.head() == null ? null : answers.committerTime(head.head()),
        worktree,
        actions,
        Engine.GIT,
        new Stats(answers.processes()));
  }

  /// A repository whose configuration calls it bare has no worktree, wherever its `.git` lies.
  private static RepositoryLayout withConfiguredKind(RepositoryLayout layout, GitConfig config)
      throws GitFormatException {
    boolean bare = layout.kind() == Kind.MAIN && config.getBoolean("core.bare", false);
    return bare
        ? new RepositoryLayout(layout.path(), layout.gitDir(), layout.commonDir(), Kind.BARE)
        : layout;
  }

  private byte[] headFile(RepositoryLayout layout) throws IOException {
    byte[] head = files.read(layout.gitDir().resolve("HEAD"), SMALL_FILE);
    if (head == null) {
      throw new GitFormatException("HEAD", 0, "missing");
    }
    return head;
  }

  private WorktreeStatus worktree(PorcelainStatus status, GitAnswers answers) throws IOException {
    boolean changed = status.staged + status.unstaged + status.unmerged > 0;
    LineTotals lines = changed ? answers.lineTotals() : LineTotals.ZERO;
    return new WorktreeStatus(
        status.staged,
        status.unstaged,
        status.unmerged,
        status.modified,
        status.deleted,
        status.untracked,
        lines.added(),
        lines.removed(),
        answers.latestMtime(files));
  }

  private int submodules(RepositoryLayout layout, GitAnswers answers) throws IOException {
    Set<String> configured = new SubmodulePaths(files).read(layout);
    if (configured.isEmpty()) {
      return 0;
    }
    configured.retainAll(answers.gitlinks());
    return configured.size();
  }

  private static @Nullable Remote remote(
      Remotes remotes, @Nullable String branch, GitAnswers answers) throws IOException {
    try {
      return remotes.followedBy(branch);
    } catch (UnprovenException _) {
      return answers.remote(remotes.nameFollowedBy(branch));
    }
  }

  private @Nullable String ident(GitConfig config, GitAnswers answers) throws IOException {
    return switch (Identity.ofCommitter(config, git.environment())) {
      case Identity.Known(String text) -> text;
      case Identity.Unknown _ -> null;
      case Identity.AskGit _ -> answers.ident();
    };
  }
}
