package gitoverit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.Command;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.Jvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DefectTest {
  private static final String SHOW_CURSOR = "\u001B[?25h";

  @TempDir private Path temporary;
  private GitSandbox sandbox;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void makeRepository() {
    sandbox = GitSandbox.in(temporary);
    sandbox.init("r/plain").write("file", "text").commit("one");
  }

  /// A standard output that fails with an unexpected exception.
  private static class BrokenStream extends OutputStream {
    @Override
    public void write(int b) {
      throw new IllegalStateException("nobody expects this");
    }
  }

  private ExitCode run(OutputStream out, Map<String, String> properties, String... arguments) {
    return Main.run(
        new Invocation(
            List.of(arguments),
            InputStream.nullInputStream(),
            out,
            err,
            sandbox.environment(),
            properties,
            sandbox.root().resolve("r"),
            2));
  }

  @Test
  void aDefectIsOneLineAndAnExitCodeOfItsOwn() {
    assertThat(run(new BrokenStream(), Map.of(), "--check", "dirty")).isEqualTo(ExitCode.DEFECT);
    assertThat(ExitCode.DEFECT.code()).isEqualTo(70);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "gitoverit: a defect: java.lang.IllegalStateException: nobody expects this"
                + " (--errors shows where)\n");
  }

  @Test
  void errorsShowsWhereTheDefectIs() {
    assertThat(run(new BrokenStream(), Map.of(), "--errors")).isEqualTo(ExitCode.DEFECT);
    assertThat(err.toString(UTF_8))
        .startsWith("gitoverit: a defect: java.lang.IllegalStateException: nobody expects this\n")
        .contains("at gitoverit.cli.DefectTest$BrokenStream.write");
  }

  @Test
  void aDefectEndsChildProcessesAndGivesTheCursorBack() throws Exception {
    // The program runs git for this repository, and git hangs.
    Path pid = sandbox.root().resolve("pid");
    GitSandbox.Repo slow = sandbox.init("r/slow").write("file", "text");
    slow.commit("one");
    slow.write("slow.sh", "echo $$ >\"$1.new\" && mv \"$1.new\" \"$1\" && exec sleep 300");
    slow.write(".git/info/attributes", "file filter=slow");
    slow.git("config", "filter.slow.clean", "sh slow.sh " + pid);
    slow.write("file", "text");
    OutputStream breaksLate =
        new BrokenStream() {
          @Override
          public void write(byte[] bytes, int offset, int length) {
            awaitFile(pid);
            pause(500);
            write(bytes[offset]);
          }
        };

    Map<String, String> terminal = Map.of("gitoverit.stderr.terminal", "true");
    ExitCode code = run(breaksLate, terminal, "--format", "ndjson");

    assertThat(code).isEqualTo(ExitCode.DEFECT);
    assertThat(isAlive(Files.readString(pid).strip())).isFalse();
    String shown = err.toString(UTF_8);
    assertThat(shown.lastIndexOf(SHOW_CURSOR)).isGreaterThanOrEqualTo(shown.lastIndexOf("?25l"));
  }

  private static boolean isAlive(String pid) throws IOException {
    try {
      // A zombie has ended, but its parent has not yet waited for it.
      return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static void awaitFile(Path file) {
    for (int i = 0; i < 2000 && !Files.exists(file); i++) {
      pause(10);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// A program with a thread that dies.
  static final class DyingThread {
    private DyingThread() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.setDefaultUncaughtExceptionHandler(new Defect(List.of(arguments)));
      Thread thread = new Thread(() -> requireSomething(arguments.length));
      thread.start();
      thread.join();
      Thread.sleep(30_000);
    }

    private static void requireSomething(int count) {
      if (count == 0) {
        throw new IllegalStateException("a thread dies");
      }
    }
  }

  @Test
  void aThreadThatDiesEndsTheProgramWithTheSameCode() {
    Command.Outcome outcome =
        new Command(Jvm.of(DyingThread.class.getName()), temporary, sandbox.environment()).run();
    assertThat(outcome.exitCode()).isEqualTo(70);
    assertThat(outcome.err())
        .isEqualTo(
            "gitoverit: a defect: java.lang.IllegalStateException: a thread dies"
                + " (--errors shows where)\n");
  }
}
