package gitoverit.git.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigParserTest {
  private static final Pattern BAD_LINE = Pattern.compile("bad config line (\\d+) in file");

  @TempDir Path directory;
  private ConfigSandbox sandbox;

  @BeforeEach
  void makeSandbox() throws IOException {
    sandbox = new ConfigSandbox(directory);
  }

  @Test
  void readsWhatGitReadsFromEveryCornerOfTheGrammar() throws IOException {
    assertSameAsGit(
        """
        early = before any section
        [core] # comment
        \tbare = false ; comment
          Name-1=a  b\tc   # trailing
        [A.B.c]
        X
        y =
        z=  "  kept  "  gone  ;
        [Section "Sub.Sec \\"q\\" \\\\ \\x"] inLine = yes # same line
        quoted = "a;b" "#" c\\"d\\\\\\t\\n\\b|
        mixed = pre" in "post
        continued = one \\
           two\\
        three
        comment = x # no \\
        after = 1
        [ "only subsection"] k = v
        [a ""] empty = subsection
        [.] dots
        [x\t"tab"]k=v
        """);
  }

  @Test
  void readsLineEndsOfOtherSystems() throws IOException {
    assertSameAsGit("[a]\r\n\tb = c\r\n\td = \"e\" \r\n\tf = g\\\r\n h\r\n\ti = j\rk\r\n\tl\r\n");
    assertSameAsGit("[a]\r\rb = c\r\r\n[d] e=f\r");
  }

  @Test
  void skipsAByteOrderMark() throws IOException {
    assertSameAsGit("\uFEFF[a]\nb = c\n");
    assertSameAsGit(new byte[] {(byte) 0xEF, (byte) 0xBB, '[', 'a', ']'});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[a]",
        "[a]b",
        "[a]b=",
        "[a]b=c",
        "[a]b=c\\",
        "[a]b=\"c",
        "[a",
        "[a \"b",
        "[a \"b\"",
        "[a \"b\" ]",
        "[a b]",
        "[a ]",
        "[]",
        "[\"x\"]",
        "[a_b]",
        "[a]\nb c",
        "[a]\nb_c=1",
        "[a]\n1b=1",
        "[a]\n-b=1",
        "[a]\nb=\\x",
        "[a]\nb=\"x\ny\"",
        "[a]\nb=\\",
        "[a \"b\nc\"]",
        "[a \"b\\\nc\"]",
        "[a\n\"b\"]",
        "[a]\n\n\n=x",
        "[a]\nb = 1\n\n  ]",
        "[a]b\u000b=c",
        "[a]b\r=c",
        "[a]b =c\u000b",
        "#only",
        "[a];c\n#d\nb",
        "[ä]",
        "[a]ä=1",
        "[a \"\\",
        "\u000b",
        "[a]\nb\t \t=\t c \t d \"\" "
      })
  void agreesWithGitOnOddContent(String content) throws IOException {
    assertSameAsGit(content);
  }

  @Test
  void endsKeysAndValuesAtANul() throws IOException {
    assertSameAsGit("[a \"b\0c\"]\nd = e\n[a]\nb = c\0d\n");
    assertSameAsGit("[a]\nb\0 = c\n");
  }

  @Test
  void keepsBytesThatAreNotUtf8() throws IOException {
    byte[] bytes = "[a \"\u00e9\"]\nb = /caf\u00e9/\u00fc\n".getBytes(ISO_8859_1);
    assertSameAsGit(bytes);
    String value = parse(bytes).getFirst().required();
    assertThat(GitText.encode(value)).isEqualTo("/caf\u00e9/\u00fc".getBytes(ISO_8859_1));
  }

  @Test
  void keepsUtf8AndStrayBytesSideBySide() {
    byte[] bytes = "\u00fc\ud83d\ude00\u0080\ufffd".getBytes(UTF_8);
    bytes[6] = (byte) 0xFF;
    assertThat(GitText.encode(GitText.decode(bytes, bytes.length))).isEqualTo(bytes);
  }

  @Test
  void namesTheFileAndLineOfAnError() {
    assertThatThrownBy(() -> parse("[a]\nb = c\nd e\n".getBytes(UTF_8)))
        .isInstanceOf(GitFormatException.class)
        .hasMessage("some/config at 3: bad config line: no '=' after the name");
  }

  @Test
  void agreesWithGitOnRandomFiles() throws IOException {
    Random random = new Random(20260101);
    int accepted = 0;
    for (int i = 0; i < 50; i++) {
      accepted += assertSameAsGit(randomFile(random)) ? 1 : 0;
    }
    assertThat(accepted).isBetween(10, 40);
  }

  @Test
  void failsInOneWayOnlyOnDamagedFiles() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = randomFile(random);
      for (int damage = random.nextInt(4); damage > 0 && bytes.length > 0; damage--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(parse(bytes)).isNotNull();
      } catch (GitFormatException e) {
        assertThat(e).hasMessageStartingWith("some/config at ");
      }
    }
  }

  private static List<ConfigEntry> parse(byte[] bytes) throws GitFormatException {
    return ConfigParser.parse(bytes, "some/config");
  }

  /// Lines that git mostly accepts, with now and then a piece that may break them.
  private static byte[] randomFile(Random random) {
    String[] lines = {
      "[a]\n",
      "[a \"b\"]",
      "[A.b]",
      "[a \"b\\\"c\"]\n",
      "key\n",
      "Key-1 = 1",
      "x = \"y  z\" # c\n",
      "\tflag\r\n",
      "x = a  b\\\n c\n",
      "[include]path=x\n",
      "\u00e9 = 1\n",
      "k=\u00e9\n",
      "\n"
    };
    String[] oddities = {
      "\"", "\\", "\n", "\\n", "\\\"", "=", "[", "]", "#", ";", "\r", "\0", "\u000b", "\t", ".",
      "\\q"
    };
    StringBuilder file = new StringBuilder(random.nextBoolean() ? "[s]\n" : "");
    int length = random.nextInt(10);
    for (int i = 0; i < length; i++) {
      file.append(lines[random.nextInt(lines.length)]);
      if (random.nextInt(12) == 0) {
        file.insert(random.nextInt(file.length()), oddities[random.nextInt(oddities.length)]);
      }
    }
    return file.toString().getBytes(random.nextBoolean() ? UTF_8 : ISO_8859_1);
  }

  private void assertSameAsGit(String content) throws IOException {
    assertSameAsGit(content.getBytes(UTF_8));
  }

  /// Returns whether git accepts the file.
  private boolean assertSameAsGit(byte[] content) throws IOException {
    Path file = sandbox.write("file", content);
    List<String> expected = sandbox.gitListOf(file);
    if (expected != null) {
      assertThat(ConfigSandbox.list(parse(content))).isEqualTo(expected);
      return true;
    }
    String errors = sandbox.run(directory, "config", "-f", file.toString(), "--list").errors();
    Matcher line = BAD_LINE.matcher(errors);
    assertThat(line.find()).as(errors).isTrue();
    assertThatThrownBy(() -> parse(content))
        .as(new String(content, ISO_8859_1))
        .isInstanceOf(GitFormatException.class)
        .hasMessageStartingWith("some/config at " + line.group(1) + ": ");
    return false;
  }
}
