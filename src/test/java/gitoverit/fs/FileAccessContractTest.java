package gitoverit.fs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gitoverit.testing.Command;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Checks the answers of every [FileAccess] on a real file system.
@Tag("slow")
@ParameterizedClass
@EnumSource
final class FileAccessContractTest {
  private static final int LIMIT = 1 << 20;

  private final FileAccess files;
  private final FileStat stat = new FileStat();
  private final DirectoryListing listing = new DirectoryListing();

  @TempDir private Path root;

  /// The implementations.
  enum Twin {
    BEST,
    LINKED,
    NOT_YET_LINKED,
    PORTABLE;

    FileAccess make() {
      return switch (this) {
        case BEST -> FileAccess.create();
        case LINKED ->
            PosixFileAccess.isSupported() ? new PosixFileAccess() : FileAccess.portable();
        case NOT_YET_LINKED -> new StartingFileAccess(NioFileAccess::new);
        case PORTABLE -> FileAccess.portable();
      };
    }
  }

  FileAccessContractTest(Twin twin) {
    this.files = twin.make();
  }

  @Test
  void opensADirectoryAlsoThroughALink() throws IOException {
    sh("mkdir real; : > real/file; ln -s real link");
    for (String name : List.of("real", "link")) {
      try (Directory directory = files.openDirectory(root.resolve(name))) {
        assertThat(directory.path()).isEqualTo(root.resolve(name));
        assertThat(list(directory)).containsOnlyKeys("file");
      }
    }
  }

  @Test
  void leavesAClosedDirectoryAlone() throws IOException {
    sh("mkdir one two; : > two/file");
    Directory one = files.openDirectory(root.resolve("one"));
    one.close();
    try (Directory two = files.openDirectory(root.resolve("two"))) {
      one.close();
      assertThat(list(two)).containsOnlyKeys("file");
    }
  }

  @Test
  void doesNotTakeANameThatCannotBeForOneThatIsNotThere() throws IOException {
    Path tooLong = root.resolve("x".repeat(5000));
    assertThat(files.stat(root.resolve("none"), false, stat)).isFalse();
    assertThatThrownBy(() -> files.stat(tooLong, false, stat))
        .isInstanceOf(FileSystemException.class);
    assertThat(files.read(root.resolve("none"), LIMIT)).isNull();
    assertThatThrownBy(() -> files.read(tooLong, LIMIT)).isInstanceOf(FileSystemException.class);
  }

  /// A name that only the kernel finds too long, after one that it did not find.
  @Test
  void doesNotRememberWhyTheLastNameFailed() throws IOException {
    try (Directory directory = files.openDirectory(root)) {
      assertThat(files.stat(root.resolve("none"), false, stat)).isFalse();
      byte[] tooLong = "x".repeat(300).getBytes(UTF_8);
      assertThatThrownBy(() -> directory.stat(tooLong, stat))
          .isInstanceOf(FileSystemException.class);
    }
  }

