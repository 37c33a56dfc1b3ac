package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.launcher.Checkout.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Tests how `gitoverit` finds itself and a JDK, and which arguments it passes to the program.
class LauncherTest {
  @TempDir private Path place;

  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = Checkout.create(place, "checkout");
  }

  @Test
  void tellsHowToGetAJdkWhenThereIsNone() throws Exception {
    Outcome outcome = checkout.set("JAVA_HOME", "/nowhere").run();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("gitoverit: no JDK 25 or newer found; install one (")
        .contains("Eclipse Temurin", "or set JAVA_HOME");
    assertThat(checkout.mavenCalls()).isEmpty();
  }

  @Test
  void findsAJdk25BesideAnOlderDefaultJava() throws Exception {
    checkout.addJdk("java-21", "21.0.2");
    Path jdk = checkout.addJdk("java-25", "25.0.1");
    checkout.addJdk("java-26", "26");
    assertThat(checkout.run().out()).startsWith(jdk + "/bin/java\n");
    assertThat(checkout.mavenCalls()).containsExactly(jdk.toString());
  }

  @Test
  void takesANewerJdkWhereThereIsNo25() throws Exception {
    Path jdk = checkout.addJdk("java-26", "26-ea");
    assertThat(checkout.run().out()).startsWith(jdk + "/bin/java\n");
  }

  @Test
  void prefersJavaHomeAlsoWithSpaces() throws Exception {
    checkout.addJdk("java-25", "25");
    Path jdk = checkout.addJdk(place.resolve("my own jdk"), "25.0.2");
    checkout.set("JAVA_HOME", jdk.toString());
    assertThat(checkout.run().out()).startsWith(jdk + "/bin/java\n");
  }

  @Test
  void passesOverAJavaHomeThatIsTooOld() throws Exception {
    Path jdk = checkout.addJdk("java-25", "25");
    checkout.set("JAVA_HOME", place.resolve("default-java").toString());
    assertThat(checkout.run().out()).startsWith(jdk + "/bin/java\n");
    assertThat(checkout.run().out()).startsWith(jdk + "/bin/java\n");
    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @Test
  void fromARemovedDirectoryOnlyHelpAndVersionWork() throws Exception {
    checkout.addJdk("java-25", "25");
    String script = "mkdir gone && cd gone && rmdir ../gone && exec \"$1\" \"$2\"";
    String launcher = checkout.root().resolve("gitoverit").toString();
    assertThat(checkout.shell(place, script, launcher, "--version").out()).endsWith("--version\n");
    Outcome outcome = checkout.shell(place, script, launcher, "/");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).endsWith("gitoverit: the current directory no longer exists\n");
  }

  @Test
  void takesTheJdkThatJavaOnPathLeadsTo() throws Exception {
    Path jdk = checkout.addJdk(place.resolve("elsewhere"), "25");
    Files.createSymbolicLink(place.resolve("java-link"), jdk.resolve("bin/java"));
    Files.createSymbolicLink(place.resolve("bin/java"), Path.of("../java-link"));
    checkout.set("PATH", place.resolve("bin") + ":/usr/bin:/bin");
    assertThat(checkout.run().out()).startsWith(jdk + "/bin/java\n");
  }

  @Test
  void looksAgainWhenTheJdkIsGone() throws Exception {
    Path jdk = checkout.addJdk("java-25", "25");
    checkout.run();
    Path moved = Files.move(jdk, jdk.resolveSibling("java-25-moved"));
    assertThat(checkout.run().out()).startsWith(moved + "/bin/java\n");
  }

  @Test
  void passesArgumentsUnchanged() throws Exception {
    checkout.addJdk("java-25", "25");
    Outcome outcome = checkout.run("", "*", "a  b", "$HOME", "-Dx=y", "@file", "a\\b", "é");
    assertThat(outcome.arguments())
        .containsExactly("", "*", "a  b", "$HOME", "-Dx=y", "@file", "a\\b", "é");
  }

  @Test
  void passesItsFlagsUnchangedWhateverFilesThereAre() throws Exception {
    checkout.addJdk("java-25", "25");
    List<String> patterns = patterns(checkout.run());
    assertThat(patterns).isNotEmpty();
    for (String pattern : patterns) {
      Files.createFile(place.resolve(pattern.replace('*', 'x')));
    }
    assertThat(patterns(checkout.run())).isEqualTo(patterns);
  }

  private static List<String> patterns(Outcome outcome) {
    return outcome.out().lines().filter(line -> line.matches("-XX:.*[*].*")).toList();
  }

  @Test
  void passesBytesThatAreNotUtf8() throws Exception {
    checkout.addJdk("java-25", "25");
    String script = "\"$1\" \"$(printf 'a\\377b')\" | od -An -tx1 | tr -d ' \\n'";
    String program = checkout.root().resolve("gitoverit").toString();
    assertThat(checkout.shell(place, script, program).out()).endsWith("0a61ff620a");
  }

  @Test
  void hasJavaReadFileNamesAsUtf8InAnyLocale() throws Exception {
    checkout.addJdk("java-25", "25");
    assertThat(checkout.set("LC_ALL", "C").run().out()).contains("LC_ALL=C.UTF-8\n");
    assertThat(checkout.set("LC_ALL", "xx_XX.UTF-8").run().out()).contains("LC_ALL=C.UTF-8\n");
  }

  @Test
  void saysThatAPipeIsNoTerminal() throws Exception {
    checkout.addJdk("java-25", "25");
    assertThat(checkout.run().out())
        .contains(
            "-Dgitoverit.stdout.terminal=false\n",
            "-Dgitoverit.stderr.terminal=false\n",
            "-Dgitoverit.terminal.columns=0\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsWhichStreamIsATerminalAndItsWidth() throws Exception {
    checkout.addJdk("java-25", "25");
    checkout.run();
    assertThat(inTerminal("./gitoverit"))
        .contains("stdout.terminal=true", "stderr.terminal=true", "terminal.columns=93");
    assertThat(inTerminal("./gitoverit | cat"))
        .contains("stdout.terminal=false", "stderr.terminal=true", "terminal.columns=93");
    assertThat(inTerminal("COLUMNS=50 ./gitoverit"))
        .contains("stdout.terminal=true", "terminal.columns=0");
  }

  private String inTerminal(String command) throws Exception {
    String script = "script -qec \"stty cols 93; $1\" /dev/null </dev/null";
    return checkout.shell(checkout.root(), script, command).out();
  }

  @Test
  void endsWithTheExitCodeOfTheProgram() throws Exception {
    Path jdk = checkout.addJdk("java-25", "25");
    checkout.run();
    Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\nexit 3\n");
    assertThat(checkout.run().code()).isEqualTo(3);
  }

  @Test
  void runsThroughLinksFromAnyDirectory() throws Exception {
    checkout.addJdk("java-25", "25");
    Files.createDirectories(place.resolve("links"));
    Files.createSymbolicLink(place.resolve("links/one"), Path.of("../checkout/gitoverit"));
    Files.createSymbolicLink(place.resolve("links/gito"), place.resolve("links/one"));
    checkout.set("CDPATH", "/:" + place);
    String expected = checkout.run("x").out();
    assertThat(checkout.shell(checkout.root(), "./gitoverit x").out()).isEqualTo(expected);
    assertThat(checkout.shell(checkout.root(), "./gito x").out()).isEqualTo(expected);
    assertThat(checkout.shell(place, "checkout/gitoverit x").out()).isEqualTo(expected);
    assertThat(checkout.shell(place, "links/gito x").out().lines().toList())
        .endsWith("gitoverit.cli.Main", "x");
    checkout.set("PATH", place.resolve("links") + ":/usr/bin:/bin");
    assertThat(checkout.shell(Path.of("/"), "gito x").out().lines().toList())
        .endsWith("gitoverit.cli.Main", "x");
    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @Test
  void livesInADirectoryWithAnyNameButAColon() throws Exception {
    Path other = place.resolve("other place");
    Checkout odd = Checkout.create(other, "it's a \"$HOME\" * [dir] é\\n");
    odd.addJdk("java 25", "25");
    assertThat(odd.run("x").arguments()).containsExactly("x");
    assertThat(odd.run("x").arguments()).containsExactly("x");
    assertThat(odd.mavenCalls()).hasSize(1);

    Outcome outcome = Checkout.create(other, "a:b").run();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("colon");
  }
}
