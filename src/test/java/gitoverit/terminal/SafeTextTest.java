package gitoverit.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "with space", "C:\\x", "a\"b", "日本", "🚀", "a\u200Db", "é"})
  void leavesHarmlessTextAsItIs(String text) {
    assertThat(SafeText.of(text)).isEqualTo(text);
    assertThat(SafeText.of(text.getBytes(UTF_8))).isEqualTo(text);
  }

  @Test
  void quotesWhatATerminalWouldObey() {
    assertThat(SafeText.of("a\u001B[31mb")).isEqualTo("\"a\\033[31mb\"");
    assertThat(SafeText.of("a\n\t\r\u0007\b\u000B\fb")).isEqualTo("\"a\\n\\t\\r\\a\\b\\v\\fb\"");
    assertThat(SafeText.of("\u007F")).isEqualTo("\"\\177\"");
    assertThat(SafeText.of("\u009B2J")).isEqualTo("\"\\302\\2332J\"");
    assertThat(SafeText.of("a\u202Eb")).isEqualTo("\"a\\342\\200\\256b\"");
    assertThat(SafeText.of("a\u2066b\u2069")).isEqualTo("\"a\\342\\201\\246b\\342\\201\\251\"");
    assertThat(SafeText.of("a\u2028b")).isEqualTo("\"a\\342\\200\\250b\"");
    assertThat(SafeText.of("\uFEFFa")).isEqualTo("\"\\357\\273\\277a\"");
  }

  @Test
  void quotesBytesThatAreNotUtf8AndKeepsTheOthers() {
    assertThat(SafeText.of("caf\u00E9".getBytes(ISO_8859_1))).isEqualTo("\"caf\\351\"");
    assertThat(SafeText.of("日\u00FF".getBytes(UTF_8))).isEqualTo("日\u00FF");
    assertThat(SafeText.of(new byte[] {(byte) 0xC3, (byte) 0xA9, (byte) 0xE9, 'x'}))
        .isEqualTo("\"é\\351x\"");
    assertThat(SafeText.of(new byte[] {(byte) 0xC0, (byte) 0x80})).isEqualTo("\"\\300\\200\"");
    assertThat(SafeText.of(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
        .isEqualTo("\"\\355\\240\\200\"");
  }

  @Test
  void takesAReplacementCharacterThatIsReallyThereForText() {
    assertThat(SafeText.of("a\uFFFDb".getBytes(UTF_8))).isEqualTo("a\uFFFDb");
  }

  @Test
  void quotesATextThatLooksQuoted() {
    assertThat(SafeText.of("\"a\\b\"")).isEqualTo("\"\\\"a\\\\b\\\"\"");
    assertThat(SafeText.forPrograms("\"a".getBytes(UTF_8))).isEqualTo("\"\\\"a\"");
  }

  @Test
  void leavesControlCharactersToPrograms() {
    assertThat(SafeText.forPrograms("a\nb\u001B".getBytes(UTF_8))).isEqualTo("a\nb\u001B");
    assertThat(SafeText.forPrograms("caf\u00E9\n".getBytes(ISO_8859_1)))
        .isEqualTo("\"caf\\351\\n\"");
  }

  @Test
  void quotesAsGitDoes(@TempDir Path repository) throws Exception {
    git(repository, new byte[0], "init", "-q");
    byte[] name = new byte[160];
    int length = 0;
    for (int b = 1; b < 256; b++) {
      if ((b < 0x20 || b > 0x7E || b == '"' || b == '\\') && b < 0xA0) {
        name[length++] = (byte) b;
      }
    }
    byte[] file = Arrays.copyOf(name, length);
    addToIndex(repository, List.of(file));
    String listed = new String(git(repository, new byte[0], "ls-files"), UTF_8).strip();
    assertThat(SafeText.quote(file)).isEqualTo(listed);
  }

  @Test
  void isReadBackByGitByteForByte(@TempDir Path repository) throws Exception {
    git(repository, new byte[0], "init", "-q");
    List<byte[]> names = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      names.add(randomName(random));
    }
    addToIndex(repository, names);
    byte[] listed = git(repository, new byte[0], "ls-files", "-z");
    List<String> expected = new ArrayList<>();
    for (byte[] name : names) {
      expected.add(new String(name, ISO_8859_1));
    }
    assertThat(new String(listed, ISO_8859_1).split("\0"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static byte[] randomName(Random random) {
    byte[] name = new byte[12];
    for (int i = 0; i < name.length; i++) {
      int b = 1 + random.nextInt(255);
      name[i] = (byte) (b == '/' ? 'x' : b);
    }
    return name;
  }

  /// Adds empty files whose names git has to read back.
  private static void addToIndex(Path repository, List<byte[]> names)
      throws IOException, InterruptedException {
    byte[] oid = git(repository, new byte[0], "hash-object", "-w", "--stdin");
    String blob = new String(oid, UTF_8).strip();
    StringBuilder info = new StringBuilder();
    for (byte[] name : names) {
      info.append("100644 ").append(blob).append('\t').append(SafeText.quote(name)).append('\n');
    }
    git(repository, info.toString().getBytes(UTF_8), "update-index", "--index-info");
  }

  private static byte[] git(Path directory, byte[] input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream stream = process.getInputStream()) {
      stream.transferTo(out);
    }
    assertThat(process.waitFor()).as(command.toString()).isZero();
    return out.toByteArray();
  }
}
