package gitoverit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gitoverit.git.Operation;
import gitoverit.query.token.ExpressionException;
import gitoverit.report.Failure;
import gitoverit.report.RepoResult;
import gitoverit.report.SkipReason;
import gitoverit.row.Field;
import gitoverit.row.FieldType;
import gitoverit.row.FieldValue;
import gitoverit.row.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
  /// Branch `feature/fix`, dirty, 2 ahead and 1 behind, a stash, rebasing.
  private static final RepoResult BUSY =
      Rows.at("/home/ada/src/demo")
          .branch("feature/Fix-it", "origin/main")
          .changes(3, 0, 1, 0, 4, 2)
          .aheadBehind(2, 1)
          .stashes(1)
          .operations(Operation.REBASE)
          .done();

  private static final RepoResult CLEAN =
      Rows.at("/home/ada/src/site").branch("main", null).mtime("2026-11-01T00:00:00Z").done();
  private static final RepoResult FAILED =
      Rows.failed("/home/ada/src/slow", Failure.Kind.TIMEOUT, "no answer");

  private static boolean matches(String expression, RepoResult row) throws ExpressionException {
    return Expression.parse(expression, true).matches(row, Rows.CONTEXT);
  }

  private static String line(String expression, RepoResult row) throws ExpressionException {
    return Expression.parse(expression, true).line(row, Rows.CONTEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dirty and branch != \"main\"",
        "ahead > 0",
        "not not dirty",
        "\"ada\" in url",
        "branch.startswith(\"feature/\")",
        "branch.startswith(('release/', 'feature/',))",
        "branch.endswith(['-it', \"x\"])",
        "rx(branch, \"^(release|feature)/\")",
        "branch.rxi(\"FIX\")",
        "branch.rx(r'^\\w+/F\\w')",
        "branch.rx('^\\w+/F\\w')",
        "not branch.rx('fix')",
        "remote != \"-\"",
        "dirty && !(ahead == 0) || false",
        "branch in ['main', 'feature/Fix-it']",
        "branch not in ('main', 'master')",
        "'x' not in branch or 'rebase' in operation",
        "operation == ['rebase']",
        "operation != []",
        "operation.contains('rebase') and branch.contains('Fix')",
        "0 < ahead <= 2 > behind",
        "ahead + behind > 2",
        "ahead * 3 - 6 == 0",
        "-ahead < 0",
        "1 - 2 - 3 == -4 and 2 + 3 * 4 == 14 and 7 / 2 == 3.5 and -7 % 3 == 2",
        "branch.lower() == 'feature/fix-it' and branch.upper().startswith('FEATURE')",
        "len(branch) == 14 and len(operation) == 1 and len('a🚀') == 2",
        "str(ahead) + '/' + str(behind) == '2/1'",
        "mtime > now - 7*days and mtime < now",
        "now - mtime < 1 * weeks and 24*hours == 1*days and 60*minutes == 3600*seconds",
        "name == 'demo' and dir == 'demo' and author == ident",
        "error is None and head is not null and not error",
        "dirty is True and gone == False",
        "stashes and operation and name and not behind == 0",
        "'it\\'s' == \"it's\" and \"\\\"\\\\\\n\" != ''",
        "(dirty)",
      })
  void wordsThatPeopleTypeAreTrueOfABusyRepository(String expression) throws Exception {
    assertThat(matches(expression, BUSY)).as(expression).isTrue();
    assertThat(matches("not (" + expression + ")", BUSY)).as("not " + expression).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not dirty",
        "remote == '-'",
        "stashes == 0 and not operation and operation == []",
        "branch == 'main'",
        "mtime < now - 2*weeks",
        "dirty or branch == 'main' and not gone",
      })
  void wordsThatPeopleTypeAreTrueOfACleanRepository(String expression) throws Exception {
    assertThat(matches(expression, CLEAN)).as(expression).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ahead == 0",
        "ahead != 0",
        "not ahead",
        "ahead",
        "dirty",
        "not dirty",
        "dirty == false",
        "dirty or not dirty",
        "ahead < 1 < 2",
        "branch == branch",
        "branch in ['main']",
        "branch not in ['main']",
        "'x' not in url",
        "rx(branch, '.*')",
        "len(branch) >= 0",
        "mtime < now",
        "ahead / 0 == 1 / 0",
        "branch.startswith('') and true",
        "operation == []",
        "branch in [remote, 'x']",
        "'b' in ['a', branch]",
      })
  void whatIsUnknownMakesAComparisonUnknown(String expression) throws Exception {
    assertThat(matches(expression, FAILED)).isFalse();
    assertThat(matches("not (" + expression + ")", FAILED)).isFalse();
    assertThat(matches("(" + expression + ") or true", FAILED)).isTrue();
    assertThat(matches("not ((" + expression + ") and false)", FAILED)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ahead == null",
        "null == dirty",
        "branch is None",
        "error",
        "error != null",
        "error.kind == 'timeout' and 'answer' in error.message",
        "not (ahead != null)",
        "path.endswith('/slow') and worktree == 'main'",
        "status == 'error: timeout'",
        "'a' in ['a', branch]",
        "not worktree_status_checked",
      })
  void ofAFailedRepositorySomeThingsAreKnown(String expression) throws Exception {
    assertThat(matches(expression, FAILED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "dirty and foo; 11; unknown name 'foo'",
        "brnach == 'x'; 1; unknown name 'brnach'; did you mean 'branch'?",
        "ahead = 0; 7; '=' is not an operator; use '==' to compare",
        "ahead > 'x'; 7; a number cannot be compared with a string",
        "'x' in ahead; 5; a string cannot be searched for in a number",
        "1 in ['a']; 3; a number cannot be searched for in a list",
        "dirty < true; 7; a boolean cannot be ordered",
        "null > 1; 6; null cannot be compared with a number",
        "error == 'x'; 7; an error cannot be compared; use its .kind or .message",
        "branch - 1; 8; '-' needs numbers, not a string",
        "dirty and; 10; unexpected end of expression",
        "; 1; unexpected end of expression",
        "(dirty; 7; unexpected end of expression; expected ',' or ')'",
        "dirty); 6; unexpected ')'",
        "dirty branch; 7; unexpected 'branch'",
        "'open; 1; missing closing '",
        "rx(branch, '('); 12; invalid regular expression: missing closing )",
        "rx(branch, url); 12; a regular expression must be a quoted string",
        "rx(ahead, 'x'); 4; must be a string, not a number",
        "branch.rx(); 8; 'rx' takes 1 argument",
        "branch.startswith; 8; 'startswith' needs parentheses after it",
        "branch.startswith(1); 19; must be a string, not a number",
        "branch.startswith([1]); 19; must be a string or a list of strings",
        "branch.starts('x'); 8; unknown function 'starts'; did you mean 'startswith'?",
        "system('x'); 1; unknown function 'system'",
        "branch.getClass; 8; unknown member 'getClass'",
        "len(ahead); 5; must be a string, not a number",
        "['a', 1]; 1; all elements of a list must be of the same type",
        "[dirty]; 2; a list can only hold numbers or strings",
        "branch == 'ä' # x; 15; unexpected character '#'",
        "`dirty \u001B`; 7; unexpected character \"\\033\"",
        "rxi(branch); 1; 'rxi' takes 2 arguments",
        "12ab; 3; unexpected 'a' after a number",
        "branch.1; 8; unexpected '1' after the dot",
        "rx(branch, '((a{99}){99}){99}'); 12; the regular expression has too many repetitions",
      })
  void everyMistakeIsFoundBeforeThereIsARow(String expression, int column, String message) {
    String text = expression == null ? "" : expression;
    ExpressionException e =
        catchThrowableOfType(ExpressionException.class, () -> Expression.parse(text, true));
    assertThat(e).hasMessageContaining(message);
    assertThat(e.column()).isEqualTo(column);
    assertThat(e.getMessage()).doesNotContain("\n");
  }

  @Test
  void aCaretPointsAtTheMistake() {
    assertThat(picture("dirty and foo")).isEqualTo("  dirty and foo\n            ^");
    assertThat(picture("'日本' == foo")).isEqualTo("  '日本' == foo\n            ^");
    assertThat(picture("'\u001B[31m' ==\nfoo")).isEqualTo("  ' [31m' == foo\n             ^");
    assertThat(picture("dirty or ".repeat(40) + "foo" + " or dirty".repeat(40)).lines())
        .hasSize(2)
        .allMatch(line -> line.length() < 130);
  }

  private static String picture(String expression) {
    return Objects.requireNonNull(
            catchThrowableOfType(
                ExpressionException.class, () -> Expression.parse(expression, true)))
        .picture(expression);
  }

  @Test
  void withoutTheWorktreeItsFactsMayNotBeAskedFor() throws Exception {
    for (String word : List.of("dirty", "mtime", "untracked", "added_lines")) {
      assertThatThrownBy(() -> Expression.parse("ahead > 0 or " + word, false))
          .isInstanceOf(ExpressionException.class)
          .hasMessage("'" + word + "' cannot be combined with --metadata-only");
    }
    assertThat(Expression.parse("ahead > 0 or stashes or operation", false)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldHasTheTypeOfItsValues(Field field) {
    RepoResult planned = Rows.at("/a").plan("pull").skipped(SkipReason.DIRTY).done();
    RepoResult fetched = Rows.at("/b").lastFetch("2026-11-23T08:00:00Z").done();
    List<FieldValue> values = new ArrayList<>();
    RepoResult asked = Rows.at("/c").askedGit("a submodule is populated").done();
    for (RepoResult row : List.of(BUSY, FAILED, planned, fetched, asked)) {
      FieldValue value = field.value(row, Rows.CONTEXT);
      if (value != null) {
        values.add(value);
      }
    }
    assertThat(values).isNotEmpty().allMatch(value -> isOfType(value, field.type()));
    assertThat(values).allMatch(value -> typeOf(value) == new FieldTerm(field).type());
  }

  private static boolean isOfType(FieldValue value, FieldType type) {
    return switch (type) {
      case TEXT -> value instanceof FieldValue.Text;
      case NUMBER -> value instanceof FieldValue.Count;
      case TIME -> value instanceof FieldValue.Count || value instanceof FieldValue.Time;
      case YES_NO -> value instanceof FieldValue.Flag;
      case WORDS -> value instanceof FieldValue.Words;
      case ERROR -> value instanceof FieldValue.Problem;
    };
  }

  private static Type typeOf(FieldValue value) {
    return switch (value) {
      case FieldValue.Text _ -> Type.TEXT;
      case FieldValue.Count _, FieldValue.Time _ -> Type.NUMBER;
      case FieldValue.Flag _ -> Type.TRUTH;
      case FieldValue.Words _ -> Type.LIST;
      case FieldValue.Problem _ -> Type.PROBLEM;
    };
  }

  @Test
  void aPlanIsAListOfItsSteps() throws Exception {
    RepoResult planned = Rows.at("/home/ada/src/demo").plan("fetch", "pull").done();
    assertThat(matches("plan", planned)).isTrue();
    assertThat(matches("'pull' in plan and len(plan) == 2", planned)).isTrue();
    assertThat(matches("plan or plan == null", CLEAN)).isTrue();
    assertThatThrownBy(() -> Expression.parse("plan.lower()", true))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("must be a string, not a list");
  }

  @Test
  void onlyFactsOfTheWorktreeAreUnknownWithoutIt() {
    RepoResult row =
        Rows.at("/home/ada/src/demo")
            .operations(Operation.AM)
            .lastFetch("2026-11-23T08:00:00Z")
            .metadataOnly()
            .askedGit("a submodule is populated")
            .done();
    Set<Field> none = Set.of(Field.ERROR, Field.PLAN, Field.SKIPPED);
    for (Field field : Field.values()) {
      boolean unknown = field.value(row, Rows.CONTEXT) == null && !none.contains(field);
      assertThat(new FieldTerm(field).needsWorktree()).as(field.label()).isEqualTo(unknown);
    }
  }

  @Test
  void printsValuesAsPeopleWouldWriteThem() throws Exception {
    assertThat(line("path", BUSY)).isEqualTo("/home/ada/src/demo");
    assertThat(line("ahead", BUSY)).isEqualTo("2");
    assertThat(line("ahead", FAILED)).isEqualTo("-");
    assertThat(line("dirty", BUSY)).isEqualTo("true");
    assertThat(line("operation", BUSY)).isEqualTo("rebase");
    assertThat(line("['a', name]", BUSY)).isEqualTo("a demo");
    assertThat(line("mtime", BUSY)).isEqualTo("1795439100.25");
    assertThat(line("mtime", CLEAN)).isEqualTo("1793491200.0");
    assertThat(line("1 / 3", BUSY)).isEqualTo("0.3333333333333333");
    assertThat(line("600 / 2", BUSY)).isEqualTo("300");
    assertThat(line("error", FAILED)).isEqualTo("timeout: no answer");
    assertThat(line("dir + ': ' + branch", BUSY)).isEqualTo("demo: feature/Fix-it");
    assertThat(line("'a\\nb'", BUSY)).isEqualTo("\"a\\nb\"");
  }

  @Test
  void aPathIsPrintedAsItsBytes() throws Exception {
    RepoResult odd = Rows.at(Rows.notUtf8()).done();
    assertThat(Expression.parse("path", true).raw(odd, Rows.CONTEXT))
        .isEqualTo("/home/ada/src/caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(line("path", odd)).isEqualTo("\"/home/ada/src/caf\\351\"");
    assertThat(line("name", odd)).isEqualTo("\"caf\\351\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "not ",
        "[",
        "-",
        "rx(",
        "'a' + ",
        "branch.lower().",
        "dirty or ",
        "1<",
        "a.b.",
      })
  void noExpressionIsTooMuch(String part) {
    for (String text : List.of(part.repeat(400), part.repeat(100_000 / part.length()))) {
      assertThatThrownBy(() -> Expression.parse(text, true))
          .isInstanceOf(ExpressionException.class);
    }
  }

  @Test
  void theLongestExpressionsAreEvaluated() throws Exception {
    assertThat(matches("1" + "+1".repeat(2000) + " == 2001", BUSY)).isTrue();
    assertThat(matches("name" + ".lower()".repeat(500) + " == 'demo'", BUSY)).isTrue();
    assertThat(matches("9" + "*9".repeat(2000) + " > 0", BUSY)).isTrue();
    assertThat(matches("(".repeat(99) + "dirty" + ")".repeat(99), BUSY)).isTrue();
  }

  @Test
  void noPatternHangs() throws Exception {
    RepoResult row = Rows.at("/home/ada/src/demo").branch("a".repeat(5000) + "!", null).done();
    assertThat(matches("branch.rx('^(a+)+$')", row)).isFalse();
    assertThat(matches("branch.rx('^(a|aa|a*)*b')", row)).isFalse();
    assertThat(matches("branch.rx('^a{1000}')", row)).isTrue();
  }
}
