package gitoverit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.render.table.TableOptions;
import gitoverit.render.table.TableRenderer;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.Rows;
import gitoverit.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonRendererTest {
  @Test
  void writesAnEverydayDirectory() throws IOException {
    Golden.assertMatches("render/everyday.json", json(Rows.everyday()));
    Golden.assertMatches("render/everyday.ndjson", ndjson(Rows.everyday()));
  }

  @Test
  void writesStrangeNames() throws IOException {
    Golden.assertMatches("render/strange.json", json(Rows.strange()));
    Golden.assertMatches("render/strange.ndjson", ndjson(Rows.strange()));
  }

  @Test
  void writesNothingFound() throws IOException {
    assertThat(json(List.of())).isEqualTo("[]\n");
    assertThat(ndjson(List.of())).isEmpty();
  }

  @Test
  void holdsNothingThatATerminalWouldObey() throws IOException {
    assertThat(json(Rows.strange()))
        .matches(text -> text.codePoints().allMatch(c -> c == '\n' || c >= 0x20))
        .doesNotContain("\u009B", "\u202E", "\u007F");
  }

  @Test
  void isReadBackUnchanged() throws IOException {
    RepoResult row = Rows.at("/home/ada/src/a\nb\u001B\u007F\u009B\u202E\u2028\"\\日本🚀").done();
    assertThat(strings(json(List.of(row)))).contains(row.path().toString());
    assertThat(strings(ndjson(List.of(row)))).contains(row.path().toString());
    assertThat(json(List.of(row))).contains("日本🚀");
  }

  @Test
  void writesOneLineForEachRowAtOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NdjsonRenderer renderer = new NdjsonRenderer();
    int before = 0;
    for (RepoResult row : Rows.everyday()) {
      renderer.write(row, Rows.CONTEXT, out);
      String line = out.toString(StandardCharsets.UTF_8).substring(before);
      assertThat(line).startsWith("{\"added_lines\":").endsWith("}\n");
      assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
      before += line.length();
    }
  }

  @Test
  void passesTheExceptionOfTheStreamOn() {
    IOException closed = new IOException("Broken pipe");
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw closed;
          }
        };
    List<RepoResult> many = Collections.nCopies(100, Rows.at("/home/ada/src/demo").done());
    for (Renderer renderer :
        List.of(
            new JsonRenderer(),
            new NdjsonRenderer(),
            new CsvRenderer(Field.keys()),
            new TableRenderer(
                new TableOptions(Field.DEFAULT_COLUMNS, 80, true, null, HiddenRows.NONE, 0)))) {
      assertThatThrownBy(() -> renderer.render(many, Rows.CONTEXT, broken)).isSameAs(closed);
      assertThatThrownBy(() -> renderer.render(many.subList(0, 1), Rows.CONTEXT, broken))
          .isSameAs(closed);
    }
  }

  private static String json(List<RepoResult> rows) throws IOException {
    return rendered(new JsonRenderer(), rows);
  }

  private static String ndjson(List<RepoResult> rows) throws IOException {
    return rendered(new NdjsonRenderer(), rows);
  }

  private static String rendered(Renderer renderer, List<RepoResult> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.render(rows, Rows.CONTEXT, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> strings(String json) {
    List<String> strings = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          strings.add(parser.getString());
        }
      }
    }
    return strings;
  }
}
