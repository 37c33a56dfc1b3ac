package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.terminal.DisplayWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests the screen of a terminal. Its size comes from the terminal itself: `COLUMNS` is not set.
@Tag("slow")
@Timeout(120)
final class TmuxTest {
  /// Three wide characters in the syntax of `printf`, and more text than fits into any of these
  /// terminals.
  private static final String LONG =
      "\\346\\227\\245\\346\\234\\254\\350\\252\\236-" + "long-".repeat(44);

  private static final Pattern PROGRESS =
      Pattern.compile("(?:[━─]+ )?Processing \\((\\d+)/(\\d+)\\)(?:: \\S+)?(?:  \\d+ s left)?");
  private static final String TITLE = "every 0.1 s · q quits\n";
  private static final Duration LONG_ENOUGH_FOR_PROGRESS = Duration.ofSeconds(1);

  private @TempDir Path temporary;
  private Checkout program;
  private @Nullable Tmux opened;

  @BeforeEach
  void makeProgram() throws Exception {
    program = RealBuild.get().with("HOME", temporary.toString()).with("SHELL", "/bin/sh");
    Files.createDirectory(temporary.resolve("go"));
    Path bin = temporary.resolve("bin");
    Checkout.write(bin.resolve("git"), heldGit());
    program.set("PATH", bin + ":" + program.variable("PATH"));
    Files.writeString(
        temporary.resolve(".gitconfig"), "[user]\nname = N\nemail = n@example.invalid\n");
  }

