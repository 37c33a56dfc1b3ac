package gitoverit.git.object;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.UnprovenException;
import gitoverit.git.graph.CommitWalk;
import gitoverit.git.object.ObjectSandbox.History;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Damages files of a repository and reads all of it: each answer is right or refused.
@Tag("slow")
final class DamagedObjectsTest {
  private static final Object REFUSED = "refused";
  private static final int ROUNDS = 300;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          .{38}   ! true
          pack-.* ! git repack -q -a -d -f
          pack-.* ! git -c pack.indexVersion=1 -c repack.useDeltaBaseOffset=false repack -q -a -d -f
          multi.* ! git repack -q -a -d; git multi-pack-index write
          """)
  void refusesOrAnswersRight(String damaged, String script) throws IOException {
    damageAndRead(
        damaged,
        script,
        (what, expected, answers) -> {
          for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i)).as("%s, answer %d", what, i).isIn(expected.get(i), REFUSED);
          }
        });
  }

  /// Just as for git, what a graph says of a commit is believed.
  @Test
  void neverFailsInAnotherWayOnADamagedGraph() throws IOException {
    damageAndRead(
        "commit-graph",
        "git commit-graph write --reachable",
        (what, expected, answers) -> assertThat(answers).as(what).hasSameSizeAs(expected));
  }

  private interface Judge {
    void judge(String what, List<Object> expected, List<Object> answers);
  }

  private void damageAndRead(String damaged, String script, Judge judge) throws IOException {
    ObjectSandbox sandbox = new ObjectSandbox(directory);
    History history = sandbox.history(sandbox.init("r", "sha1"), 4, 12, 0);
    sandbox.sh(history.repository(), script);
    long end = System.nanoTime() + Long.getLong("gitoverit.fuzz.seconds", 0) * 1_000_000_000;
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path repository = memory.getPath("/r");
      Map<Path, byte[]> originals = copy(history.repository(), repository);
      List<Path> targets = new ArrayList<>(originals.keySet());
      targets.removeIf(file -> !file.getFileName().toString().matches(damaged));
      List<Object> expected = readAll(history, repository, "undamaged");
      Random random = new Random(1);
      for (int round = 0; round < ROUNDS || System.nanoTime() < end; round++) {
        Path target = targets.get(random.nextInt(targets.size()));
        byte[] original = requireNonNull(originals.get(target));
        Files.write(target, damage(original, random));
        String what = "round " + round + ": " + target;
        judge.judge(what, expected, readAll(history, repository, what));
        Files.write(target, original);
      }
    }
  }

  private static Map<Path, byte[]> copy(Path repository, Path into) throws IOException {
    Map<Path, byte[]> copies = new TreeMap<>();
    try (Stream<Path> files = Files.walk(repository.resolve("objects"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = into.resolve(repository.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        copies.put(copy, Files.readAllBytes(file));
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    return copies;
  }

  private static byte[] damage(byte[] original, Random random) {
    if (random.nextInt(10) == 0) {
      return Arrays.copyOf(original, random.nextInt(original.length));
    }
    byte[] damaged = original.clone();
    for (int n = random.nextInt(3); n >= 0; n--) {
      // Half of the damage to the head, where the structure of most files is.
      int range = random.nextBoolean() ? Math.min(64, damaged.length) : damaged.length;
      damaged[random.nextInt(range)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static List<Object> readAll(History history, Path repository, String what)
      throws IOException {
    FileAccess files = FileAccess.create();
    List<Object> answers = new ArrayList<>();
    try (ObjectDatabase objects = new ObjectDatabase(files, repository, ObjectFormat.SHA1, false);
        CommitWalk walk = new CommitWalk(files, repository, objects, true)) {
      for (ObjectId oid : history.oids()) {
        answers.add(attempt(what, () -> objects.commit(oid)));
        answers.add(attempt(what, () -> hash(objects.tree(objects.commit(oid).tree().bytes(), 0))));
        answers.add(attempt(what, () -> walk.count(oid, history.oids().getFirst())));
      }
    }
    return answers;
  }

  private static Object hash(byte[] bytes) {
    return Arrays.hashCode(bytes);
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private static Object attempt(String what, Reading reading) {
    try {
      return reading.read();
    } catch (GitFormatException | UnprovenException | MissingObjectException _) {
      return REFUSED;
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError(what, e);
    }
  }

  @Test
  void refusesAChainOfDeltasThatLeadsBackToItsStart() throws IOException {
    byte[] first = oid(0x11);
    byte[] second = oid(0x22);
    byte[] third = oid(0x33);
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    pack.writeBytes(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 3});
    int[] offsets = new int[3];
    byte[][] bases = {second, third, second};
    for (int i = 0; i < 3; i++) {
      offsets[i] = pack.size();
      pack.write(7 << 4 | 4);
      pack.writeBytes(bases[i]);
      pack.writeBytes(deflate(new byte[] {1, 1, 1, 0}));
    }
    ByteBuffer index = ByteBuffer.allocate(2048).putInt(0xFF744F63).putInt(2);
    for (int i = 0; i < 256; i++) {
      index.putInt(i < 0x11 ? 0 : i < 0x22 ? 1 : i < 0x33 ? 2 : 3);
    }
    index.put(first).put(second).put(third).position(index.position() + 12);
    index.putInt(offsets[0]).putInt(offsets[1]).putInt(offsets[2]);
    Path packs = Files.createDirectories(directory.resolve("objects/pack"));
    Files.write(packs.resolve("x.pack"), pack.toByteArray());
    Files.write(packs.resolve("x.idx"), index.array());
    try (ObjectDatabase objects =
        new ObjectDatabase(FileAccess.create(), directory, ObjectFormat.SHA1, false)) {
      assertThatThrownBy(() -> objects.type(first, 0)).hasMessageContaining("without an end");
    }
  }

  private static byte[] oid(int value) {
    byte[] oid = new byte[20];
    Arrays.fill(oid, (byte) value);
    return oid;
  }

  private static byte[] deflate(byte[] bytes) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(bytes);
    }
    return deflated.toByteArray();
  }
}
