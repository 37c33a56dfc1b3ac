package gitoverit.git.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class GitCommandTest {
  private static final List<String> INTERRUPTED =
      List.of("sh", "-c", ": >begun; kill -INT $$; exit 0");

  @TempDir private Path root;
  private ChildProcesses children;
  private GitCommand git;

  @BeforeEach
  void makeCommand() {
    children = new ChildProcesses(FileAccess.create());
    git = new GitCommand(System.getenv(), children);
  }

  private GitOutput runInterrupted() throws Exception {
    return git.run(root, Budget.ofMillis(30_000), INTERRUPTED, Map.of());
  }

  /// Ctrl-C ends git before this program knows of it.
  @Test
  void anInterruptedGitGivesNoAnswerWhenTheRunIsInterruptedToo() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            while (!Files.exists(root.resolve("begun"))) {
              Thread.sleep(5);
            }
            Thread.sleep(300);
            children.endAll();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    assertThatThrownBy(this::runInterrupted).isInstanceOf(CancellationException.class);
  }

  @Test
  void theUsersMeaningOfPathspecsIsNotThatOfItsCommands() throws Exception {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("GIT_LITERAL_PATHSPECS", "1");
    environment.put("GIT_ICASE_PATHSPECS", "1");
    List<String> show = List.of("sh", "-c", "env | grep PATHSPECS; exit 0");
    GitOutput output =
        new GitCommand(environment, children).run(root, Budget.ofMillis(30_000), show, Map.of());
    assertThat(output.bytes()).isEmpty();
  }

  @Test
  void anInterruptedGitFailsWhenTheRunGoesOn() throws Exception {
    assertThat(runInterrupted().succeeded()).isFalse();
  }

  @Test
  void theThreadOfTheDeadlinesEndsWhenThereAreNone() throws Exception {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    var _ = children.after(1, () -> thread.complete(Thread.currentThread()));
    assertThat(thread.get(10, TimeUnit.SECONDS).join(Duration.ofSeconds(30))).isTrue();
    assertThat(git.run(root, Budget.ofMillis(30_000), List.of("true"), Map.of()).succeeded())
        .isTrue();
  }

  @Test
  void aGitThatCannotBeStartedIsMissing() {
    List<String> command = List.of(root.resolve("git").toString());
    assertThatThrownBy(() -> git.run(root, Budget.ofMillis(30_000), command, Map.of()))
        .isInstanceOf(GitMissingException.class);
  }
}
