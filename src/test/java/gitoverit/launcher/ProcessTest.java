package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.launcher.Checkout.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Tests the program as a process: signals, pipes and exit codes, through the real launcher.
@Tag("slow")
@Timeout(60)
final class ProcessTest {
  private @TempDir Path temporary;
  private Checkout program;
  private Path repositories;

  /// The repository has a change whose lines only git can count.
  @BeforeEach
  void makeRepository() throws Exception {
    program = RealBuild.get().with("HOME", temporary.toString());
    repositories = temporary.resolve("repositories");
    Outcome made =
        program.shell(
            temporary,
            """
            git init -q -b main repositories/a &&
            cd repositories/a &&
            git config user.name N && git config user.email n@example.invalid &&
            printf 'one\\ntwo\\n' >file && git add file && git commit -q -m one &&
            printf 'two\\none\\n' >file &&
            git remote add origin ../nowhere
            """);
    assertThat(made.code()).as(made.err()).isZero();
  }

  /// Installs a git on PATH that hangs in one of its commands, with a child that hangs too. Both
  /// write their process ids; the first one also writes that of the program.
  private Checkout gitThatHangsIn(String command) throws Exception {
    Path bin = temporary.resolve("bin");
    Checkout.write(
        bin.resolve("git"),
        """
        #!/bin/sh
        PATH=${PATH#*:}
        case " $* " in
            *' %s '*)
                sleep 50 &
                echo "$PPID $$ $!" >'%s.new' && mv '%s.new' '%s'
                wait
                ;;
        esac
        exec git "$@"
        """
            .formatted(command, pids(), pids(), pids()));
    return program.with("PATH", bin + ":" + program.variable("PATH"));
  }

  private Path pids() {
    return temporary.resolve("pids");
  }

  private long[] awaitPids() throws Exception {
    while (!Files.exists(pids())) {
      Thread.sleep(5);
    }
    String[] words = Files.readString(pids()).strip().split(" ", -1);
    return new long[] {
      Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2])
    };
  }

  private static boolean isAlive(long pid) throws Exception {
    Path status = Path.of("/proc/" + pid + "/stat");
    try {
      // A zombie has ended, but its parent has not yet waited for it.
      return !Files.readString(status).contains(") Z ");
    } catch (java.io.IOException _) {
      return false;
    }
  }

  private void assertInterruptLeavesNothing(Process process, long[] pids) throws Exception {
    long start = System.nanoTime();
    program.shell(temporary, "kill -INT " + pids[0]);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(isAlive(pids[1])).as("git").isFalse();
    assertThat(isAlive(pids[2])).as("what git has started").isFalse();
  }

  @Test
  void interruptDuringAFetchLeavesNothingBehind() throws Exception {
    Process process = gitThatHangsIn("fetch").start("-f", repositories.toString());
    assertInterruptLeavesNothing(process, awaitPids());
    assertThat(process.inputReader().readAllAsString()).isEmpty();
    assertThat(process.errorReader().readAllAsString()).isEmpty();
  }

  @Test
  void interruptDuringTheAnalysisLeavesNothingBehind() throws Exception {
    Process process = gitThatHangsIn("diff").start("--no-parallel", repositories.toString());
    assertInterruptLeavesNothing(process, awaitPids());
    assertThat(process.inputReader().readAllAsString()).isEmpty();
  }

  @Test
  void interruptGivesTheCursorBack() throws Exception {
    Checkout onTerminal = gitThatHangsIn("diff").with("TERM", "xterm").with("SHELL", "/bin/sh");
    Process process =
        onTerminal.startShell("exec script -qefc '%s %s' /dev/null", repositories.toString());
    long[] pids = awaitPids();
    Thread.sleep(600);
    program.shell(temporary, "kill -INT " + pids[0]);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    String screen = process.inputReader().readAllAsString();
    assertThat(screen).contains("\u001b[?25l").contains("Processing (0/1)");
    assertThat(screen.lastIndexOf("\u001b[?25h")).isGreaterThan(screen.lastIndexOf("\u001b[?25l"));
    assertThat(isAlive(pids[1])).isFalse();
  }

  @Test
  void aRepositoryThatTakesTooLongIsARow() throws Exception {
    Outcome outcome =
        gitThatHangsIn("diff")
            .run("--timeout", "0.5", "--errors", "-c", "-,status", repositories.toString());
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).contains("error: timeout").contains("1 failed");
    assertThat(outcome.err()).contains("repositories/a: timeout: git took longer than 0.5 s");
    assertThat(isAlive(awaitPids()[2])).isFalse();
  }

  @Test
  void aClosedPipeIsAQuietEnd() throws Exception {
    program.shell(temporary, "for i in $(seq 2000); do mkdir -p many/directory-$i/.git; done");
    for (String format : new String[] {"json", "ndjson", "csv", "table"}) {
      Outcome outcome =
          program.shell(
              temporary,
              "{ \"$1\" -o " + format + " many; echo $? >&2; } | head -c 1",
              program.root().resolve("gitoverit").toString());
      assertThat(outcome.err()).as(format).isEqualTo("0\n");
    }
  }

  @Test
  void aFullDiskIsOneClearLine() throws Exception {
    Outcome outcome =
        program.shell(
            temporary,
            "\"$1\" -o json repositories >/dev/full",
            program.root().resolve("gitoverit").toString());
    assertThat(outcome.err())
        .isEqualTo("gitoverit: cannot write the output: No space left on device\n");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void wrongUsageIsOneLineAndNothingElse() throws Exception {
    Outcome outcome = program.run("--frobnicate", repositories.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo("gitoverit: unknown option --frobnicate (see gitoverit --help)\n");
  }

  @Test
  void variablesThatPointElsewhereAreNotFollowed() throws Exception {
    program.shell(temporary, "git init -q other && touch other/untracked repositories/a/mine");
    Outcome outcome =
        program
            .with("GIT_DIR", temporary.resolve("other/.git").toString())
            .with("GIT_WORK_TREE", temporary.resolve("other").toString())
            .with("GIT_INDEX_FILE", "/nowhere")
            .run("-o", "csv", "-c", "-,path,untracked", repositories.toString());
    assertThat(outcome.out()).isEqualTo("path,untracked\n" + repositories.resolve("a") + ",1\n");
  }

  @Test
  void directoriesThatAreNotUtf8AreFoundAndShownReversibly() throws Exception {
    program.shell(temporary, "git init -q \"$(printf 'odd/caf\\351')\"");
    Outcome outcome =
        program.shell(
            temporary,
            "\"$1\" -o csv -c -,path \"$(printf 'odd/caf\\351')\"",
            program.root().resolve("gitoverit").toString());
    assertThat(outcome.out()).isEqualTo("path\n\"\"\"" + temporary + "/odd/caf\\351\"\"\"\n");
    assertThat(outcome.code()).isZero();
  }
}
