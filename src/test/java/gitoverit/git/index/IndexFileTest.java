package gitoverit.git.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.UnprovenException;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares indexes that the real git wrote with git's own listing, and checks that damaged ones
/// are refused.
@Tag("slow")
final class IndexFileTest {
  private static final int MUTATIONS = 1000;

  /// The flags that are read here: assume-valid, stage, skip-worktree and intent-to-add.
  private static final int FLAGS = 0x6000_B000;

  private static final Pattern ENTRY =
      Pattern.compile(
          "([0-7]+ \\w+ \\d\\t[^\\00]*)\\00"
              + "  ctime: (.*)\\n  mtime: (.*)\\n  dev: \\d+\\t(ino: .*)\\n  (uid: .*)\\n"
              + "  (size: \\d+)\\tflags: (.*)\\n");

  private static final Pattern SUBTREE = Pattern.compile("040000 tree (\\w+)\\t(.+)");

  /// Directories, a link, an executable, names that need care, a path longer than the length field
  /// of an entry can say, and a path with all three stages.
  private static final String FILES =
      """
      mkdir -p a/b/c a.d 'with space'
      for i in $(seq 9); do echo $i > a/b/file$i; done
      echo x > a/b/c/x; echo x > a-b; echo x > a.d/x; echo x > 'with space/grüße'
      echo x > run; chmod +x run; ln -s run link; : > empty; echo v > valid; echo s > skipped
      git add -A; git commit -qm files
      oid=$(git rev-parse :run)
      deep=$(printf 'directory/%.0s' $(seq 450))
      git update-index --add --cacheinfo 100644,$oid,${deep}file
      printf "100644 $oid 1\\tunmerged\\n100755 $oid 2\\tunmerged\\n120000 $oid 3\\tunmerged\\n" |
        git update-index --index-info
      git update-index --assume-unchanged valid
      """;

  private static final String EXTENDED =
      """
      git update-index --skip-worktree skipped
      echo later > later; git add -N later
      """;

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({"2,sha1", "3,sha1", "4,sha1", "2,sha256", "3,sha256", "4,sha256"})
  void holdsWhatGitListsOfIt(int version, String format) throws IOException {
    Repo repo = repo(version, format);
    int oidLength = ObjectFormat.of(format).oidLength();
    assertThat(bytes(repo)[7]).isEqualTo((byte) version);

    IndexFile index = IndexFile.parse(bytes(repo), ObjectFormat.of(format));

    assertThat(describe(index, oidLength))
        .containsExactlyElementsOf(describe(repo.git("ls-files", "--stage", "--debug", "-z")));
  }

  @Test
  void findsEachPathAtItsFirstStage() throws IOException {
    IndexFile index = IndexFile.parse(bytes(repo(4, "sha1")), ObjectFormat.SHA1);
    for (int i = 0; i < index.count(); i++) {
      int first = index.stage(i) < 2 ? i : i - index.stage(i) + 1;
      assertThat(index.find(index.path(i))).isEqualTo(first);
      assertThat(index.samePath(first, i)).isTrue();
    }
    assertThat(index.find("a/b".getBytes(UTF_8))).isNegative();
    assertThat(index.find("zzz".getBytes(UTF_8))).isEqualTo(-1 - index.count());
  }

  @Test
  void knowsWhereEachDirectoryEnds() throws IOException {
    Repo repo = GitSandbox.in(root).init("repo");
    for (int size = 1; size <= 40; size += 3) {
      for (int file = 0; file < size; file++) {
        repo.write("d" + size + "/" + file, "");
      }
      repo.write("d" + size + "-not", "").write("d" + size + "/sub/0", "");
    }
    repo.git("add", ".");
    IndexFile index = IndexFile.parse(bytes(repo), ObjectFormat.SHA1);
    for (int i = 0; i < index.count(); i++) {
      byte[] path = index.path(i);
      for (int slash = 0; slash < path.length; slash++) {
        if (path[slash] == '/') {
          int end = i + 1;
          while (end < index.count() && startsWith(index.path(end), path, slash + 1)) {
            end++;
          }
          assertThat(index.endOfDirectory(i, index.count(), slash + 1)).isEqualTo(end);
          assertThat(index.endOfDirectory(i, i + 1, slash + 1)).isEqualTo(i + 1);
        }
      }
    }
  }

