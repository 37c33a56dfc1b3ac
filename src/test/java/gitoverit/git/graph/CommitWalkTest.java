package gitoverit.git.graph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.git.AheadBehind;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.UnprovenException;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.git.object.ObjectSandbox;
import gitoverit.git.object.ObjectSandbox.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
final class CommitWalkTest {
  private static final FileAccess FILES = FileAccess.create();
  private static final int COMMITS = 100;
  private static final Pattern TRACK = Pattern.compile("(ahead|behind) (\\d+)");

  private static final int PAIRS = 150;
  private static final String LAYER =
      """
      layer() {
        git rev-parse $1 >tip
        git -c commitGraph.generationVersion=$2 commit-graph write --stdin-commits --split=no-merge <tip
      }
      """;

  @TempDir static Path directory;
  private static ObjectSandbox sandbox;
  private static History sha1;
  private static History sha256;

  @BeforeAll
  static void makeHistories() {
    sandbox = new ObjectSandbox(directory);
    sha1 = sandbox.history(sandbox.init("sha1", "sha1"), 7, COMMITS, 0);
    sha256 = sandbox.history(sandbox.init("sha256", "sha256"), 8, COMMITS, 0);
  }

  private static ObjectFormat format(ObjectId oid) {
    return oid.bytes().length == 20 ? ObjectFormat.SHA1 : ObjectFormat.SHA256;
  }

  private static void assertCountsByReachability(History history) throws IOException {
    try (ObjectDatabase objects =
            new ObjectDatabase(
                FILES, history.repository(), format(history.oids().getFirst()), false);
        CommitWalk walk = new CommitWalk(FILES, history.repository(), objects, true)) {
      Random random = new Random(3);
      for (int i = 0; i < PAIRS; i++) {
        int a = random.nextInt(COMMITS);
        int b = random.nextInt(COMMITS);
        assertThat(walk.count(history.oids().get(a), history.oids().get(b)))
            .as("%d...%d", a, b)
            .isEqualTo(new AheadBehind(history.onlyIn(a, b), history.onlyIn(b, a)));
      }
    }
  }

  @Test
  void countsAsGitDoes() throws IOException {
    for (History history : List.of(sha1, sha256)) {
      assertCountsAsGit(copy(history, "tracking" + history.oids().getFirst()));
    }
  }

  private static void assertCountsAsGit(History history) throws IOException {
    Random random = new Random(5);
    StringBuilder config = new StringBuilder();
    int[] upstreams = new int[COMMITS];
    for (int i = 0; i < COMMITS; i++) {
      upstreams[i] = random.nextInt(COMMITS);
      config.append("[branch \"c%d\"]\nremote = .\n".formatted(i));
      config.append("merge = refs/heads/c%d\n".formatted(upstreams[i]));
    }
    Path file = history.repository().resolve("config");
    String all = Files.readString(file) + config;
    Files.delete(file);
    Files.writeString(file, all);
    String format = "--format=%(refname:short) %(upstream:track)";
    for (String line : sandbox.git(history.repository(), "for-each-ref", format).lines().toList()) {
      int i = Integer.parseInt(line.substring(1, line.indexOf(' ')));
      assertThat(count(history, i, upstreams[i])).as("%d", i).isEqualTo(parse(line));
    }
  }

  private static AheadBehind count(History history, int a, int b) throws IOException {
    return count(history.repository(), history.oids().get(a), history.oids().get(b));
  }

  private static AheadBehind count(Path repository, ObjectId a, ObjectId b) throws IOException {
    try (ObjectDatabase objects = new ObjectDatabase(FILES, repository, format(a), false);
        CommitWalk walk = new CommitWalk(FILES, repository, objects, true)) {
      return walk.count(a, b);
    }
  }

  private static AheadBehind parse(String track) {
    int ahead = 0;
    int behind = 0;
    Matcher matcher = TRACK.matcher(track);
    while (matcher.find()) {
      int number = Integer.parseInt(matcher.group(2));
      ahead = matcher.group(1).equals("ahead") ? number : ahead;
      behind = matcher.group(1).equals("behind") ? number : behind;
    }
    return new AheadBehind(ahead, behind);
  }

