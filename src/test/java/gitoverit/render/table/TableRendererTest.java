package gitoverit.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.render.HiddenRows;
import gitoverit.report.RepoResult;
import gitoverit.row.ColumnSpec;
import gitoverit.row.Field;
import gitoverit.row.Rows;
import gitoverit.terminal.DisplayWidth;
import gitoverit.terminal.Terminal;
import gitoverit.testing.Golden;
import gitoverit.testing.Jvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableRendererTest {
  private static final long ELAPSED = 214_999_999;
  private static final Pattern HEAVY =
      Pattern.compile(
          "gson|jackson|java\\.util\\.regex|java\\.util\\.Formatter|java\\.time\\.format"
              + "|gitoverit.*Lambda|SwitchBootstraps|java\\.util\\.stream\\.Stream ");

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120, 200})
  void showsAnEverydayDirectory(int width) throws IOException {
    Golden.assertMatches("render/table/everyday-" + width + ".txt", table(Rows.everyday(), width));
    Golden.assertMatches(
        "render/table/everyday-" + width + "-color.txt",
        table(Rows.everyday(), Field.DEFAULT_COLUMNS, width, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120, 200})
  void showsStrangeNamesSafely(int width) throws IOException {
    Golden.assertMatches("render/table/strange-" + width + ".txt", table(Rows.strange(), width));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 250})
  void showsAnyFieldAsAColumn(int width) throws IOException {
    String spec =
        "-,dir,status,staged,unstaged,stashes,operation,last_commit,head,gone,worktree,error,ident";
    List<Field> columns = ColumnSpec.apply(spec, Field.DEFAULT_COLUMNS);
    Golden.assertMatches(
        "render/table/columns-" + width + ".txt", table(Rows.everyday(), columns, width, false));
  }

  @Test
  void hasNoWidthLimitInAPipe() throws IOException {
    assertThat(table(Rows.everyday(), Terminal.UNLIMITED))
        .contains("feature/rotate-database-credentials:origin/feature/rotate-database-credentials")
        .contains("12m (+1042/-377) 1u 11↑ 4↓")
        .doesNotContain("…");
  }

  @Test
  void isNeverWiderThanTheTerminal() throws IOException {
    List<RepoResult> rows = new ArrayList<>(Rows.everyday());
    rows.addAll(Rows.strange());
    for (List<Field> columns : List.of(Field.DEFAULT_COLUMNS, List.of(Field.values()))) {
      for (int width = 1; width <= 260; width++) {
        for (String line : table(rows, columns, width, false).lines().toList()) {
          assertThat(DisplayWidth.of(line)).as("%d: %s", width, line).isLessThanOrEqualTo(width);
          assertThat(line).doesNotEndWith(" ");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 16, 18, 20, 22, 30})
  void namesTheDirectoryAndItsStatusToTheLast(int width) throws IOException {
    assertThat(table(Rows.everyday(), width)).matches("(?s)dir +status\\b.*");
  }

  @Test
  void saysTheSameWithAndWithoutColours() throws IOException {
    for (int width : new int[] {20, 40, 80, 200}) {
      String colored = table(Rows.everyday(), Field.DEFAULT_COLUMNS, width, true);
      assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", ""))
          .isEqualTo(table(Rows.everyday(), width));
    }
  }

  @Test
  void linksDirectoriesAndUrlsWithoutChangingAWidth() throws IOException {
    for (int width : new int[] {40, 80, 200}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TableOptions options =
          new TableOptions(Field.DEFAULT_COLUMNS, width, false, "host", HiddenRows.NONE, ELAPSED);
      new TableRenderer(options).render(Rows.everyday(), Rows.CONTEXT, out);
      String linked = out.toString(StandardCharsets.UTF_8);
      assertThat(linked).contains("\u001B]8;;file://host/home/ada/src/lib/parser\u001B\\");
      assertThat(linked.replaceAll("\u001B]8;;[!-~]*\u001B\\\\", ""))
          .isEqualTo(table(Rows.everyday(), width));
    }
  }

  @Test
  void letsNothingFromARepositoryReachTheTerminal() throws IOException {
    List<Field> all = List.of(Field.values());
    assertThat(table(Rows.strange(), all, Terminal.UNLIMITED, false))
        .matches(text -> text.codePoints().allMatch(c -> c == '\n' || (c >= 0x20 && c != 0x7F)))
        .doesNotContain("\u009B", "\u202E");
  }

  @Test
  void showsOnlyTheSummaryWhenNothingWasFound() throws IOException {
    assertThat(table(List.of(), 80)).isEqualTo("0 repositories  ·  0.21 s\n");
  }

  @Test
  void countsOneRepositoryInTheSingular() throws IOException {
    assertThat(table(List.of(Rows.at("/home/ada/src").done()), 80))
        .isEqualTo(
            """
            dir  status  branch_remote     url      mtime
            .    clean   main:origin/main  ada/src  2026-11-23 14:05
            1 repository: 1 clean  ·  0.21 s
            """);
  }

  @Test
  void callsARowThatWasNotLookedAtNeitherCleanNorDirty() throws IOException {
    assertThat(table(List.of(Rows.at("/home/ada/src/demo").metadataOnly().done()), 80))
        .isEqualTo(
            """
            dir   status  branch_remote     url       mtime
            demo  ?       main:origin/main  ada/demo  ?
            ? unknown
            1 repository  ·  0.21 s
            """);
  }

  @Test
  void roundsTheTimeToHundredths() throws IOException {
    assertThat(summary(4_999_999)).endsWith("  0.00 s\n");
    assertThat(summary(5_000_000)).endsWith("  0.01 s\n");
    assertThat(summary(1_995_000_000L)).endsWith("  2.00 s\n");
    assertThat(summary(75_310_000_000L)).endsWith("  75.31 s\n");
  }

  @Test
  void loadsLittleForATable() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Jvm.of(TableOnly.class.getName(), "-Xlog:class+load:stdout"))
            .redirectErrorStream(true)
            .start();
    List<String> unwanted = new ArrayList<>();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    for (String line :
        log.substring(log.indexOf("gitoverit.render.table.TableOptions ")).lines().toList()) {
      if (HEAVY.matcher(line).find()) {
        unwanted.add(line);
      }
    }
    assertThat(process.waitFor()).isZero();
    assertThat(unwanted).isEmpty();
  }

  /// Renders a table and discards it.
  static final class TableOnly {
    private TableOnly() {}

    /// Creates the rows before the first class of the table is loaded.
    public static void main(String[] args) throws IOException {
      List<RepoResult> rows = Rows.everyday();
      TableOptions options =
          new TableOptions(Field.DEFAULT_COLUMNS, 100, true, null, HiddenRows.NONE, 0);
      new TableRenderer(options).render(rows, Rows.CONTEXT, new ByteArrayOutputStream());
    }
  }

  private static String summary(long nanos) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TableRenderer(
            new TableOptions(Field.DEFAULT_COLUMNS, 80, false, null, HiddenRows.NONE, nanos))
        .render(List.of(), Rows.CONTEXT, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String table(List<RepoResult> rows, int width) throws IOException {
    return table(rows, Field.DEFAULT_COLUMNS, width, false);
  }

  private static String table(List<RepoResult> rows, List<Field> columns, int width, boolean color)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TableRenderer(new TableOptions(columns, width, color, null, HiddenRows.NONE, ELAPSED))
        .render(rows, Rows.CONTEXT, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
