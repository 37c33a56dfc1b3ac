package gitoverit.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Tests processes that build at the same time, and processes that were killed during a build.
@Timeout(60)
class BuildLockTest {
  private static final String JAR =
      "mkdir -p \"$directory/lib\" && echo p >\"$directory/gitoverit.jar\"\n";

  @TempDir private Path place;

  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = Checkout.create(place, "checkout");
    checkout.addJdk("java-25", "25.0.1");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    checkout.installMaven("sleep 0.3; " + JAR);
    assertAllRun(checkout.start("x"), checkout.start("x"));
    assertThat(checkout.mavenCalls()).hasSize(1);
    assertThat(checkout.leftovers()).containsExactly("launcher");
  }

  @Test
  void theSecondReportsThatItWaits() throws Exception {
    holdBuildsBack();
    Process one = checkout.start("x");
    awaitMaven(1);
    Process two = checkout.start("x");
    assertThat(two.errorReader(UTF_8).readLine())
        .isEqualTo("gitoverit: waiting for another build to finish …");
    Files.createFile(place.resolve("finish"));
    assertAllRun(one, two);
  }

  @Test
  void takesOverFromBuildersThatWereKilled() throws Exception {
    killABuilder();
    killABuilder();
    checkout.installMaven(JAR);
    assertAllRun(checkout.start("x"));
    assertThat(checkout.leftovers()).containsExactly("launcher");
  }

  @Test
  void takesOverFromABuilderWhoseIdAnotherProcessHasNow() throws Exception {
    Path target = Files.createDirectories(checkout.root().resolve("target"));
    Path dead = Path.of(ProcessHandle.current().pid() + "-1");
    Files.createSymbolicLink(target.resolve("launcher.builder"), dead);
    checkout.installMaven(JAR);
    assertAllRun(checkout.start("x"));
    assertThat(checkout.leftovers()).containsExactly("launcher");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void takesOverFromABuilderWhoseEndItsParentHasNotSeen() throws Exception {
    // The shell becomes a program that asks for none of its children.
    Process parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 50").start();
    try {
      String zombie = parent.inputReader(UTF_8).readLine();
      Path target = Files.createDirectories(checkout.root().resolve("target"));
      Path dead = Path.of(zombie + "-" + startOf(zombie));
      Files.createSymbolicLink(target.resolve("launcher.builder"), dead);
      checkout.installMaven(JAR);
      Process builder = checkout.start("x");
      assertThat(builder.errorReader(UTF_8).readLine()).isEqualTo("gitoverit: building (once) …");
      assertAllRun(builder);
    } finally {
      parent.destroyForcibly();
    }
  }

  /// Waits until a process is a zombie; returns the time of its start (`proc(5)`).
  private static String startOf(String pid) throws Exception {
    Path file = Path.of("/proc", pid, "stat");
    String[] fields = {};
    while (fields.length == 0 || !fields[0].equals("Z")) {
      String stat = Files.readString(file);
      fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }
    return fields[19];
  }

  /// Both processes that find the builder dead are paused there until a third one has taken over.
  @Test
  void nobodyTakesTheLockOfAProcessThatTookOver() throws Exception {
    killABuilder();
    String lock =
        checkout.leftovers().stream().filter(BuildLockTest::isLock).findAny().orElseThrow();
    Path tools = place.resolve("tools");
    pause(tools.resolve("ln"), "*/" + lock + ".*");
    pause(tools.resolve("rm"), "*/" + lock + "*");
    holdBuildsBack();

    Checkout slow = checkout.with("PATH", tools + ":" + checkout.variable("PATH"));
    Process one = slow.start("x");
    Process two = slow.start("x");
    while (paused() < 2) {
      Thread.sleep(5);
    }
    Process three = checkout.start("x");
    awaitMaven(2);
    Files.createFile(place.resolve("go"));
    // Long enough for a second build to begin, if it can.
    Thread.sleep(500);
    Files.createFile(place.resolve("finish"));
    assertAllRun(one, two, three);
    assertThat(checkout.mavenCalls()).hasSize(2);
    assertThat(checkout.leftovers()).containsExactly("launcher");
  }

  /// Makes Maven wait for the file `finish`.
  private void holdBuildsBack() throws Exception {
    checkout.installMaven(
        "while [ ! -e " + place.resolve("finish") + " ]; do sleep 0.01; done; " + JAR);
  }

  private static boolean isLock(String name) {
    return !name.matches("launcher(\\.[0-9]+)?");
  }

  /// Replaces a tool by a program that waits for the file `go` before some calls.
  private void pause(Path tool, String calls) throws Exception {
    Checkout.write(
        tool,
        """
        #!/bin/sh
        case $* in
            %1$s)
                : >'%2$s/paused-'$$
                while [ ! -e '%2$s/go' ]; do sleep 0.01; done
                ;;
        esac
        PATH=${PATH#*:} exec %3$s "$@"
        """
            .formatted(calls, place, tool.getFileName()));
  }

  private int paused() throws Exception {
    try (Stream<Path> files = Files.list(place)) {
      return (int)
          files.filter(file -> file.getFileName().toString().startsWith("paused-")).count();
    }
  }

  /// Starts a build and kills it, including its Maven.
  private void killABuilder() throws Exception {
    int calls = checkout.mavenCalls().size();
    checkout.installMaven("exec sleep 60\n");
    Process builder = checkout.start();
    awaitMaven(calls + 1);
    List<ProcessHandle> maven = builder.descendants().toList();
    builder.destroyForcibly().waitFor();
    maven.forEach(ProcessHandle::destroyForcibly);
  }

  private void awaitMaven(int calls) throws Exception {
    while (checkout.mavenCalls().size() < calls) {
      Thread.sleep(5);
    }
  }

  private static void assertAllRun(Process... processes) throws Exception {
    List<String> outputs = new ArrayList<>();
    for (Process process : processes) {
      outputs.add(process.inputReader(UTF_8).readAllAsString());
    }
    assertThat(outputs).allMatch(output -> output.endsWith("\nx\n"));
  }
}