  /// Returns a git that pauses each comparison until the test releases the directory, by the part
  /// of its name after the last `-`.
  private String heldGit() {
    return """
    #!/bin/sh
    PATH=${PATH#*:}
    case " $* " in
        *' diff '*)
            i=0
            until [ -e '%s'/"${PWD##*[-/]}" ] || [ $i -gt 5000 ]; do
                i=$((i + 1))
                sleep 0.01
            done
            ;;
    esac
    exec git "$@"
    """
        .formatted(temporary.resolve("go"));
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  /// Creates repositories, each with a change whose lines only git can count.
  private void makeChanged(String... names) throws Exception {
    for (String name : names) {
      shell(
          """
          repository=r/$(printf "$1") && git init -q -b main "$repository" &&
          cd "$repository" && printf 'one\\ntwo\\n' >file &&
          git add file && git commit -q -m one && printf 'two\\none\\n' >file
          """,
          name);
    }
  }

  private void shell(String script, String... arguments) throws Exception {
    Checkout.Outcome outcome = program.shell(temporary, script, arguments);
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  /// Opens a terminal in which the program runs between two printed lines.
  ///
  /// @param arguments the arguments of the program, in shell syntax with redirections
  private Tmux open(int columns, int lines, String arguments) throws IOException {
    Path session = temporary.resolve("session");
    Checkout.write(
        session,
        """
        trap : INT
        echo before
        '%s' %s
        echo "after $?"
        read -r typed && echo "typed <$typed>"
        read -r _
        """
            .formatted(program.root().resolve("gitoverit"), arguments));
    opened = Tmux.open(temporary, program.environment(), columns, lines, session);
    return opened;
  }

  private void letGo(String name) throws IOException {
    Files.createFile(temporary.resolve("go").resolve(name));
  }

  /// Returns the output of the program for a terminal of a given width.
  private String table(int columns) throws Exception {
    String script = "exec \"$1\" r";
    String launcher = program.root().resolve("gitoverit").toString();
    Checkout known = program.with("COLUMNS", Integer.toString(columns));
    return plain(known.shell(temporary, script, launcher).out());
  }

  /// Removes varying and invisible parts.
  private static String plain(String screen) {
    return screen.replaceAll("  ·  [0-9.]+ s(?=\n|$)", "").replaceAll(" +(?=\n)", "");
  }

  private static void assertIsProgress(String screen, int columns) {
    assertThat(screen.lines()).hasSize(2).startsWith("before");
    String line = screen.lines().toList().getLast();
    assertThat(line).matches(PROGRESS);
    assertThat(DisplayWidth.of(line)).isLessThan(columns);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void progressIsOneLineThatGoesAway(int columns) throws Exception {
    makeChanged("a", LONG + "b", "c");
    Tmux terminal = open(columns, 20, "-w 3 r");
    assertIsProgress(terminal.await("Processing (0/3)"), columns);
    letGo("a");
    assertIsProgress(terminal.await("Processing (1/3): a"), columns);
    letGo("b");
    assertIsProgress(terminal.await("Processing (2/3): 日"), columns);
    assertThat(terminal.tell("#{cursor_flag}")).isEqualTo("0");
    letGo("c");
    String screen = plain(terminal.await("after 0"));
    assertThat(screen).isEqualTo("before\n" + table(columns) + "after 0");
    assertThat(screen.lines()).allMatch(line -> DisplayWidth.of(line) <= columns);
    assertThat(terminal.tell("#{cursor_flag}")).isEqualTo("1");
  }

  @Test
  void progressOfOneRepository() throws Exception {
    makeChanged("only");
    Tmux terminal = open(80, 20, "r");
    assertIsProgress(terminal.await("Processing (0/1)"), 80);
    letGo("only");
    assertThat(plain(terminal.await("after 0"))).isEqualTo("before\n" + table(80) + "after 0");
  }

  @Test
  void progressOfManyRepositoriesCountsThem() throws Exception {
    makeChanged("x", "y");
    shell(
        """
        git init -q -b main --template= r/0/0 && git -C r/0/0 commit -q --allow-empty -m one
        for i in $(seq 9); do cp -R r/0/0 r/0/$i; done
        for i in $(seq 29); do cp -R r/0 r/$i; done
        """);
    Tmux terminal = open(80, 20, "-w 4 r");
    terminal.await("Processing (300/302)");
    letGo("x");
    letGo("y");
    terminal.await("after 0");
    List<String> progress = terminal.seen().stream().filter(TmuxTest::hasProgress).toList();
    assertThat(progress).allSatisfy(screen -> assertIsProgress(screen, 80));
    assertThat(numbers(progress, 1)).isSorted().contains(300);
    assertThat(numbers(progress, 2)).containsOnly(302);
    assertThat(plain(terminal.history())).isEqualTo("before\n" + table(80) + "after 0");
  }

  private static boolean hasProgress(String screen) {
    return screen.contains("Processing");
  }

  private static List<Integer> numbers(List<String> screens, int group) {
    return screens.stream()
        .map(PROGRESS::matcher)
        .filter(Matcher::find)
        .map(progress -> Integer.valueOf(progress.group(group)))
        .toList();
  }

  @Test
  void rowsThatAreWrittenAtOnceStandAlone() throws Exception {
    makeChanged("a", "b");
    Tmux terminal = open(1000, 20, "-w 2 -o ndjson r");
    terminal.await("before");
    terminal.watch(LONG_ENOUGH_FOR_PROGRESS);
    letGo("a");
    terminal.await("/r/a\"");
    letGo("b");
    assertThat(terminal.await("after 0").lines())
        .hasSize(4)
        .allMatch(line -> line.matches("before|\\{.*\\}|after 0"));
  }

  @Test
  void interruptErasesProgress() throws Exception {
    makeChanged("a");
    Tmux terminal = open(80, 20, "r");
    terminal.await("Processing (0/1)");
    terminal.press("C-c");
    assertThat(terminal.await("after 130")).isEqualTo("before\nafter 130");
    assertThat(terminal.tell("#{cursor_flag}")).isEqualTo("1");
  }

  @Test
  void progressIsNotInAFileWithTheTable() throws Exception {
    makeChanged("a");
    Tmux terminal = open(80, 20, "r >out");
    assertIsProgress(terminal.await("Processing (0/1)"), 80);
    letGo("a");
    assertThat(terminal.await("after 0")).isEqualTo("before\nafter 0");
    assertThat(Files.readString(temporary.resolve("out")))
        .startsWith("dir ")
        .endsWith(" s\n")
        .doesNotContain("Processing", "\u001B");
  }

  @Test
  void noProgressWhereErrorsGoToAFile() throws Exception {
    makeChanged("a");
    Tmux terminal = open(80, 20, "r 2>errors");
    terminal.await("before");
    terminal.watch(LONG_ENOUGH_FOR_PROGRESS);
    letGo("a");
    assertThat(plain(terminal.await("after 0"))).isEqualTo("before\n" + table(80) + "after 0");
    assertThat(terminal.seen()).noneMatch(TmuxTest::hasProgress);
    assertThat(temporary.resolve("errors")).isEmptyFile();
  }

  @Test
  void theTableHasColours() throws Exception {
    makeChanged("a");
    letGo("a");
    Tmux terminal = open(80, 20, "r");
    terminal.await("after 0");
    assertThat(terminal.styledScreen()).containsPattern("\u001B\\[3[0-9]m");
  }

  @Test
  void theTableHasNoColoursWhereNobodyWantsThem() throws Exception {
    makeChanged("a");
    letGo("a");
    program.set("NO_COLOR", "1");
    Tmux terminal = open(80, 20, "r");
    terminal.await("after 0");
    assertThat(terminal.styledScreen()).contains("1 dirty").doesNotContain("\u001B");
  }

  @Test
  void watchFollowsWhatChangesAndGivesTheScreenBack() throws Exception {
    shell("for name in a b c d e f; do git init -q -b main r/$name; done");
    Tmux terminal = open(100, 20, "--watch 0.1 r");
    terminal.await("6 repositories: 6 clean");
    assertThat(terminal.tell("#{cursor_flag} #{alternate_on}")).isEqualTo("0 1");
    Files.createFile(temporary.resolve("r/a/new"));
    assertThat(terminal.await("5 clean, 1 dirty")).contains("r/a ").doesNotContain("before");
    shell("rm -r r/b");
    assertThat(terminal.await("5 repositories: 4 clean, 1 dirty")).doesNotContain("r/b");
    terminal.press("q");
    assertThat(terminal.await("after 0")).isEqualTo("before\nafter 0");
    assertThat(terminal.tell("#{cursor_flag} #{alternate_on} #{wrap_flag}")).isEqualTo("1 0 1");
    terminal.press("k", "Enter");
    terminal.await("typed <k>");
  }

  @Test
  void watchDrawsWithinTheSizeThatTheTerminalGets() throws Exception {
    shell("for name in a b c d e f; do git init -q -b main r/$name; done");
    String wide = TITLE + table(100).strip();
    List<String> lines = (TITLE + table(24)).lines().toList();
    String narrow = String.join("\n", lines.subList(0, 4)) + "\n… 4 more lines\n" + lines.getLast();
    Tmux terminal = open(100, 20, "--watch 0.1 r");
    terminal.await(screen -> plain(screen).equals(wide), wide);
    terminal.resize(24, 6);
    terminal.await(screen -> plain(screen).equals(narrow), narrow);
    terminal.resize(100, 20);
    terminal.await(screen -> plain(screen).equals(wide), wide);
    terminal.press("q");
    assertThat(terminal.await("after 0")).isEqualTo("before\nafter 0");
  }
}
