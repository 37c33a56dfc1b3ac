package gitoverit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HiddenFailuresTest {
  @TempDir private Path temporary;
  private GitSandbox sandbox;

  @BeforeEach
  void makeRepositories() {
    sandbox = GitSandbox.in(temporary);
    sandbox.init("r/plain");
    sandbox.sh(sandbox.root(), "mkdir -p r/broken/.git");
  }

  private InProcess.Result run(String... arguments) {
    return InProcess.run(Map.of(), sandbox.environment(), sandbox.root().resolve("r"), arguments);
  }

  @Test
  void aFailureThatNoRowShowsIsCountedOnStandardError() {
    InProcess.Result one = run("--where", "name == 'plain'", "--print", "name");
    assertThat(one.out()).isEqualTo("plain\n");
    assertThat(one.err()).isEqualTo("1 repository failed and is not shown; --errors names it\n");
    assertThat(one.exitCode()).isEqualTo(3);

    sandbox.sh(sandbox.root(), "mkdir -p r/empty/.git");
    assertThat(run("--where", "name == 'plain'").err())
        .isEqualTo("2 repositories failed and are not shown; --errors names them\n");
  }

  @Test
  void aFailureThatIsNamedOrShownIsNotCountedAgain() {
    assertThat(run("--where", "name == 'plain'", "--errors").err())
        .contains("broken: not-a-repository: ")
        .doesNotContain("not shown");
    assertThat(run().err()).isEmpty();
  }
}
