package gitoverit.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.UnprovenException;
import gitoverit.report.LineTotals;
import gitoverit.testing.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineDiffTest {
  private static LineTotals count(String before, String after) throws UnprovenException {
    return LineDiff.count(before.getBytes(UTF_8), after.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0, 0",
    "'a|', 'a|', 0, 0",
    "'', 'a|b', 2, 0",
    "'a|b|', '', 0, 2",
    "'a|', 'a|b|', 1, 0",
    "'a|b|c|', 'a|c|', 0, 1",
    "'a|b|c|', 'a|x|y|c|', 2, 1",
    "'a', 'a|', 1, 1",
    "'a|b', 'a|b|', 1, 1",
    "'a|a|', 'a|a|a|', 1, 0",
    "'x|a|', 'y|a|', 1, 1",
  })
  void countsWhereThereIsOneAnswer(String before, String after, int added, int removed)
      throws Exception {
    assertThat(count(before.replace('|', '\n'), after.replace('|', '\n')))
        .isEqualTo(new LineTotals(added, removed));
  }

  @Test
  void aBinaryFileCountsNothing() throws Exception {
    assertThat(count("a\0b\n", "c\n")).isEqualTo(LineTotals.ZERO);
    assertThat(count("a\n", "x".repeat(8000) + "\0")).isEqualTo(new LineTotals(1, 1));
  }

  /// Every answer given for random pairs is git's; most pairs get one.
  @Test
  void agreesWithGitWhereItAnswers(@TempDir Path directory) throws Exception {
    GitSandbox sandbox = GitSandbox.in(directory);
    Random random = new Random(20261124);
    StringBuilder expected = new StringBuilder();
    Path before = Files.createDirectory(sandbox.root().resolve("before"));
    Path after = Files.createDirectory(sandbox.root().resolve("after"));
    int answered = 0;
    for (int i = 0; i < 400; i++) {
      String old = randomText(random, "", 12);
      String changed = edited(random, old);
      Files.writeString(before.resolve("f%03d".formatted(i)), old);
      Files.writeString(after.resolve("f%03d".formatted(i)), changed);
      try {
        LineTotals lines = count(old, changed);
        if (!old.equals(changed)) {
          expected.append("%d\t%d\tf%03d%n".formatted(lines.added(), lines.removed(), i));
        }
        answered++;
      } catch (UnprovenException _) {
        Files.delete(before.resolve("f%03d".formatted(i)));
        Files.delete(after.resolve("f%03d".formatted(i)));
      }
    }
    String printed =
        sandbox.sh(
            sandbox.root(),
            "git diff --no-index --numstat before after | sed 's/[^\\t]*[/}]//' | sort -k3; true");
    assertThat(printed.lines()).containsExactlyElementsOf(expected.toString().lines().toList());
    assertThat(answered).isGreaterThan(200);
  }

  private static String randomText(Random random, String marker, int most) {
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(most);
    for (int i = 0; i < lines; i++) {
      text.append(marker).append((char) ('a' + random.nextInt(20))).append('\n');
    }
    if (random.nextInt(5) == 0 && !text.isEmpty()) {
      text.setLength(text.length() - 1);
    }
    return text.toString();
  }

  private static String edited(Random random, String old) {
    int at = old.isEmpty() ? 0 : old.lastIndexOf('\n', random.nextInt(old.length())) + 1;
    String inserted = randomText(random, random.nextBoolean() ? "new " : "", 5);
    int end = Math.min(old.length(), at + 2 * random.nextInt(3));
    return old.substring(0, at) + inserted + old.substring(end);
  }
}
