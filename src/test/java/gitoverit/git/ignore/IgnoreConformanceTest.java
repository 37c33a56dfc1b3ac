package gitoverit.git.ignore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.ignore.IgnoreScene.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares [IgnoreStack] with `git check-ignore`.
///
/// The property `gitoverit.fuzz.seconds` sets the duration of the random part, which then uses new
/// seeds; `gitoverit.fuzz.seed` sets its first seed, such as one that a failure has named.
@Tag("slow")
class IgnoreConformanceTest {
  private static final int TREES = 8;
  private static final int RULES_PER_TREE = 12;

  /// The control characters and the space as `tricky-ignore-files.txt` shows them.
  private static final String PICTURES = "\u2400\u2409\u240a\u240d\u2420";

  private static final String PICTURED = "\0\t\n\r ";

  @TempDir private Path directory;

  @Test
  void answersAsGitDoesForTrickyLines() throws IOException {
    IsolatedGit git = new IsolatedGit(directory, directory.resolve("worktree"));
    git.init();
    Map<String, String> gitignores = new HashMap<>();
    SortedMap<String, Boolean> entries = new TreeMap<>();
    for (String content : trickyFiles()) {
      String place = "t" + gitignores.size();
      gitignores.put(place, content);
      gitignores.put(place + "/bar", "/foo\n");
      entries.put(place, true);
      addSmallTree(entries, place + "/");
    }
    IgnoreScene scene = new IgnoreScene(entries, gitignores, "", "", false);
    scene.createEntries(git.directory());
    assertSameVerdicts(scene, git, "tricky lines");
    assertSameVerdicts(
        new IgnoreScene(entries, gitignores, "", "", true), git, "tricky lines, ignoring case");
  }

  /// Returns the content of one `.gitignore` a line; every one is tried on the same small tree.
  private static List<String> trickyFiles() throws IOException {
    try (InputStream in =
        IgnoreConformanceTest.class.getResourceAsStream("tricky-ignore-files.txt")) {
      String text = new String(requireNonNull(in).readAllBytes(), UTF_8);
      String[] lines = text.split("\n", -1);
      return Arrays.stream(lines).map(IgnoreConformanceTest::withoutPictures).toList();
    }
  }

  private static String withoutPictures(String line) {
    String content = line;
    for (int i = 0; i < PICTURES.length(); i++) {
      content = content.replace(PICTURES.charAt(i), PICTURED.charAt(i));
    }
    return content;
  }

  private static void addSmallTree(SortedMap<String, Boolean> entries, String place) {
    for (String path : "foo/ foo/bar/ foo/bar/deep/ bar/ foobar/ [a]/ a/".split(" ", -1)) {
      entries.put(place + path.substring(0, path.length() - 1), true);
    }
    for (String path :
        List.of(
            "foo/b.o",
            "foo/.b",
            "foo/foo",
            "foo/bar/b.o",
            "foo/bar/deep/b.o",
            "bar/foo",
            "bar/b.o",
            "foobar/b",
            "[a]/foo",
            "a/b",
            "Foo",
            "b.o",
            ".b",
            "a b",
            "x ",
            "x\\ ",
            "a*",
            "\\",
            "#x",
            "!y",
            "]",
            "^",
            "\u00ff")) {
      entries.put(place + path, false);
    }
  }

  @Test
  void asksTheFilesInGitsOrder() throws IOException {
    IsolatedGit git = new IsolatedGit(directory, directory.resolve("worktree"));
    git.init();
    SortedMap<String, Boolean> entries = new TreeMap<>();
    entries.put("d", true);
    for (String name : List.of("p", "q", "r", "s", "t", "d/p", "d/q", "d/r", "d/s", "d/t")) {
      entries.put(name, false);
    }
    String user = "p\nq\nr\ns\n/t\n";
    String info = "!p\n/d/q\n!r\n";
    Map<String, String> gitignores = Map.of("", "p\n!q\nr\n/d/t\n", "d", "!p\nq\n!t\n");
    IgnoreScene scene = new IgnoreScene(entries, gitignores, info, user, false);
    scene.createEntries(git.directory());
    assertSameVerdicts(scene, git, "order of files");
    assertThat(scene.walk())
        .containsEntry("s", Verdict.IGNORED)
        .containsEntry("d/p", Verdict.UNIGNORED)
        .containsEntry("d/q", Verdict.IGNORED);
  }

  @Test
  void answersAsGitDoesForRandomRules() throws IOException {
    Integer seconds = Integer.getInteger("gitoverit.fuzz.seconds");
    long seed = Long.getLong("gitoverit.fuzz.seed", seconds == null ? 0 : System.nanoTime());
    long end = seconds == null ? 0 : System.nanoTime() + seconds * 1_000_000_000L;
    for (int i = 0; seconds == null ? i < TREES : System.nanoTime() < end; i++) {
      runRandomTree(seed + i);
    }
  }

  private void runRandomTree(long seed) throws IOException {
    IsolatedGit git = new IsolatedGit(directory, directory.resolve("worktree" + seed));
    git.init();
    Random random = new Random(seed);
    SortedMap<String, Boolean> entries = new TreeMap<>();
    addRandomEntries(entries, "", new RandomPatterns(random), random);
    boolean created = false;
    for (int i = 0; i < RULES_PER_TREE; i++) {
      IgnoreScene scene = withRandomRules(entries, new RandomPatterns(random));
      if (!created) {
        scene.createEntries(git.directory());
        created = true;
      }
      assertSameVerdicts(scene, git, "seed " + seed + ", rules " + i);
    }
  }

  private static void addRandomEntries(
      SortedMap<String, Boolean> entries, String place, RandomPatterns patterns, Random random) {
    int depth = (int) place.chars().filter(c -> c == '/').count();
    for (int n = depth == 0 ? 14 : random.nextInt(8); n > 0; n--) {
      String path = place + patterns.pick(RandomPatterns.NAMES);
      boolean isDirectory = depth < 4 && patterns.chance(40);
      if (entries.putIfAbsent(path, isDirectory) == null && isDirectory) {
        addRandomEntries(entries, path + "/", patterns, random);
      }
    }
  }

  private static IgnoreScene withRandomRules(
      SortedMap<String, Boolean> entries, RandomPatterns patterns) {
    Map<String, String> gitignores = new HashMap<>();
    gitignores.put("", patterns.file(5));
    entries.forEach((path, isDirectory) -> {
      if (isDirectory && patterns.chance(30)) {
        gitignores.put(path, patterns.file(4));
      }
    });
    return new IgnoreScene(
        entries, gitignores, patterns.file(2), patterns.file(2), patterns.chance(25));
  }

  private static void assertSameVerdicts(IgnoreScene scene, IsolatedGit git, String what)
      throws IOException {
    SortedMap<String, Verdict> gits = scene.askGit(git);
    SortedMap<String, Verdict> ours = scene.walk();
    assertThat(gits.keySet()).as(what).isEqualTo(ours.keySet());
    List<String> differences = new ArrayList<>();
    ours.forEach((path, verdict) -> {
      if (verdict != gits.get(path)) {
        differences.add(path + ": " + verdict + ", git says " + gits.get(path));
      }
    });
    assertThat(differences).as("%s: %s", what, scene).isEmpty();
  }
}
