package gitoverit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitTest {
  private static @TempDir Path temporary;
  private static GitSandbox sandbox;

  @BeforeAll
  static void makeRepositories() throws Exception {
    sandbox = GitSandbox.in(temporary);
    sandbox.sh(
        sandbox.root(),
        """
        mkdir r && cd r
        git init -q a && touch a/new
        git init -q b
        git init -q c && touch c/new
        mkdir -p damaged/.git
        """);
  }

  private static InProcess.Result run(String... arguments) {
    return InProcess.run(Map.of(), sandbox.environment(), sandbox.root().resolve("r"), arguments);
  }

  @Test
  void theFirstRowsOfTheOrderAreShown() {
    assertThat(run("-n", "2", "-s", "name", "--print", "name").out()).isEqualTo("a\nb\n");
    assertThat(run("--limit=2", "-s", "name", "-r", "--print", "name").out())
        .isEqualTo("damaged\nc\n");
    assertThat(run("-n", "9", "-s", "name", "--print", "name").out())
        .isEqualTo("a\nb\nc\ndamaged\n");
  }

  @Test
  void rowsAreFilteredBeforeTheyAreCounted() {
    assertThat(run("-n", "2", "-s", "name", "--where", "dirty", "--print", "name").out())
        .isEqualTo("a\nc\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "ndjson", "csv", "markdown", "html"})
  void everyFormatHasTheLimit(String format) {
    assertThat(run("-o", format, "-s", "name").out()).contains("damaged");
    assertThat(run("-o", format, "-s", "name", "-n", "3").out()).doesNotContain("damaged");
  }

  @Test
  void withALimitNdjsonHasTheSameRowsAsOtherFormats() {
    String newest = run("-n", "1", "--print", "path").out().strip();
    assertThat(run("-n", "1", "-o", "ndjson").out()).contains('"' + newest + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "markdown", "html"})
  void theSummaryCountsTheOtherRows(String format) {
    assertThat(run("-o", format, "-n", "1", "-s", "name").out())
        .contains("1 repository: 1 dirty, 3 not shown");
  }

  @Test
  void checkIgnoresRowsBeyondTheLimit() {
    assertThat(run("-n", "1", "-s", "name", "--check", "name == 'b'", "a", "b").exitCode())
        .isZero();
    assertThat(run("-n", "2", "-s", "name", "--check", "name == 'b'", "a", "b").exitCode())
        .isEqualTo(1);
  }

  @Test
  void aFailureBeyondTheLimitIsCounted() {
    InProcess.Result result = run("-n", "1", "-s", "name");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("1 repository failed and is not shown");
  }

  @Test
  void itIsAtLeastOneRow() {
    assertThat(run("-n", "0").err()).contains("--limit: must be at least 1: '0'");
  }

  @Test
  void itMayBeASetting() {
    sandbox.repo("r").git("config", "--global", "gitoverit.view.few.limit", "1");
    assertThat(run("--view", "few", "-s", "name", "--print", "name").out()).isEqualTo("a\n");
    assertThat(run("--view", "few", "-n", "2", "-s", "name", "--print", "name").out())
        .isEqualTo("a\nb\n");
  }
}
