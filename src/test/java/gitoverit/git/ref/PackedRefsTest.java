package gitoverit.git.ref;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedRefsTest {
  private static final String A = "a".repeat(40);
  private static final String B = "b".repeat(40);
  private static final String HEADER = "# pack-refs with: peeled fully-peeled sorted \n";

  @TempDir Path directory;

  @Test
  void findsEveryRefThatGitLists() throws IOException {
    RefSandbox sandbox = new RefSandbox(directory);
    Set<String> names = randomNames(new Random(42), 150);
    createAll(sandbox, names, "HEAD");
    sandbox.git("tag", "-a", "-m", "peeled", "annotated");
    assertSameRefsAsGit(sandbox);
    sandbox.git("pack-refs", "--all");
    assertSameRefsAsGit(sandbox);
    createAll(sandbox, randomNames(new Random(43), 50), "HEAD~");
    assertSameRefsAsGit(sandbox);
    sandbox.write("packed-refs", unsorted(sandbox.read("packed-refs")));
    assertSameRefsAsGit(sandbox);
  }

  @Test
  void findsRefsWithLongOids() throws IOException {
    RefSandbox sandbox = new RefSandbox(directory, "--object-format=sha256");
    createAll(sandbox, randomNames(new Random(44), 20), "HEAD");
    sandbox.git("pack-refs", "--all");
    createAll(sandbox, randomNames(new Random(45), 5), "HEAD~");
    assertSameRefs(sandbox.open(sandbox.commonDir(), ObjectFormat.SHA256), list(sandbox));
  }

  private static void createAll(RefSandbox sandbox, Set<String> names, String target) {
    String oid = sandbox.git("rev-parse", target);
    Map<String, String> existing = list(sandbox);
    StringBuilder commands = new StringBuilder();
    for (String name : names) {
      if (existing.keySet().stream().noneMatch(other -> conflict(name, other))) {
        commands.append("update " + name + " " + oid + "\n");
      }
    }
    assertThat(sandbox.feed(commands.toString(), "update-ref", "--stdin")).isNotNull();
  }

  /// Names that share prefixes, in several encodings, none of which is a directory of another.
  private static Set<String> randomNames(Random random, int count) {
    List<String> parts =
        List.of("a", "ab", "a-", "a.b", "A", "z", "0", "\u00e9", "\udce9", "\u65e5");
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder("refs/" + List.of("heads", "tags", "x").get(i % 3));
      for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
        name.append('/');
        for (int length = 1 + random.nextInt(3); length > 0; length--) {
          name.append(parts.get(random.nextInt(parts.size())));
        }
      }
      if (names.stream().noneMatch(other -> conflict(name.toString(), other))) {
        names.add(name.toString());
      }
    }
    return names;
  }

  private static boolean conflict(String name, String other) {
    return (name + "/").startsWith(other + "/") || other.startsWith(name + "/");
  }

  private static Map<String, String> list(RefSandbox sandbox) {
    Map<String, String> refs = new HashMap<>();
    for (String line : sandbox.lines("for-each-ref", "--format=%(objectname) %(refname)")) {
      int space = line.indexOf(' ');
      refs.put(line.substring(space + 1), line.substring(0, space));
    }
    return refs;
  }

  private static void assertSameRefsAsGit(RefSandbox sandbox) throws IOException {
    assertSameRefs(sandbox.open(), list(sandbox));
  }

  private static void assertSameRefs(RefDatabase refs, Map<String, String> expected)
      throws IOException {
    assertThat(expected).hasSizeGreaterThan(10);
    for (String name : expected.keySet()) {
      for (String asked : List.of(name, name + "a", name.substring(0, name.length() - 1))) {
        RefName ref = RefName.parse(asked);
        if (ref != null) {
          assertThat(text(refs.resolve(ref))).as(asked).isEqualTo(expected.get(asked));
        }
      }
    }
  }

  private static @Nullable String text(@Nullable ObjectId oid) {
    return oid == null ? null : oid.toString();
  }

  /// Takes the trait from the header, and the first half of the records to the end.
  private static byte[] unsorted(byte[] packedRefs) {
    String text = new String(packedRefs, ISO_8859_1);
    int start = text.indexOf('\n') + 1;
    int middle = start;
    while (middle < text.length() / 2 || text.charAt(middle) == '^') {
      middle = text.indexOf('\n', middle) + 1;
    }
    String header = text.substring(0, start).replace(" sorted", "");
    return (header + text.substring(middle) + text.substring(start, middle)).getBytes(ISO_8859_1);
  }

  @Test
  void readsAndRefusesFilesAsGitDoes() throws IOException {
    RefSandbox sandbox = new RefSandbox(directory);
    String a = A + " refs/x/a\n";
    String b = B + " refs/x/b\n";
    for (String content :
        List.of(
            "",
            HEADER,
            "# pack-refs with:\n",
            HEADER.strip(),
            "#\n" + a,
            a + HEADER,
            a + b,
            b + a,
            HEADER + a + b,
            HEADER + a + "^" + B + "\n" + b,
            "# pack-refs with: peeled\n" + b + a + "^" + B + "\n",
            (HEADER + a + b).strip(),
            a.strip(),
            (HEADER + a + b).replace("\n", "\r\n"),
            (a + b).replace("\n", "\r\n"),
            HEADER + a.replace(" ", "\t") + b.replace(A, B),
            HEADER + a.toUpperCase(Locale.ROOT) + b,
            HEADER + a.replace("aaa refs", "axa refs") + b,
            HEADER + a + b.replace("bbb refs", "bxb refs"),
            HEADER + a + b + "\n",
            HEADER + a + "\n" + b,
            a + "\n" + b,
            a + "x\n",
            HEADER + "x\n" + b,
            HEADER + B + "\n",
            B + " \n" + a)) {
      sandbox.write("packed-refs", content);
      for (String ref : List.of("refs/x/a", "refs/x/b")) {
        assertSameAnswerAsGit(sandbox, content, ref);
      }
    }
  }

  private static void assertSameAnswerAsGit(RefSandbox sandbox, String content, String ref)
      throws IOException {
    String expected = sandbox.git("rev-parse", "-q", "--verify", ref);
    String answer;
    try {
      byte[] bytes = sandbox.read("packed-refs");
      answer = text(PackedRefs.parse(bytes, 20).find(GitText.encode(ref)));
    } catch (GitFormatException _) {
      answer = null;
    }
    assertThat(answer).as(content + ref).isEqualTo(expected);
  }

  @Test
  void asksGitWhenARefIsPackedTwice() throws IOException {
    byte[] bytes = GitText.encode(A + " refs/x/a\n" + B + " refs/x/a\n");
    assertThatThrownBy(() -> PackedRefs.parse(bytes, 20).find(GitText.encode("refs/x/a")))
        .isInstanceOf(UnprovenException.class);
  }

  @Test
  void survivesAnyDamage() throws IOException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder(HEADER);
    for (char c = 'a'; c <= 'h'; c++) {
      text.append(A + " refs/heads/" + c + "\n" + (c % 3 == 0 ? "^" + B + "\n" : ""));
    }
    int read = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] bytes = GitText.encode(text.toString());
      for (int damages = random.nextInt(1, 6); damages > 0; damages--) {
        bytes[random.nextInt(bytes.length)] = (byte) "\n\n^# a/h\0".charAt(random.nextInt(9));
      }
      int end = i % 2 == 0 ? bytes.length : random.nextInt(3, bytes.length);
      read += isRead(Arrays.copyOfRange(bytes, i % 3, end)) ? 1 : 0;
    }
    // 924 of them.
    assertThat(read).as("files that are read all the same").isGreaterThan(800);
  }

  private static boolean isRead(byte[] bytes) throws IOException {
    try {
      PackedRefs refs = PackedRefs.parse(bytes, 20);
      for (String name : List.of("refs/heads/a", "refs/heads/e", "refs/heads/hh", "refs/heads/")) {
        refs.find(GitText.encode(name));
        refs.hasPrefix(GitText.encode(name));
      }
      return true;
    } catch (GitFormatException | UnprovenException e) {
      assertThat(e).hasMessageContaining("packed");
      return false;
    }
  }
}