  @Test
  void saysWhyADirectoryCannotBeOpened() {
    sh(": > file; ln -s file link; ln -s nowhere dangling");
    assertThatThrownBy(() -> files.openDirectory(root.resolve("none")).close())
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> files.openDirectory(root.resolve("dangling")).close())
        .isInstanceOf(NoSuchFileException.class);
    for (String name : List.of("file", "link")) {
      assertThatThrownBy(() -> files.openDirectory(root.resolve(name)).close())
          .isInstanceOf(NotDirectoryException.class);
    }
  }

  @Test
  void opensSubdirectoriesAtAnyDepth() throws IOException {
    sh("mkdir -p a/b/c; : > a/b/c/file");
    try (Directory top = files.openDirectory(root);
        Directory a = top.openDirectory(bytes("a"));
        Directory c = top.openDirectory(bytes("<a/b/c>"), 1, 6);
        Directory same = a.openDirectory(bytes("b/c"))) {
      assertThat(c.path()).isEqualTo(root.resolve("a/b/c"));
      assertThat(same.path()).isEqualTo(root.resolve("a/b/c"));
      assertThat(list(c)).containsOnlyKeys("file");
      assertThat(list(same)).containsOnlyKeys("file");
    }
  }

  @Test
  void refusesALinkAsASubdirectory() throws IOException {
    sh("mkdir real; ln -s real link; : > file; ln -s nowhere dangling");
    try (Directory top = files.openDirectory(root)) {
      for (String name : List.of("link", "dangling", "file")) {
        assertThatThrownBy(() -> top.openDirectory(bytes(name)).close())
            .isInstanceOf(NotDirectoryException.class);
      }
      assertThatThrownBy(() -> top.openDirectory(bytes("none")).close())
          .isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void listsEachEntryWithItsType() throws IOException {
    sh("mkdir dir .hidden; : > file; ln -s dir link; ln -s nowhere dangling; mkfifo fifo");
    assertThat(list(root))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "dir", FileType.DIRECTORY,
                ".hidden", FileType.DIRECTORY,
                "file", FileType.REGULAR,
                "link", FileType.SYMBOLIC_LINK,
                "dangling", FileType.SYMBOLIC_LINK,
                "fifo", FileType.OTHER));
  }

  @Test
  void namesAreBytes() throws IOException {
    sh(
        "for n in 'two words' \"$(printf 'new\\nline')\" \"$(printf '\\377\\200x')\" ..x ' '; do "
            + "printf text > \"$n\"; done; mkdir \"$(printf 'dir\\351')\"; "
            + ": > \"$(printf 'dir\\351/\\374')\"");
    assertThat(list(root))
        .containsOnlyKeys("two words", "new\nline", "\u00FF\u0080x", "..x", " ", "dir\u00E9");
    try (Directory top = files.openDirectory(root);
        Directory child = top.openDirectory(bytes("dir\u00E9"))) {
      assertThat(top.stat(bytes("\u00FF\u0080x"), stat)).isTrue();
      assertThat(top.read(bytes("\u00FF\u0080x"), LIMIT)).isEqualTo(bytes("text"));
      assertThat(list(child)).containsOnlyKeys("\u00FC");
      assertThat(files.stat(PathBytes.resolve(child.path(), bytes("\u00FC")), false, stat))
          .isTrue();
    }
  }

  @Test
  void listsMoreThanFitsIntoOneRead() throws IOException {
    sh("seq -f 'entry-number-%05g' 3000 | xargs touch");
    try (Directory directory = files.openDirectory(root)) {
      assertThat(list(directory)).hasSize(3000);
      for (int i = 0; i < listing.count(); i++) {
        assertThat(listing.find(listing.bytes(), listing.start(i), listing.end(i))).isEqualTo(i);
      }
      assertThat(listing.find(bytes("entry-number-03000"))).isNotNegative();
      assertThat(listing.find(bytes("entry-number-03001"))).isNegative();
    }
  }

  @Test
  void aListingIsForgottenWhenItIsFilledAgain() throws IOException {
    sh("mkdir one two; : > one/a; : > one/b; : > two/c");
    list(root.resolve("one"));
    int a = listing.find(bytes("a"));
    listing.mark(a);
    listing.shadow(1 - a);
    assertThat(listing.isMarked(a)).isTrue();
    assertThat(listing.isMarked(1 - a)).isFalse();
    assertThat(listing.isShadowed(1 - a)).isTrue();

    assertThat(list(root.resolve("two"))).containsOnlyKeys("c");
    assertThat(listing.isMarked(0)).isFalse();
    assertThat(listing.isShadowed(0)).isFalse();
    assertThat(listing.find(bytes("a"))).isNegative();
  }

  @Test
  void saysOfAFileWhatTheSystemSays() throws IOException {
    sh(
        "printf text > file; chmod 640 file; mkdir dir; ln -s file link; ln -s nowhere dangling;"
            + " mkfifo fifo; printf x > old; touch -d '1969-12-31 23:59:58.25 UTC' old;"
            + " truncate -s 5G large; touch -d '2040-02-03 04:05:06.123456789 UTC' file");
    List<String> names = List.of("file", "dir", "link", "dangling", "fifo", "old", "large");
    try (Directory directory = files.openDirectory(root)) {
      for (String name : names) {
        assertThat(directory.stat(bytes(name), stat)).isTrue();
        assertThat(describe()).as(name).isEqualTo(systemStat("", name));
        assertThat(files.stat(root.resolve(name), false, stat)).isTrue();
        assertThat(describe()).as(name).isEqualTo(systemStat("", name));
      }
    }
    assertThat(files.stat(root.resolve("link"), true, stat)).isTrue();
    assertThat(describe()).isEqualTo(systemStat("-L", "link"));
  }

  private String systemStat(String option, String name) {
    return sh("stat " + option + " --printf '%f %s %.9Y %.9Z %i %u %g' " + name);
  }

  private String describe() {
    return "%x %d %s %s %d %d %d"
        .formatted(
            stat.mode,
            stat.size,
            time(stat.mtimeSeconds, stat.mtimeNanos),
            time(stat.ctimeSeconds, stat.ctimeNanos),
            stat.inode,
            stat.uid,
            stat.gid);
  }

  /// The notation of `stat`, which is that of a decimal number also before the epoch.
  private static String time(long seconds, int nanos) {
    return BigDecimal.valueOf(nanos, 9).add(BigDecimal.valueOf(seconds)).toPlainString();
  }

  @Test
  void tellsTheTypesOfAFileApart() throws IOException {
    sh(": > file; mkdir dir; ln -s dir link");
    files.stat(root.resolve("file"), false, stat);
    assertThat(stat.isRegularFile()).isTrue();
    files.stat(root.resolve("dir"), false, stat);
    assertThat(stat.isDirectory()).isTrue();
    files.stat(root.resolve("link"), false, stat);
    assertThat(stat.isSymbolicLink()).isTrue();
    files.stat(root.resolve("link"), true, stat);
    assertThat(stat.isDirectory()).isTrue();
  }

  @Test
  void nothingIsKnownOfWhatIsNotThere() throws IOException {
    sh(": > file; ln -s nowhere dangling");
    try (Directory directory = files.openDirectory(root)) {
      assertThat(directory.stat(bytes("none"), stat)).isFalse();
      assertThat(directory.stat(bytes("none/below"), stat)).isFalse();
      assertThat(directory.stat(bytes("file/below"), stat)).isFalse();
    }
    assertThat(files.stat(root.resolve("none"), false, stat)).isFalse();
    assertThat(files.stat(root.resolve("file/below"), true, stat)).isFalse();
    assertThat(files.stat(root.resolve("dangling"), true, stat)).isFalse();
  }

  @Test
  void readsFilesOfAnySize() throws IOException {
    Random random = new Random(1);
    try (Directory directory = files.openDirectory(root)) {
      for (int size : new int[] {0, 1, 32767, 32768, 32769, 100 << 10, 3 << 20, 5}) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        Files.write(root.resolve("file"), content);
        assertThat(directory.read(bytes("file"), 3 << 20)).isEqualTo(content);
        assertThat(files.read(root.resolve("file"), Math.max(size, 1))).isEqualTo(content);
      }
    }
  }

  @Test
  void readsNoMoreThanTheLimit() throws IOException {
    Path file = Files.write(root.resolve("file"), new byte[1000]);
    assertThat(files.read(file, 1000)).hasSize(1000);
    assertThatThrownBy(() -> files.read(file, 999)).isInstanceOf(FileSystemException.class);
    try (Directory directory = files.openDirectory(root)) {
      assertThat(directory.read(bytes("file"), 1000)).hasSize(1000);
      assertThatThrownBy(() -> directory.read(bytes("file"), 0))
          .isInstanceOf(FileSystemException.class);
    }
  }

  @Test
  void readsAFileOfUnknownSize() throws IOException {
    assertThat(files.read(Path.of("/proc/self/status"), LIMIT)).isNotEmpty();
    assertThat(files.read(Path.of("/dev/null"), LIMIT)).isEmpty();
  }

  @Test
  void readsWhatALinkLeadsTo() throws IOException {
    sh("printf text > file; ln -s file link; ln -s nowhere dangling; ln -s loop loop");
    try (Directory directory = files.openDirectory(root)) {
      assertThat(directory.read(bytes("link"), LIMIT)).isEqualTo(bytes("text"));
      assertThat(directory.read(bytes("dangling"), LIMIT)).isNull();
      assertThatThrownBy(() -> directory.read(bytes("loop"), LIMIT))
          .isInstanceOf(FileSystemException.class);
    }
    assertThat(files.read(root.resolve("none"), LIMIT)).isNull();
    assertThat(files.read(root.resolve("file/below"), LIMIT)).isNull();
  }

  @Test
  void doesNotReadADirectory() throws IOException {
    sh("mkdir dir");
    assertThatThrownBy(() -> files.read(root.resolve("dir"), LIMIT))
        .isInstanceOf(IOException.class);
    try (Directory directory = files.openDirectory(root)) {
      assertThatThrownBy(() -> directory.read(bytes("dir"), LIMIT)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void doesNotWaitForTheWriterOfAFifo() {
    sh("mkfifo fifo");
    assertTimeoutPreemptively(
        Duration.ofSeconds(3),
        () -> {
          assertThatThrownBy(() -> files.read(root.resolve("fifo"), LIMIT))
              .isInstanceOf(FileSystemException.class);
          assertThatThrownBy(() -> readOne(root.resolve("fifo"))).isInstanceOf(IOException.class);
        });
  }

  private void readOne(Path path) throws IOException {
    try (OpenFile file = requireNonNull(files.open(path))) {
      file.read(0, new byte[1], 0, 1);
    }
  }

  @Test
  void readsWhatALinkSays() throws IOException {
    sh("ln -s 'some where/else' link; : > file");
    try (Directory directory = files.openDirectory(root)) {
      assertThat(directory.readLink(bytes("link"))).isEqualTo(bytes("some where/else"));
      assertThat(directory.readLink(bytes("file"))).isNull();
      assertThat(directory.readLink(bytes("none"))).isNull();
    }
  }

  @Test
  void readsAnOpenFileAtAnyPlace() throws IOException {
    byte[] content = new byte[100_000];
    new Random(2).nextBytes(content);
    Path path = Files.write(root.resolve("file"), content);
    try (OpenFile file = requireNonNull(files.open(path))) {
      assertThat(file.size()).isEqualTo(content.length);
      byte[] buffer = new byte[content.length + 2];
      assertThat(file.read(0, buffer, 1, content.length + 1)).isEqualTo(content.length);
      assertThat(Arrays.copyOfRange(buffer, 1, content.length + 1)).isEqualTo(content);
      assertThat(file.read(99_998, buffer, 0, 5)).isEqualTo(2);
      assertThat(buffer[1]).isEqualTo(content[99_999]);
      assertThat(file.read(100_000, buffer, 0, 5)).isZero();
      assertThat(file.read(50, buffer, 0, 0)).isZero();
    }
    assertThat(files.open(root.resolve("none"))).isNull();
    assertThat(files.open(root.resolve("file/below"))).isNull();
  }

  @Test
  void knowsWhoRunsIt() {
    assertThat(files.userId()).isEqualTo(Integer.parseInt(sh("id -u")));
  }

  @Test
  void resolvesEveryLinkInAPath() throws IOException {
    sh("mkdir -p real/below; ln -s real link");
    assertThat(files.realPath(root.resolve("link/below/..")))
        .isEqualTo(root.toRealPath().resolve("real"));
    assertThatThrownBy(() -> files.realPath(root.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private String sh(String script) {
    return new Command(
            List.of("sh", "-euc", script),
            root,
            Map.of("PATH", System.getenv("PATH"), "LC_ALL", "C"))
        .runOrThrow()
        .text();
  }

  private Map<String, Integer> list(Path path) throws IOException {
    try (Directory directory = files.openDirectory(path)) {
      return list(directory);
    }
  }

  private Map<String, Integer> list(Directory directory) throws IOException {
    directory.list(listing);
    Map<String, Integer> types = new TreeMap<>();
    for (int i = 0; i < listing.count(); i++) {
      types.put(new String(listing.name(i), ISO_8859_1), listing.type(i));
    }
    assertThat(types).hasSize(listing.count());
    return types;
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(ISO_8859_1);
  }
}
