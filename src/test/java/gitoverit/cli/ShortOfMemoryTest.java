package gitoverit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.Command;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.Jvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A repository that needs more memory than the program has fails alone, in its row.
@Tag("slow")
@Timeout(60)
final class ShortOfMemoryTest {
  private static final int HEAP_MEGABYTES = 16;

  /// An index of about 18 MB.
  private static final String MANY_ENTRIES =
      """
      blob=$(echo text | git hash-object -w --stdin)
      seq 250000 | sed "s,.*,100644 $blob\\td/&," | git update-index --index-info
      """;

  @TempDir private Path root;
  private GitSandbox sandbox;

  @BeforeEach
  void makeRepositories() {
    sandbox = GitSandbox.in(root);
    sandbox.init("large").sh(MANY_ENTRIES);
    sandbox.init("small").write("file", "text").commit("file");
  }

  @Test
  void gitIsAskedWhereAnIndexDoesNotFit() {
    sandbox
        .repo("large")
        .sh("git commit -qm all && git ls-files | git update-index --skip-worktree --stdin");
    Command.Outcome result = run("--sort", "dir", "--print", "name + ' ' + engine + ' ' + status");
    assertThat(result.out()).isEqualTo("large git clean\nsmall native clean\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void whatDoesNotFitAtAllIsAFailureThatSaysSo() {
    Command.Outcome result = run("--errors", "--sort", "dir", "--print", "name + ' ' + status");
    assertThat(result.out()).isEqualTo("large error: internal\nsmall clean\n");
    assertThat(result.err()).endsWith("large: internal: not enough memory: Java heap space\n");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  private Command.Outcome run(String... arguments) {
    List<String> words = Jvm.program("-Xmx" + HEAP_MEGABYTES + "m");
    words.addAll(List.of(arguments));
    words.add(root.toString());
    return new Command(words, root, sandbox.environment()).run();
  }
}
