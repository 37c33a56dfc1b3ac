package gitoverit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// In a partial clone, git fetches missing content with a program that the repository names. The
/// program never causes such a fetch.
final class PartialCloneTest {
  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource
  void nothingIsFetched(Way way) {
    GitSandbox sandbox = GitSandbox.in(root);
    sandbox.init("upstream").write("a", "1\n").write("b", "2\n").commit("files");
    sandbox.sh(
        root,
        """
        git -C upstream config uploadpack.allowFilter true
        git -C upstream config uploadpack.allowAnySHA1InWant true
        git clone -q --no-checkout --filter=blob:none "file://$PWD/upstream" partial
        git -C partial reset -q
        git -C partial config remote.origin.uploadpack "touch '$PWD/ran'; git-upload-pack"
        """);
    String partial = root.resolve("partial").toString();
    InProcess.Result result =
        InProcess.run(way.properties(), sandbox.environment(), root, "-o", "json", partial);
    assertThat(result.out())
        .containsPattern("\"deleted\": *2\\b")
        .containsPattern("\"removed_lines\": *null");
    assertThat(root.resolve("ran")).doesNotExist();
  }
}