  private static boolean startsWith(byte[] path, byte[] prefix, int length) {
    return Arrays.equals(Arrays.copyOf(path, length), Arrays.copyOf(prefix, length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256"})
  void knowsTheTreeOfEachDirectoryAfterACommit(String format) throws IOException {
    int oidLength = ObjectFormat.of(format).oidLength();
    Repo repo = GitSandbox.in(root).init("repo", "--object-format=" + format);
    repo.write("a/b/c/x", "1").write("a/y", "2").write("d/z", "3").write("top", "4").commit("all");
    IndexFile index = IndexFile.parse(bytes(repo), ObjectFormat.of(format));
    CacheTree tree = requireNonNull(index.cacheTree());

    assertThat(ObjectId.hex(tree.bytes(), tree.oidStart(0), oidLength))
        .isEqualTo(repo.git("write-tree"));
    assertThat(tree.entryCount(0)).isEqualTo(index.count());
    Map<String, String> expected = new TreeMap<>();
    SUBTREE
        .matcher(repo.git("ls-tree", "-rd", "HEAD"))
        .results()
        .forEach(subtree -> expected.put(subtree.group(2) + "/", subtree.group(1)));
    Map<String, String> actual = new TreeMap<>();
    addSubtrees(tree, 0, "", oidLength, actual);
    assertThat(actual).isEqualTo(expected);
    assertThat(tree.child(0, "c".getBytes(UTF_8), 0, 1)).isEqualTo(-1);
  }

  private static void addSubtrees(
      CacheTree tree, int node, String prefix, int oidLength, Map<String, String> into) {
    int child = node + 1;
    for (int i = 0; i < tree.subtreeCount(node); i++) {
      int start = tree.nameStart(child);
      String name = new String(tree.bytes(), start, tree.nameEnd(child) - start, UTF_8);
      assertThat(tree.child(node, tree.bytes(), start, tree.nameEnd(child))).isEqualTo(child);
      into.put(prefix + name + "/", ObjectId.hex(tree.bytes(), tree.oidStart(child), oidLength));
      addSubtrees(tree, child, prefix + name + "/", oidLength, into);
      child = tree.next(child);
    }
  }

  @Test
  void doubtsTheTreesAboveAChangedEntryOnly() throws IOException {
    Repo repo = GitSandbox.in(root).init("repo");
    repo.write("a/x", "1").write("d/z", "2").commit("all");
    repo.write("a/x", "changed").git("add", "a");

    CacheTree tree = requireNonNull(IndexFile.parse(bytes(repo), ObjectFormat.SHA1).cacheTree());

    assertThat(tree.isValid(0)).isFalse();
    assertThat(tree.isValid(1)).isFalse();
    assertThat(tree.isValid(tree.next(1))).isTrue();
    assertThat(tree.next(0)).isEqualTo(3);
  }

  @Test
  void leavesASplitIndexToGit() throws IOException {
    Repo repo = GitSandbox.in(root).init("repo");
    repo.write("file", "text").write("other", "text").commit("files");
    repo.git("update-index", "--split-index");
    assertThatThrownBy(() -> IndexFile.parse(bytes(repo), ObjectFormat.SHA1))
        .isInstanceOf(UnprovenException.class);

    repo.write("file", "changed").git("add", "file");
    assertThatThrownBy(() -> IndexFile.parse(bytes(repo), ObjectFormat.SHA1))
        .isInstanceOf(UnprovenException.class);
  }

  @Test
  void leavesASparseIndexToGit() throws IOException {
    Repo repo = GitSandbox.in(root).init("repo");
    repo.write("in/file", "text").write("out/file", "text").commit("files");
    repo.sh("git sparse-checkout init --cone --sparse-index; git sparse-checkout set in");
    byte[] bytes = bytes(repo);

    assertThatThrownBy(() -> IndexFile.parse(bytes, ObjectFormat.SHA1))
        .isInstanceOf(UnprovenException.class)
        .hasMessageContaining("sdir");
  }

  @Test
  void anEmptyIndexHasNoEntries() throws IOException {
    Repo repo = GitSandbox.in(root).init("repo");
    repo.git("read-tree", "--empty");
    assertThat(IndexFile.parse(bytes(repo), ObjectFormat.SHA1).count()).isZero();
    assertThat(IndexFile.empty().count()).isZero();
    assertThat(IndexFile.empty().cacheTree()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2,sha1", "3,sha256", "4,sha1"})
  void refusesDamageOrReadsSomethingButNeverFailsOtherwise(int version, String format)
      throws IOException {
    Repo repo = repo(version, format);
    repo.sh("git rm -q --cached unmerged; git write-tree");
    byte[] bytes = bytes(repo);
    Random random = new Random(version);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutate(bytes, random);
      if (isRefused(mutated, ObjectFormat.of(format))) {
        refused++;
      }
    }
    assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS - 1);
  }

  /// Cuts the end off, overwrites single bytes, writes an extreme number, or removes a few bytes.
  private static byte[] mutate(byte[] bytes, Random random) {
    byte[] mutated = bytes.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 1 -> {
        for (int i = 0; i <= random.nextInt(4); i++) {
          mutated[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 2 -> Arrays.fill(mutated, at, Math.min(at + 4, bytes.length), (byte) -random.nextInt(2));
      default -> {
        int length = Math.min(1 + random.nextInt(9), bytes.length - at);
        System.arraycopy(bytes, at + length, mutated, at, bytes.length - at - length);
        return Arrays.copyOf(mutated, bytes.length - length);
      }
    }
    return mutated;
  }

  private static boolean isRefused(byte[] bytes, ObjectFormat format) throws IOException {
    try {
      int oidLength = format.oidLength();
      IndexFile index = IndexFile.parse(bytes, format);
      readAll(index, oidLength);
      CacheTree tree = index.cacheTree();
      if (tree != null) {
        addSubtrees(tree, 0, "", oidLength, new TreeMap<>());
      }
      return false;
    } catch (GitFormatException | UnprovenException _) {
      return true;
    }
  }

  /// Asks for what is not at a fixed place of each entry.
  private static void readAll(IndexFile index, int oidLength) {
    for (int i = 0; i < index.count(); i++) {
      boolean sound =
          index.oidStart(i) + oidLength < index.oidBytes().length
              && index.find(index.path(i)) <= i
              && (flags(index, i) & ~FLAGS) == 0;
      if (!sound) {
        throw new AssertionError("entry " + i);
      }
    }
  }

  /// Makes a repository whose index is of that version: git takes 3 for 2 when entries need it.
  private Repo repo(int version, String format) {
    Repo repo = GitSandbox.in(root).init("repo", "--object-format=" + format);
    repo.sh(FILES + (version == 2 ? "" : EXTENDED));
    repo.git("update-index", "--index-version", version == 4 ? "4" : "2");
    return repo;
  }

  private static byte[] bytes(Repo repo) throws IOException {
    return Files.readAllBytes(repo.path().resolve(".git/index"));
  }

  private static List<String> describe(String listing) {
    return ENTRY.matcher(listing + "\n").results().map(IndexFileTest::describe).toList();
  }

  private static String describe(MatchResult entry) {
    int flags = Integer.parseUnsignedInt(entry.group(7), 16) & FLAGS;
    return String.join(
        " ",
        entry.group(1),
        entry.group(2),
        entry.group(3),
        entry.group(4),
        entry.group(5).replace('\t', ' '),
        entry.group(6),
        Integer.toHexString(flags));
  }

  private static List<String> describe(IndexFile index, int oidLength) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < index.count(); i++) {
      entries.add(
          "%06o %s %d\t%s %s:%s %s:%s ino: %s uid: %s gid: %s size: %s %x"
              .formatted(
                  index.mode(i),
                  ObjectId.hex(index.oidBytes(), index.oidStart(i), oidLength),
                  index.stage(i),
                  new String(index.path(i), UTF_8),
                  Integer.toUnsignedString(index.ctimeSeconds(i)),
                  Integer.toUnsignedString(index.ctimeNanos(i)),
                  Integer.toUnsignedString(index.mtimeSeconds(i)),
                  Integer.toUnsignedString(index.mtimeNanos(i)),
                  Integer.toUnsignedString(index.inode(i)),
                  Integer.toUnsignedString(index.uid(i)),
                  Integer.toUnsignedString(index.gid(i)),
                  Integer.toUnsignedString(index.size(i)),
                  flags(index, i)));
    }
    return entries;
  }

  private static int flags(IndexFile index, int i) {
    return (index.assumeValid(i) ? 0x8000 : 0)
        | index.stage(i) << 12
        | (index.skipWorktree(i) ? 0x4000_0000 : 0)
        | (index.intentToAdd(i) ? 0x2000_0000 : 0);
  }
}
