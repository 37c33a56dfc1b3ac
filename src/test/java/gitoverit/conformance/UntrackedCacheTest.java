package gitoverit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// git's untracked cache (`git update-index --untracked-cache`) detects changes of a directory with
/// a resolution of seconds. If a directory changes in the same second as a `git status`, and the
/// index is written in a later second, `git status` misses the new files.
@Tag("slow")
final class UntrackedCacheTest {
  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource
  void isNotBelieved(Way way) {
    GitSandbox sandbox = GitSandbox.in(root);
    sandbox.init("repo").write("d/file", "text\n").commit("file");
    sandbox.sh(
        root.resolve("repo"),
        """
        git update-index --untracked-cache
        git status && git status && echo new >d/new
        sleep 1 && git update-index --index-version 4
        """);
    String out =
        InProcess.run(
                way.properties(), sandbox.environment(), root, "--format", "json", root.toString())
            .out();
    assertThat(out).containsPattern("\"untracked\": *1\\b");
  }
}
