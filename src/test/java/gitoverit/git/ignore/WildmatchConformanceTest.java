package gitoverit.git.ignore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares [Wildmatch] without `PATHNAME` with `git tag --list`, which matches names that way.
/// [IgnoreConformanceTest] covers it with `PATHNAME`.
class WildmatchConformanceTest {
  private static final List<String> TAGS =
      List.of(
          "!", "#a", "-dash", "1.2.3", "A", "AB", "Ab", "]", "_", "a", "a!b", "a-b", "a/b", "a/bc",
          "aB", "ab", "abab", "abb", "b", "b/a/c", "b/ab", "c/a", "c/a/b/c", "d]", "x}y", "\u00ff");

  private static final List<String> PATTERNS =
      List.of(
          "a*",
          "*b",
          "a?b",
          "a[-/]b",
          "[!a]",
          "[^a-z]",
          "[[:punct:]]*",
          "[[:upper:]]*",
          "[[:]*",
          "[[::]a]",
          "[[:nosuch:]]",
          "[A-a]",
          "[B-Za]*",
          "[--9]*",
          "[A-B-b]*",
          "[[:digit:]-b]*",
          "[b-a]*",
          "[]]",
          "[!]]",
          "[]-a]",
          "[a",
          "\\A",
          "\\a",
          "[\\A]",
          "a**b",
          "**/a",
          "*/**",
          "a\\/b",
          "*\\",
          "[[:lower:]][[:upper:]]");

  @TempDir private static Path directory;

  @BeforeAll
  static void makeTags() throws IOException {
    IsolatedGit git = git();
    git.init();
    git.run(
        new byte[0],
        "-c",
        "user.name=a",
        "-c",
        "user.email=a",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "a");
    String head = new String(git.run(new byte[0], "rev-parse", "HEAD"), ISO_8859_1).strip();
    StringBuilder packed = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
    TAGS.forEach(tag -> packed.append(head).append(" refs/tags/").append(tag).append('\n'));
    Files.write(directory.resolve("r/.git/packed-refs"), Latin1.bytes(packed.toString()));
  }

  private static IsolatedGit git() {
    return new IsolatedGit(directory, directory.resolve("r"));
  }

  @Test
  void matchesTheTagsThatGitLists() throws IOException {
    for (String pattern : PATTERNS) {
      assertSameTags(pattern);
    }
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      assertSameTags(RandomPatterns.garbage(random, "aAb*?[]!-\\/:^", 7));
    }
  }

  private static void assertSameTags(String pattern) throws IOException {
    assertThat(ours(pattern, 0)).as(pattern).isEqualTo(gits("--list", "--", pattern));
    assertThat(ours(pattern, Wildmatch.CASEFOLD))
        .as(pattern + " ignoring case")
        .isEqualTo(gits("--list", "--ignore-case", "--", pattern));
  }

  private static List<String> ours(String pattern, int flags) {
    byte[] p = Latin1.bytes(pattern);
    List<String> matching = new ArrayList<>();
    for (String tag : TAGS) {
      byte[] t = Latin1.bytes(tag);
      if (Wildmatch.matches(p, 0, t, 0, t.length, flags)) {
        matching.add(tag);
      }
    }
    return matching;
  }

  private static List<String> gits(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("tag"));
    command.addAll(List.of(arguments));
    byte[] listed = git().run(new byte[0], command.toArray(String[]::new));
    return new String(listed, ISO_8859_1).lines().sorted().toList();
  }
}
