package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.Command;
import gitoverit.testing.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests that a run without remotes loads no class for them.
final class LazyLoadingTest {
  @TempDir private Path root;

  private String classesOf(String... options) {
    GitSandbox sandbox = GitSandbox.in(root.resolve(options.length == 0 ? "plain" : "fetch"));
    sandbox.init("repo").commit("one");
    List<String> words = RemoteRun.program(List.of("-Xlog:class+load"), options);
    return new Command(words, sandbox.root(), sandbox.environment()).runOrThrow().out();
  }

  @Test
  void nothingOfThisPackageIsLoadedWithoutNeed() throws Exception {
    Files.createDirectory(root.resolve("plain"));
    Files.createDirectory(root.resolve("fetch"));
    assertThat(classesOf()).contains("gitoverit.cli.Main ").doesNotContain("gitoverit.remote.");
    assertThat(classesOf("-f")).contains("gitoverit.remote.");
  }
}
