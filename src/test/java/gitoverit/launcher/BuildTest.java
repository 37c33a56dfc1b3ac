package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.launcher.Checkout.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests when `gitoverit` builds and trains, and how a failed build ends.
class BuildTest {
  /// Flags that only the training uses: they keep records out of the cache.
  private static final Set<String> FOR_TRAINING =
      Set.of(
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTRecordTraining",
          "-XX:+IgnoreUnrecognizedVMOptions");

  @TempDir private Path place;

  private Checkout checkout;
  private Path jdk;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = Checkout.create(place, "checkout");
    jdk = checkout.addJdk("java-25", "25.0.1");
  }

  @Test
  void buildsOnceAndReportsItOnStandardError() throws Exception {
    Outcome first = checkout.run("x");
    assertThat(first.code()).isZero();
    assertThat(first.err()).isEqualTo("gitoverit: building (once) …\n");
    Outcome second = checkout.run("x");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(checkout.mavenCalls()).hasSize(1);
    assertThat(checkout.leftovers()).containsExactly("launcher");
  }

  @Test
  void buildsAgainForAChangedAddedOrRemovedSource() throws Exception {
    checkout.run();
    touch(checkout.source());
    checkout.run();
    assertThat(checkout.mavenCalls()).hasSize(2);
    Path added = Files.writeString(checkout.source().resolveSibling("New.java"), "class New {}\n");
    checkout.run();
    assertThat(checkout.mavenCalls()).hasSize(3);
    Files.delete(added);
    checkout.run();
    assertThat(checkout.mavenCalls()).hasSize(4);
    touch(checkout.root().resolve("pom.xml"));
    checkout.run();
    checkout.run();
    assertThat(checkout.mavenCalls()).hasSize(5);
    touch(checkout.root().resolve("launcher/training.sh"));
    checkout.run();
    assertThat(checkout.mavenCalls()).hasSize(6);
  }

  @Test
  void buildsAgainForASourceChangedWhileBuilding() throws Exception {
    // Longer than the clock of the file system takes to tick, as a build is.
    checkout.installMaven(
        "sleep 0.1; mkdir -p \"$directory/lib\" && echo p >\"$directory/gitoverit.jar\" && touch '"
            + checkout.source()
            + "'\n");
    checkout.run();
    checkout.run();
    assertThat(checkout.mavenCalls()).hasSize(2);
  }

  @Test
  void showsTheOutputOfMavenOnlyWhenTheBuildFails() throws Exception {
    checkout.installMaven("echo 'ERROR in Main.java'; mkdir -p \"$directory/lib\"; exit 1\n");
    Outcome outcome = checkout.run();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("ERROR in Main.java").endsWith("the build failed\n");
    assertThat(checkout.leftovers()).isEmpty();
  }

  @Test
  void namesAMissingMaven() throws Exception {
    checkout.set("PATH", place.resolve("default-java/bin") + ":" + toolsWithoutMaven());
    Outcome outcome = checkout.run();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("gitoverit: no Maven found")
        .contains("install");
  }

  @Test
  void aSignalEndsTheBuildAndLeavesNothing() throws Exception {
    checkout.installMaven("echo $$ >'" + place.resolve("maven-pid") + "'; exec sleep 60\n");
    Process building = checkout.start();
    while (!Files.exists(place.resolve("maven-pid"))
        || Files.size(place.resolve("maven-pid")) == 0) {
      Thread.sleep(10);
    }
    building.destroy();
    assertThat(building.waitFor()).isEqualTo(143);
    long maven = Long.parseLong(Files.readString(place.resolve("maven-pid")).strip());
    ProcessHandle.of(maven).ifPresent(handle -> handle.onExit().join());
    assertThat(checkout.leftovers()).isEmpty();
  }

  @Test
  void trainsAgainForAnUpgradedJdkWithoutBuilding() throws Exception {
    checkout.run();
    Checkout.setVersion(jdk, "25.0.2");
    assertThat(checkout.run("x").err()).contains("fast start").doesNotContain("building");
    assertThat(checkout.run("x").err()).isEmpty();
    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @Test
  void trainsAgainForTheJdkOfANewJavaHome() throws Exception {
    checkout.run();
    Path other = checkout.addJdk(place.resolve("other"), "26.0.1");
    checkout.set("JAVA_HOME", other.toString());
    assertThat(checkout.run().out()).startsWith(other + "/bin/java\n");
    assertThat(checkout.run().err()).isEmpty();
    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @Test
  void runsWithoutACacheWhereTrainingFails() throws Exception {
    Files.writeString(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        case $* in *Training*) exit 1 ;; esac
        printf '%s\\n' "$@"
        """);
    Outcome outcome = checkout.run("x");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("cannot prepare a fast start");
    assertThat(outcome.out()).doesNotContain("AOTCache").endsWith("\nx\n");
    assertThat(checkout.run("x").err()).isEmpty();
  }

  @Test
  void trainsWithTheFlagsAndTheClassPathOfEveryOtherRun() throws Exception {
    Files.writeString(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        for argument; do
            case $argument in -XX:AOTCacheOutput=*) cache=${argument#*=} ;; esac
        done
        case $* in
            *Training*) printf '%s\\n' "$@" >"$cache" ;;
            *) printf '%s\\n' "$@" ;;
        esac
        """);
    List<String> run = flags(checkout.run());
    assertThat(cache().lines().filter(BuildTest::isFlag).toList()).isNotEmpty().isEqualTo(run);
  }

  @Test
  void trainsOnATwinOfTheJdkWithTheListOfAFirstTraining() throws Exception {
    makeTwinPossible("exit 0");
    checkout.run();
    assertThat(cache().lines())
        .containsExactly("@lambda-form-invoker asked", "other file of the JDK");
    assertThat(checkout.leftovers()).containsExactly("launcher");
  }

  @Test
  void trainsOnTheJdkItselfAndReportsItWhenItDoesNotAcceptTheCacheOfATwin() throws Exception {
    makeTwinPossible("exit 1");
    assertThat(checkout.run("x").err().lines())
        .containsExactly(
            "gitoverit: building (once) …",
            "gitoverit: this JDK accepts only a smaller cache; each start takes a few milliseconds longer");
    assertThat(cache().lines()).startsWith("@lambda-form-invoker of the JDK");
    assertThat(checkout.run("x").out()).contains("-XX:AOTCache=").endsWith("\nx\n");
  }

  @Test
  void leavesOutTheFlagsThatTheJdkNoLongerHasOrWarnsAbout() throws Exception {
    List<String> all = flags(checkout.run());
    Path newer = checkout.addJdk(place.resolve("newer"), "27");
    Checkout.write(
        newer.resolve("bin/java"),
        """
        #!/bin/sh
        for argument; do
            case $argument in
                -XX:AOTCacheOutput=*) : >"${argument#*=}"; exit ;;
                -XX:PretenureSizeThreshold=*) echo "Unrecognized VM option"; exit 1 ;;
                -Xmn*) echo "OpenJDK 64-Bit Server VM warning: Ignoring option" ;;
            esac
        done
        printf '%s\\n' "$@"
        """);
    checkout.set("JAVA_HOME", newer.toString());
    assertThat(checkout.run().err()).hasLineCount(1).contains("another JDK");
    Outcome outcome = checkout.run("x");
    assertThat(outcome.err()).isEmpty();
    assertThat(all).contains("-XX:PretenureSizeThreshold=256k", "-Xmn8m");
    assertThat(flags(outcome))
        .containsExactlyElementsOf(
            all.stream()
                .filter(flag -> !flag.contains("Pretenure") && !flag.startsWith("-Xmn"))
                .toList());
  }

  @Test
  void takesNoCacheThatIsOlderThanTheJar() throws Exception {
    assertThat(checkout.run().out()).contains("-XX:AOTCache=");
    touch(checkout.root().resolve("target/launcher/gitoverit.jar"));
    assertThat(checkout.run().out()).doesNotContain("-XX:AOTCache=");
  }

  /// Adds the files that a twin of the JDK needs, and a java that writes the contents of its home
  /// as a cache and runs `accept` when it must use the cache.
  private void makeTwinPossible(String accept) throws Exception {
    Path lib = Files.createDirectories(jdk.resolve("lib"));
    Files.createDirectories(lib.resolve("server"));
    Files.writeString(lib.resolve("server/libjvm.so"), "");
    Files.writeString(lib.resolve("libjli.so"), "");
    Files.writeString(lib.resolve("classlist"), "@lambda-form-invoker of the JDK\n");
    Files.writeString(lib.resolve("other"), "other file of the JDK\n");
    Files.writeString(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        lib=${0%%/bin/java}/lib
        for argument; do
            case $argument in
                -XX:DumpLoadedClassList=*)
                    printf '%%s\\n' java/lang/Object '@lambda-form-invoker asked' >"${argument#*=}" ;;
                -XX:AOTCacheOutput=*)
                    cat "$lib/classlist" "$lib/other" >"${argument#*=}" ;;
                -XX:AOTMode=on) %s ;;
            esac
        done
        printf '%%s\\n' "$@"
        """
            .formatted(accept));
  }

  private String cache() throws Exception {
    return Files.readString(checkout.root().resolve("target/launcher/gitoverit.aot"));
  }

  private static List<String> flags(Outcome outcome) {
    return outcome.out().lines().filter(BuildTest::isFlag).toList();
  }

  private static boolean isFlag(String argument) {
    return (argument.startsWith("-X") || argument.startsWith("--"))
        && !argument.startsWith("-XX:AOTCache")
        && !FOR_TRAINING.contains(argument);
  }

  /// Returns a directory with all tools of the launcher but Maven, which the system's directories
  /// may contain.
  private Path toolsWithoutMaven() throws Exception {
    Path tools = Files.createDirectories(place.resolve("tools"));
    for (String tool : new String[] {"ln", "mkdir", "mv", "rm", "sleep", "readlink"}) {
      Checkout.write(tools.resolve(tool), "#!/bin/sh\nexec /bin/" + tool + " \"$@\"\n");
    }
    return tools;
  }

  private static void touch(Path file) throws Exception {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
  }
}
