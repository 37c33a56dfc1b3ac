package gitoverit.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.row.Field;
import gitoverit.row.RowSort;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionParserTest {
  private @TempDir Path temporary;
  private Path cwd;

  @BeforeEach
  void resolve() throws Exception {
    cwd = temporary.toRealPath();
  }

  private Options parse(int processors, String... arguments) throws UsageException {
    FileAccess files = FileAccess.create();
    OptionParser parser = new OptionParser(files, new RawArguments(files), cwd, processors);
    return parser.validate(GivenOptions.split(List.of(arguments)));
  }

  private Options parse(String... arguments) throws UsageException {
    return parse(2, arguments);
  }

  @Test
  void withoutArgumentsTheCurrentDirectoryIsShownAsATable() throws Exception {
    Options options = parse();
    assertThat(options.search().starts()).containsExactly(cwd);
    assertThat(options.output().format()).isEqualTo(Options.Format.TABLE);
    assertThat(options.effectiveSort()).isEqualTo(RowSort.MTIME);
    assertThat(options.work().parallel()).isTrue();
    assertThat(options.output().progress()).isTrue();
    assertThat(options.work().remotes()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,2", "4,3", "9,8", "64,8"})
  void workersFollowTheProcessors(int processors, int workers) throws Exception {
    assertThat(parse(processors).work().workers()).isEqualTo(workers);
  }

  @ParameterizedTest
  @CsvSource({"-w,5,5", "-j,3,3", "--workers,0,1", "--jobs,-4,1", "-w,1024,1024"})
  void aGivenNumberOfWorkersCountsAsAtLeastOne(String option, String value, int workers)
      throws Exception {
    assertThat(parse(64, option, value).work().workers()).isEqualTo(workers);
  }

  @Test
  void theLastOfTwoWorkerCountsDecides() throws Exception {
    assertThat(parse("-w", "5", "-j", "3").work().workers()).isEqualTo(3);
    assertThat(parse("-j", "3", "-w", "5").work().workers()).isEqualTo(5);
    assertThat(parse("-j", "3", "-j", "4").work().workers()).isEqualTo(4);
  }

  @Test
  void theLastOfParallelAndNoParallelDecides() throws Exception {
    assertThat(parse("-p", "--no-parallel").work().parallel()).isFalse();
    assertThat(parse("--no-parallel", "--parallel").work().parallel()).isTrue();
  }

  @Test
  void lettersMayStandTogether() throws Exception {
    Options options = parse("-dfr", "-ojson");
    assertThat(options.rows().dirtyOnly()).isTrue();
    assertThat(options.work().remotes()).isNotNull();
    assertThat(options.rows().reverse()).isTrue();
    assertThat(options.output().format()).isEqualTo(Options.Format.JSON);
  }

  @Test
  void markdownHasASecondName() throws Exception {
    assertThat(parse("-o", "md").output().format()).isEqualTo(Options.Format.MARKDOWN);
  }

  @Test
  void readsAllColumnListsAsOne() throws UsageException {
    assertThat(parse("-c", "-", "-c", "dir", "-c", "status,-dir").output().columns())
        .containsExactly(Field.STATUS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-c -dir", "-c-dir", "--columns=-dir", "--columns -dir"})
  void aColumnSpecMayBeginWithADash(String arguments) throws Exception {
    assertThat(parse(arguments.split(" ", -1)).output().columns())
        .isNotNull()
        .doesNotContain(Field.DIR)
        .contains(Field.STATUS);
  }

  @Test
  void directoriesMayStandAnywhereAndCountOnce() throws Exception {
    Path a = Files.createDirectory(cwd.resolve("a"));
    Path dashed = Files.createDirectory(cwd.resolve("-x"));
    assertThat(parse("a", "-d", "a", "./a").search().starts()).containsExactly(a);
    assertThat(parse("-d", "--", "-x").search().starts()).containsExactly(dashed);
  }

  @Test
  void aDirectoryThatIsALinkIsFollowed() throws Exception {
    Path a = Files.createDirectory(cwd.resolve("a"));
    Files.createSymbolicLink(cwd.resolve("link"), a);
    assertThat(parse("link").search().starts()).containsExactly(a);
  }

  @Test
  void aNumberAfterWatchIsItsSeconds() throws Exception {
    Path a = Files.createDirectory(cwd.resolve("a"));
    assertThat(parse().output().watchMillis()).isZero();
    assertThat(parse("--watch").output().watchMillis()).isEqualTo(2000);
    assertThat(parse("--watch", "0.5").output().watchMillis()).isEqualTo(500);
    assertThat(parse("--watch=7", "a").output().watchMillis()).isEqualTo(7000);
    assertThat(parse("--watch", "a").search().starts()).containsExactly(a);
  }

  @Test
  void metadataOnlyIsSortedByDirectory() throws Exception {
    assertThat(parse("--metadata-only").effectiveSort()).isEqualTo(RowSort.DIR);
  }

  @Test
  void onlyUnsortedNdjsonStreams() throws Exception {
    assertThat(parse("-o", "ndjson").streams()).isTrue();
    assertThat(parse("-o", "ndjson", "-s", "path").streams()).isFalse();
    assertThat(parse("-o", "ndjson", "-r").streams()).isFalse();
    assertThat(parse("-o", "json").streams()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--frobnicate|unknown option --frobnicate",
        "-x|unknown option -x",
        "--form json|unknown option --form",
        "-o xml|--format: 'xml' is not one of table, json, ndjson, csv",
        "-s size|--sort: 'size' is not one of mtime",
        "-w many|--workers: 'many' is not a whole number",
        "-w|--workers: needs a value",
        "-w 100000|--workers: must be at most 1024: '100000'",
        "-j 1025|--jobs: must be at most 1024: '1025'",
        "--depth -1|--depth: must be at least 0: '-1'",
        "--depth x|--depth: 'x' is not a whole number",
        "--timeout 0|--timeout: must be greater than 0: '0'",
        "--timeout 1e7|--timeout: must be at most 1000000: '1e7'",
        "--timeout soon|--timeout: 'soon' is not a number of seconds",
        "--timeout NaN|--timeout: 'NaN'",
        "-c nonsense|--columns: unknown column 'nonsense'",
        "-c -|--columns: no columns left",
        "--exclude=|--exclude: must not be empty: ''",
        "--color sometimes|--color: 'sometimes' is not one of auto, always, never",
        "missing|no such directory: missing",
        "watch|no such directory: watch; did you mean --watch?",
        "--metadata-only -d|--dirty-only cannot be combined with --metadata-only",
        "--metadata-only -P|--pull-safe cannot be combined with --metadata-only",
        "--metadata-only -U|--push-safe cannot be combined with --metadata-only",
        "--dry-run|--dry-run needs --fetch, --pull-safe or --push-safe",
        "--watch 0|--watch: must be greater than 0: '0'",
        "--watch=soon|--watch: 'soon' is not a number of seconds",
        "--watch -o json|--format json cannot be combined with --watch",
        "--watch --print path|--print cannot be combined with --watch",
        "--watch -f|--fetch cannot be combined with --watch",
        "--metadata-only -s mtime|--sort mtime cannot be combined with --metadata-only",
      })
  void everyMistakeIsOneClearLine(String arguments, String message) {
    assertThatThrownBy(() -> parse(arguments.split(" ", -1)))
        .isInstanceOf(UsageException.class)
        .message()
        .contains(message)
        .doesNotContain("\n");
  }

  @Test
  void aFileIsNoDirectory() throws Exception {
    Files.createFile(cwd.resolve("file"));
    assertThatThrownBy(() -> parse("file")).hasMessage("not a directory: file");
    assertThatThrownBy(() -> parse("file/x")).hasMessage("no such directory: file/x");
  }

  @Test
  void aDirectoryThatMayNotBeReachedIsNamedOnce() throws Exception {
    GitSandbox sandbox = GitSandbox.in(temporary);
    sandbox.sh(sandbox.root(), "mkdir -p closed/in && chmod 0 closed");
    List<String> words = Jvm.program();
    words.add("closed/in");
    try {
      gitoverit.testing.Command.Outcome result =
          new gitoverit.testing.Command(
                  GitSandbox.bound(words), sandbox.root(), sandbox.environment())
              .run();
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .isEqualTo(
              "gitoverit: cannot use directory closed/in: permission denied"
                  + " (see gitoverit --help)\n");
    } finally {
      sandbox.sh(sandbox.root(), "chmod 700 closed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--colums x,--columns",
    "--sotr=x,--sort",
    "--form json,--format",
    "--dirty,--dirty-only",
    "--jbos 3,--jobs",
    "--json,-o json",
    "--html=x,-o html",
  })
  void anUnknownOptionIsToldWithTheOneThatWasMeant(String arguments, String meant) {
    assertThatThrownBy(() -> parse(arguments.split(" ", -1)))
        .message()
        .endsWith("; did you mean " + meant + "?");
  }

  @Test
  void anUnknownColumnIsToldWithTheOneThatWasMeant() {
    assertThatThrownBy(() -> parse("-c", "stauts"))
        .message()
        .startsWith(
            "--columns: unknown column 'stauts'; did you mean 'status'? known columns: added_lines, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1d", "5f", "NaN", "Infinity"})
  void aTimeIsANumber(String value) {
    assertThatThrownBy(() -> parse("--timeout", value))
        .hasMessage("--timeout: '" + value + "' is not a number of seconds");
  }

  @Test
  void undoMayStandAnywhereAndTakesOneOption() throws Exception {
    GivenOptions given = GivenOptions.split(List.of("--yes", "undo"));
    assertThat(given.command()).isEqualTo(Command.UNDO);
    assertThat(given.has(Flag.YES)).isTrue();
    assertThatThrownBy(() -> parse("--yes")).hasMessage("--yes can only be used with undo");
    assertThatThrownBy(() -> refused("undo", "-f"))
        .hasMessage("--fetch cannot be combined with undo");
    assertThatThrownBy(() -> refused("undo", "a")).hasMessage("undo takes no directory: 'a'");
  }

  private static void refused(String... arguments) throws UsageException {
    GivenOptions.split(List.of(arguments)).refuseAllBut(Flag.YES, Command.UNDO);
  }

  @Test
  void anEmptyNameIsNoDirectory() {
    assertThatThrownBy(() -> parse("")).hasMessage("no such directory: ''");
  }

  @Test
  void saysThatAnOptionTakesNoValue() {
    assertThatThrownBy(() -> parse("--no-parallel=1")).hasMessage("--no-parallel: takes no value");
  }
}
