package gitoverit.git.object;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.UnprovenException;
import gitoverit.git.commit.CommitHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
final class ObjectDatabaseTest {
  private static final FileAccess FILES = FileAccess.create();
  private static final String SEVERAL_PACKS =
      """
      git for-each-ref --format='%(objectname)' refs/heads >tips
      split -n l/10 tips part.
      for part in part.*; do git pack-objects -q --revs objects/pack/pack <$part >/dev/null; done
      git prune-packed -q
      """;

  @TempDir static Path directory;
  private static ObjectSandbox sandbox;
  private static Path sha1;

  @BeforeAll
  static void makeHistories() {
    sandbox = new ObjectSandbox(directory);
    sha1 = makeHistory("sha1");
    makeHistory("sha256");
  }

  private static Path makeHistory(String format) {
    Path repository = sandbox.init(format, format);
    sandbox.history(repository, 1, 40, 0);
    sandbox.sh(
        repository,
        """
        git tag -m tag t1 c20
        git tag -m tag t2 t1
        git tag -m tag t3 c20^{tree}
        """);
    return repository;
  }

  private static ObjectDatabase open(Path repository, ObjectFormat format) {
    return new ObjectDatabase(FILES, repository, format, false);
  }

  private static ObjectId oid(String hex) {
    return requireNonNull(ObjectId.parse(hex), hex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sha1   | true
          sha256 | true
          sha256 | git gc -q
          sha1   | git repack -q -a -d -f --depth=50 --window=50
          sha1   | git -c repack.useDeltaBaseOffset=false repack -q -a -d -f --depth=50
          sha256 | git -c repack.useDeltaBaseOffset=false repack -q -a -d -f --depth=50
          sha1   | git -c pack.indexVersion=1 repack -q -a -d
          """)
  void readsEveryObjectAsGitDoes(String format, String script) throws IOException {
    Path repository = sandbox.copy(format, format + script.hashCode());
    sandbox.sh(repository, script);
    assertReadsAll(repository, ObjectFormat.of(format));
  }

  @Test
  void readsOffsetsOfSixtyThreeBits() throws IOException {
    Path repository = sandbox.copy("sha1", "large offsets");
    sandbox.sh(
        repository,
        """
        git repack -q -a -d
        chmod u+w objects/pack/*
        git index-pack --index-version=2,0x40 objects/pack/*.pack >/dev/null
        """);
    assertReadsAll(repository, ObjectFormat.SHA1);
  }

  @Test
  void readsFromMorePacksThanStayOpen() throws IOException {
    Path repository = sandbox.copy("sha1", "several packs");
    sandbox.sh(repository, SEVERAL_PACKS);
    assertReadsAll(repository, ObjectFormat.SHA1);
  }

  @Test
  void readsThroughAMultiPackIndexAndAPackBesideIt() throws IOException {
    Path repository = sandbox.copy("sha256", "multi");
    sandbox.sh(repository, SEVERAL_PACKS + "git multi-pack-index write\n");
    sandbox.sh(
        repository, "git commit-tree -m x c2^{tree} | git pack-objects -q objects/pack/pack");
    assertReadsAll(repository, ObjectFormat.SHA256);
  }

  @Test
  void doesWithoutAMultiPackIndexThatNamesALostPack() throws IOException {
    Path repository = sandbox.copy("sha1", "stale multi");
    sandbox.sh(
        repository,
        """
        git repack -q -a -d
        git multi-pack-index write
        cp objects/pack/multi-pack-index .
        git repack -q -a -d -f --depth=5
        cp multi-pack-index objects/pack
        """);
    assertReadsAll(repository, ObjectFormat.SHA1);
  }

  @Test
  void readsFromAlternatesOfAlternates() throws IOException {
    sandbox.git(sandbox.root(), "clone", "-q", "-s", "--bare", "sha1", "shares");
    sandbox.git(sandbox.root(), "clone", "-q", "-s", "--bare", "shares", "shares again");
    Path repository = sandbox.root().resolve("shares again");
    sandbox.git(repository, "commit-tree", "-m", "own", "c1^{tree}");
    assertReadsAll(repository, ObjectFormat.SHA1);
  }

  @Test
  void readsAlternatesThatAreRelativeQuotedOrLost() throws IOException {
    Path repository = sandbox.init("relative", "sha1");
    Path alternates = Files.createDirectories(repository.resolve("objects/info"));
    String lines =
        "# ../../sha256\n\n/lost\n\"../../sh\\141\\x\"\n\"../../sh\\141\\061/objects\"\n";
    Files.writeString(alternates.resolve("alternates"), lines);
    assertReadsAll(repository, ObjectFormat.SHA1);
  }

  private static void assertReadsAll(Path repository, ObjectFormat format) throws IOException {
    byte[] all =
        sandbox
            .git(
                repository,
                new byte[0],
                "cat-file",
                "--batch-all-objects",
                "--batch",
                "--unordered")
            .getBytes(ISO_8859_1);
    int count = 0;
    try (ObjectDatabase objects = open(repository, format)) {
      for (int at = 0; at < all.length; count++) {
        int end = at;
        while (all[end] != '\n') {
          end++;
        }
        String[] head = new String(all, at, end - at, ISO_8859_1).split(" ", -1);
        byte[] content = new byte[Integer.parseInt(head[2])];
        System.arraycopy(all, end + 1, content, 0, content.length);
        assertReads(objects, oid(head[0]), head[1], content);
        at = end + 1 + content.length + 1;
      }
    }
    assertThat(count).isGreaterThan(100);
  }

  private static void assertReads(ObjectDatabase objects, ObjectId oid, String type, byte[] content)
      throws IOException {
    byte[] oids = new byte[oid.bytes().length + 7];
    System.arraycopy(oid.bytes(), 0, oids, 7, oid.bytes().length);
    assertThat(objects.type(oids, 7).label()).as("%s", oid).isEqualTo(type);
    switch (objects.type(oids, 7)) {
      case COMMIT ->
          assertThat(objects.commit(oids, 7))
              .as("%s", oid)
              .isEqualTo(CommitHeader.parse(content, true, oid.bytes().length, "git's"));
      case TREE -> assertThat(objects.tree(oids, 7)).as("%s", oid).isEqualTo(content);
      case BLOB -> {
        assertThat(objects.blob(oids, 7, content.length)).as("%s", oid).isEqualTo(content);
        assertThat(objects.blob(oids, 7, content.length - 1)).as("%s", oid).isNull();
      }
      case TAG -> assertThat(content).startsWith("object ".getBytes(UTF_8));
    }
  }

  @Test
  void peelsTagsToTheirCommit() throws IOException {
    try (ObjectDatabase objects = open(sha1, ObjectFormat.SHA1)) {
      ObjectId commit = oid(sandbox.git(sha1, "rev-parse", "c20"));
      assertThat(objects.peelToCommit(oid(sandbox.git(sha1, "rev-parse", "t2")))).isEqualTo(commit);
      assertThat(objects.peelToCommit(commit)).isEqualTo(commit);
      assertThat(objects.peelToCommit(oid(sandbox.git(sha1, "rev-parse", "t3")))).isNull();
    }
  }

  @Test
  void knowsTheEmptyTreeThoughItIsNotStored() throws IOException {
    Path repository = sandbox.init("empty", "sha256");
    ObjectId empty = oid("6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321");
    try (ObjectDatabase objects = open(repository, ObjectFormat.SHA256)) {
      assertThat(objects.tree(empty.bytes(), 0)).isEmpty();
    }
  }

  @Test
  void saysWhichObjectIsMissing() throws IOException {
    ObjectId missing = oid("0123456789012345678901234567890123456789");
    try (ObjectDatabase objects = open(sha1, ObjectFormat.SHA1)) {
      assertThatThrownBy(() -> objects.commit(missing))
          .isInstanceOf(MissingObjectException.class)
          .hasMessageContaining(missing.toString());
    }
  }

  @Test
  void refusesAnObjectOfAnotherType() throws IOException {
    ObjectId tree = oid(sandbox.git(sha1, "rev-parse", "c20^{tree}"));
    try (ObjectDatabase objects = open(sha1, ObjectFormat.SHA1)) {
      assertThatThrownBy(() -> objects.commit(tree))
          .isInstanceOf(GitFormatException.class)
          .hasMessageContaining("a tree where a commit is expected");
    }
  }

  @Test
  void findsWhatWasRepackedMeanwhile() throws IOException {
    Path repository = sandbox.copy("sha1", "moving");
    ObjectId commit = oid(sandbox.git(repository, "rev-parse", "c37"));
    ObjectId other = oid(sandbox.git(repository, "rev-parse", "c31"));
    sandbox.sh(repository, "git rev-list --objects c37 | git pack-objects -q objects/pack/pack");
    sandbox.sh(repository, "git prune-packed -q");
    try (ObjectDatabase objects = open(repository, ObjectFormat.SHA1)) {
      CommitHeader before = objects.commit(commit);
      sandbox.sh(repository, "git repack -q -a -d");
      assertThat(objects.commit(commit)).isEqualTo(before);
      assertThat(objects.commit(other).parents()).isNotEmpty();
    }
  }

  @Test
  void readsNothingWhereObjectsAreReplaced() throws IOException {
    ObjectId commit = oid(sandbox.git(sha1, "rev-parse", "c20"));
    try (ObjectDatabase objects = new ObjectDatabase(FILES, sha1, ObjectFormat.SHA1, true)) {
      assertThatThrownBy(() -> objects.commit(commit)).isInstanceOf(UnprovenException.class);
    }
  }
}