  private static History copy(History history, String name) {
    Path repository = sandbox.copy(history.repository().getFileName().toString(), name);
    return new History(repository, history.oids(), history.ancestors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          sha1   ! true
          sha256 ! git repack -q -a -d --depth=50
          sha1   ! git commit-graph write --reachable
          sha256 ! git commit-graph write --reachable --changed-paths
          sha1   ! git -c commitGraph.generationVersion=1 commit-graph write --reachable
          sha1   ! git rev-parse c20 c47 c80 | git commit-graph write --stdin-commits
          sha256 ! for c in c9 c30 c60 c90; do layer $c 2; done
          sha1   ! layer c60 1; layer c90 2
          """)
  void countsByReachability(String format, String script) throws IOException {
    History copy = copy(format.equals("sha1") ? sha1 : sha256, "copy" + script.hashCode());
    sandbox.sh(copy.repository(), LAYER + script);
    assertCountsByReachability(copy);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 600, 6000, 1_000_000})
  void countsRightThoughClocksAreWrong(int skewSeconds) throws IOException {
    Path repository = sandbox.init("skew" + skewSeconds, "sha1");
    History history = sandbox.history(repository, skewSeconds, COMMITS, skewSeconds);
    assertCountsByReachability(history);
    sandbox.sh(repository, "git rev-parse c50 c70 | git commit-graph write --stdin-commits");
    assertCountsByReachability(history);
    sandbox.sh(repository, "git commit-graph write --reachable");
    assertCountsByReachability(history);
  }

  @Test
  void readsTheGraphOfAnAlternate() throws IOException {
    History graphed = copy(sha1, "lends");
    sandbox.sh(graphed.repository(), "git commit-graph write --reachable");
    sandbox.git(sandbox.root(), "clone", "-q", "-s", "--bare", "lends", "borrows");
    History borrows = new History(sandbox.root().resolve("borrows"), sha1.oids(), sha1.ancestors());
    assertCountsByReachability(borrows);
  }

  @Test
  void readsTheGraphAndNotTheObjects() throws IOException {
    History copy = copy(sha1, "graph only");
    sandbox.sh(copy.repository(), "git commit-graph write --reachable; rm -r objects/??");
    assertCountsByReachability(copy);
  }

  @Test
  void doesWithoutADamagedGraph() throws IOException {
    History copy = copy(sha1, "damaged graph");
    sandbox.sh(copy.repository(), "git commit-graph write --reachable");
    Path graph = copy.repository().resolve("objects/info/commit-graph");
    byte[] bytes = Files.readAllBytes(graph);
    bytes[4] = 9;
    Files.delete(graph);
    Files.write(graph, bytes);
    assertThat(count(copy, 3, 90)).isEqualTo(count(sha1, 3, 90));
  }

  @Test
  void doesWithoutLayersThatDoNotFitTheChain() throws IOException {
    History copy = copy(sha1, "mismatched chain");
    sandbox.sh(
        copy.repository(),
        LAYER
            + """
            layer c9 2
            layer c60 2
            sed -i 1d objects/info/commit-graphs/commit-graph-chain
            """);
    assertThat(count(copy, 3, 90)).isEqualTo(count(sha1, 3, 90));
  }

  @Test
  void stopsWhereAShallowHistoryEnds() throws IOException {
    int tip = COMMITS - 1;
    while (sha1.ancestors().get(tip).cardinality() < 50) {
      tip--;
    }
    String source = "file://" + sha1.repository();
    sandbox.git(
        sandbox.root(), "clone", "-q", "--bare", "--depth=9", "-b", "c" + tip, source, "short");
    Path repository = sandbox.root().resolve("short");
    assertThat(repository.resolve("shallow")).exists();
    String[] oids = sandbox.git(repository, "rev-list", "--date-order", "HEAD").split("\n", -1);
    for (String b : oids) {
      String range = oids[1] + "..." + b;
      AheadBehind ours = count(repository, oid(oids[1]), oid(b));
      assertThat(ours.ahead() + "\t" + ours.behind())
          .isEqualTo(sandbox.git(repository, "rev-list", "--left-right", "--count", range));
    }
  }

  private static ObjectId oid(String hex) {
    return requireNonNull(ObjectId.parse(hex), hex);
  }

  @Test
  void leavesHistoryWithGraftsToGit() throws IOException {
    Path repository = copy(sha1, "grafted").repository();
    Files.createDirectories(repository.resolve("info"));
    Files.writeString(repository.resolve("info/grafts"), sha1.oids().get(50) + "\n");
    assertThatThrownBy(() -> count(repository, sha1.oids().get(3), sha1.oids().get(90)))
        .isInstanceOf(UnprovenException.class);
  }

  @Test
  void asksForNothingWhenBothAreTheSame() throws IOException {
    ObjectId oid = sha1.oids().getFirst();
    assertThat(count(Path.of("/nowhere"), oid, oid)).isEqualTo(AheadBehind.EVEN);
  }
}
