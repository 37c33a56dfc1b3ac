package gitoverit.analysis;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.git.config.Remotes;
import gitoverit.git.repo.SubmodulePaths;
import gitoverit.report.ChangeCounts;
import gitoverit.report.HeadState;
import gitoverit.report.Provenance;
import gitoverit.report.Stats;
import gitoverit.report.WorktreeStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/// Reports the facts about one repository by asking the git binary.
final class GitEngine {
  private static final int SMALL_FILE = 1 << 16;

  private final FileAccess files;
  private final RepositoryLayout layout;
  private final GitAnswers git;

  GitEngine(FileAccess files, RepositoryLayout layout, GitAnswers git) {
    this.files = files;
    this.layout = layout;
    this.git = git;
  }

  /// Asks git for all facts.
  ///
  /// @param inspect whether to inspect the worktree
  /// @param reason the reason why git is asked
  Answer answer(Remotes remotes, boolean inspect, String reason) throws IOException {
    GitHead reader = new GitHead(remotes, git);
    HeadState head;
    WorktreeStatus worktree = null;
    if (inspect) {
      PorcelainStatus status = git.status();
      head = reader.of(status);
      worktree = worktree(status);
    } else {
      head = reader.ask(headFile());
    }
    int submodules = layout.kind() == Kind.BARE ? 0 : submodules();
    Stats stats = Stats.ofProcesses(git.processes());
    return new Answer(head, submodules, worktree, Provenance.ofGit(stats, reason));
  }

  private byte[] headFile() throws IOException {
    Path file = layout.gitDir().resolve("HEAD");
    FileStat stat = new FileStat();
    if (files.stat(file, false, stat) && stat.isSymbolicLink()) {
      // A link into refs is a symbolic ref of early git, any other a file.
      String ref = git.symbolicRef();
      if (ref != null) {
        return ("ref: " + ref).getBytes(StandardCharsets.UTF_8);
      }
    }
    byte[] head = files.read(file, SMALL_FILE);
    if (head == null) {
      throw new GitFormatException("HEAD", 0, "missing");
    }
    return head;
  }

  private WorktreeStatus worktree(PorcelainStatus status) throws IOException {
    ChangeCounts counts = status.counts();
    boolean staged = counts.staged() + counts.unmerged() > 0;
    boolean unstaged = counts.unstaged() + counts.unmerged() > 0;
    return new WorktreeStatus(counts, git.lineTotals(staged, unstaged), git.latestMtime(files));
  }

  /// git reads `.gitmodules` from the index where the worktree has none.
  private int submodules() throws IOException {
    Set<String> configured;
    try {
      configured = new SubmodulePaths(files).read(layout);
    } catch (GitFormatException _) {
      // git has answered without this file.
      return 0;
    }
    if (configured == null) {
      configured = git.submodulePathsOfIndex();
    }
    if (configured.isEmpty() || git.isSubmoduleListUnmerged()) {
      return 0;
    }
    Set<String> gitlinks = git.gitlinks();
    gitlinks.retainAll(configured);
    return gitlinks.size();
  }
}
