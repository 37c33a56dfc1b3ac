package gitoverit.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.analysis.AnalysisOptions.Source;
import gitoverit.report.LineTotals;
import gitoverit.report.Provenance;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoReport.Engine;
import gitoverit.report.Stats;
import gitoverit.schedule.Forks;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests that the report names the reason why git was asked, and none if git was not asked, or only
/// for one fact.
final class AskedGitTest {
  @TempDir private Path root;
  private Repo repo;

  @BeforeEach
  void makeRepository() {
    repo = GitSandbox.in(root).init("repo");
    repo.sh("echo 1 > file; git add file; git commit -qm one");
  }

  private Provenance provenance() throws IOException {
    return SandboxAnalysis.report(repo).provenance();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "core.ignoreCase is set | git config core.ignoreCase true",
        "a staged file may have been renamed | git mv file moved",
        "HEAD points outside of refs/heads/ | git update-ref refs/x HEAD;"
            + " git symbolic-ref HEAD refs/x",
        "an index entry has no name, as in a split index | git update-index --split-index",
        "the repository has replace refs | echo 2 > file; git commit -qam two;"
            + " git replace HEAD HEAD~",
        "a filter or conversion may apply to a touched file | git config filter.x.clean cat;"
            + " echo '* filter=x' > .gitattributes; touch -d '1 hour ago' file",
        "a symbolic link replaces a directory | mkdir d; echo > d/f; git add d; git commit -qm d;"
            + " mv d e; ln -s e d",
        "a submodule is populated | git clone -q . sub; git add sub 2>/dev/null",
        "a file exists outside of the sparse checkout | git config core.sparseCheckout true;"
            + " git update-index --skip-worktree file",
      })
  void aReasonIsAPhrase(String reason, String script) throws IOException {
    repo.sh(script);
    assertThat(provenance().askedGit()).isEqualTo(reason);
    assertThat(provenance().engine()).isEqualTo(Engine.GIT);
  }

  @Test
  void aFailureThatGitHandlesIsAReason() throws IOException {
    repo.sh("mkdir .gitattributes; touch -d '1 hour ago' file");
    assertThat(provenance().askedGit()).endsWith("Is a directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "git pack-refs --all", "git update-ref -d HEAD"})
  void aHeadOfEarlyGitIsABranchWithoutTheWorktreeToo(String script) throws IOException {
    repo.sh(script + "; rm .git/HEAD; ln -s refs/heads/main .git/HEAD");
    AnalysisOptions options =
        new AnalysisOptions(false, SandboxAnalysis.TIMEOUT_MILLIS, Source.FILES_FIRST);
    RepoReport report = SandboxAnalysis.report(repo, options, Forks.NONE);
    assertThat(report.head().branch()).isEqualTo("main");
    String oid = repo.sh("git rev-parse --quiet --verify HEAD || true").strip();
    assertThat(report.head().oid()).isEqualTo(oid.isEmpty() ? null : oid);
  }

  @Test
  void directoriesThatAreNestedTooDeeplyAreLeftToGit() throws IOException {
    repo.sh(
        """
        deep=$(printf 'd/%.0s' $(seq 90))
        for i in $(seq 20); do mkdir -p $deep; cd $deep; done
        echo > leaf
        """);
    RepoReport report = SandboxAnalysis.report(repo);
    // The test framework would take a minute to remove them.
    repo.sh("rm -rf d");
    assertThat(requireNonNull(report.worktree()).untracked()).isEqualTo(1);
    assertThat(report.provenance().askedGit()).isIn(null, "directories are nested too deeply");
  }

  @Test
  void anAnswerOfThisProgramHasNone() throws IOException {
    assertThat(provenance().askedGit()).isNull();
    assertThat(provenance().engine()).isEqualTo(Engine.NATIVE);
  }

  @Test
  void linesThatGitCountsAreNone() throws IOException {
    repo.sh("git config diff.algorithm patience; echo 2 > file");
    RepoReport report = SandboxAnalysis.report(repo);
    assertThat(requireNonNull(report.worktree()).lines()).isEqualTo(new LineTotals(1, 1));
    assertThat(report.provenance().stats().processes()).isPositive();
    assertThat(report.provenance().askedGit()).isNull();
    assertThat(report.engine()).isEqualTo(Engine.NATIVE);
  }

  @Test
  void theUrlsOfARemoteThatGitExpandsAreNone() throws IOException {
    repo.sh("git config remote.origin.url hg://x; git config remote.origin.vcs hg");
    RepoReport report = SandboxAnalysis.report(repo);
    assertThat(report.remote().url()).isEqualTo("hg://x");
    assertThat(report.provenance().askedGit()).isNull();
    assertThat(report.engine()).isEqualTo(Engine.NATIVE);
  }

  @Test
  void beingToldToAskGitIsAReason() throws IOException {
    AnalysisOptions options =
        new AnalysisOptions(true, SandboxAnalysis.TIMEOUT_MILLIS, Source.GIT_ALONE);
    RepoReport report = SandboxAnalysis.report(repo, options, Forks.NONE);
    assertThat(report.provenance())
        .isEqualTo(
            Provenance.ofGit(
                Stats.ofProcesses(report.provenance().stats().processes()),
                "git is asked about every repository"));
  }
}
