package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.Command;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left behind when a run cannot end as it should: Ctrl-C in the middle, a full disk.
@Tag("slow")
@Timeout(120)
final class CutShortTest {
  /// More than the disk has room for, and not to be compressed.
  private static final int LARGE = 600_000;

  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo upstream;
  private String oldest;
  private String newest;

  @BeforeEach
  void makeUpstream() {
    sandbox = GitSandbox.in(root);
    upstream = sandbox.init("srv/upstream");
    oldest = upstream.write("file", "one\n").commit("one");
    sandbox.sh(root, "mkdir work");
    sandbox.clone(upstream, "template");
    upstream.sh("head -c %d /dev/urandom >large".formatted(LARGE));
    newest = upstream.commit("two");
  }

  /// A third of the connections stall at once, a third in the middle of the pack.
  private void stallMany(GitPort port, Socket socket, AtomicInteger count) throws Exception {
    long bytes =
        switch (count.getAndIncrement() % 3) {
          case 0 -> 1;
          case 1 -> LARGE / 2;
          default -> Long.MAX_VALUE;
        };
    port.serve(socket, root.resolve("srv"), 0, bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000})
  void anInterruptLeavesNothingBehind(int afterMillis) throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (GitPort port = new GitPort((p, socket) -> stallMany(p, socket, count))) {
      sandbox.sh(root, "git -C template remote set-url origin '" + port.url("upstream") + "'");
      sandbox.sh(root, "for i in $(seq 12); do cp -a template work/repo$i; done");
      Process process = start(RemoteRun.program(List.of(), "-P", "--no-progress", "work"));
      while (port.all() < 3) {
        assertThat(process.isAlive()).isTrue();
        Thread.sleep(5);
      }
      Thread.sleep(afterMillis);
      sandbox.sh(root, "kill -INT " + process.pid());
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
    }
    assertThat(ours()).isEmpty();
    assertThat(sandbox.sh(root, "find work -name '*.lock'")).isEmpty();
    for (int i = 1; i <= 12; i++) {
      Repo repo = sandbox.repo("work/repo" + i);
      assertThat(List.of(oldest, newest)).contains(repo.git("rev-parse", "origin/main"));
      assertThat(List.of(oldest, newest)).contains(repo.git("rev-parse", "main"));
      repo.git("fsck", "--connectivity-only");
    }
  }

  /// A process that is called git as the real one is, and takes its time to remove its lock.
  @Test
  void aGitThatIsSlowToCleanUpIsNotForced() throws Exception {
    sandbox.sh(root, "cp -a template work/repo; mkdir bin slow; cp -L /bin/sh slow/git");
    sandbox.sh(
        root,
        """
        cat >bin/git <<'END'
        #!/bin/sh
        PATH=${PATH#*:}
        case " $* " in
          *' fetch '*) exec slow/git clean-up ;;
          *) exec git "$@" ;;
        esac
        END
        chmod +x bin/git
        cat >clean-up <<'END'
        lock=the.lock
        trap 'sleep 0.4; rm "$lock"; exit 1' TERM
        touch "$lock"
        for i in $(seq 500); do sleep 0.02; done
        END
        """
            .replace("slow/git clean-up", "'" + root + "/slow/git' '" + root + "/clean-up'")
            .replace("the.lock", "'" + root + "/work/the.lock'"));
    String path = "PATH=" + root.resolve("bin") + ":" + sandbox.environment().get("PATH");
    List<String> words = new ArrayList<>(List.of("env", path));
    words.addAll(RemoteRun.program(List.of(), "-f", "--no-progress", "work"));
    Process process = start(words);
    while (!Files.exists(root.resolve("work/the.lock"))) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(5);
    }
    sandbox.sh(root, "kill -INT " + process.pid());
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(root.resolve("work/the.lock")).doesNotExist();
    assertThat(ours()).isEmpty();
  }

  private Process start(List<String> words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(root.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(sandbox.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /// The processes that the program has started here, which all have a mark in their environment.
  private List<String> ours() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.toList()) {
        String environment = read(process.resolve("environ"));
        if (environment.contains("HOME=" + sandbox.home() + "\0")
            && environment.contains("GITOVERIT_CHILD=")) {
          found.add(read(process.resolve("cmdline")).replace('\0', ' '));
        }
      }
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }

  /// Runs the program where no file may be larger than 128 KiB.
  private Command.Outcome runWithSmallFiles() {
    return run("ulimit -f 256; exec \"$@\"");
  }

  /// Runs the program where the disk is small, in a mount of its own; else where files must be.
  private Command.Outcome runOnSmallDisk(String size) {
    String option = GitSandbox.isRoot() ? "-m" : "-rm";
    String mount =
        """
        unshare %s sh -euc '
          mount -t tmpfs -o size=%s tmpfs work
          cp -a template work/full
          git -C work/full remote set-url origin ../../srv/upstream
          code=0; "$@" || code=$?
          git -C work/full rev-parse main origin/main >&2
          find work -name "*.lock" >&2
          exit $code' sh "$@"
        """
            .formatted(option, size);
    boolean may =
        new Command(
                    List.of("unshare", option, "mount", "-t", "tmpfs", "tmpfs", root + "/work"),
                    root,
                    sandbox.environment())
                .run()
                .exitCode()
            == 0;
    String small =
        "ulimit -f 256; \"$@\"; code=$?; git -C work/full rev-parse main >&2; exit $code";
    return run(may ? mount : small);
  }

  private Command.Outcome run(String script) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    words.addAll(
        RemoteRun.program(
            List.of(),
            "-P",
            "--errors",
            "-o",
            "csv",
            "-c",
            "-,path,fetch_failed,pull_failed",
            "work"));
    return new Command(words, root, sandbox.environment()).run();
  }

  @Test
  void aFileThatMayNotGrowIsNoSpace() {
    Repo full = makeClones();
    Command.Outcome outcome = runWithSmallFiles();
    assertThat(outcome.err()).startsWith("no space left on the disk: 1 repository\n");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(full.git("rev-parse", "main", "origin/main")).isEqualTo(oldest + "\n" + oldest);
    assertThat(sandbox.sh(root, "find work -name '*.lock'")).isEmpty();
    assertThat(outcome.out()).contains("work/full,true,false", "work/other,false,false");
  }

  /// The first has no room for what is fetched, the second none for the file that it leads to.
  @ParameterizedTest
  @ValueSource(strings = {"500k", "900k"})
  void aDiskThatIsFullMovesNoBranch(String size) {
    makeClones();
    Command.Outcome outcome = runOnSmallDisk(size);
    assertThat(outcome.err()).startsWith("no space left on the disk: 1 repository\n");
    assertThat(outcome.err()).contains(oldest + "\n").doesNotContain(".lock");
    assertThat(outcome.out()).containsAnyOf("work/full,true,false", "work/full,false,true");
    assertThat(outcome.exitCode()).isEqualTo(3);
  }

  /// One that has to take the large file, and one that has to take a small one.
  private Repo makeClones() {
    sandbox.init("srv/other").commit("one");
    sandbox.clone(sandbox.repo("srv/other"), "work/other");
    sandbox.repo("srv/other").commit("two");
    sandbox.sh(root, "cp -a template work/full");
    Repo full = sandbox.repo("work/full");
    full.git("remote", "set-url", "origin", upstream.path().toString());
    return full;
  }
}
