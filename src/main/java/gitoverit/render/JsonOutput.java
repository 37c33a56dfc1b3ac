package gitoverit.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import gitoverit.report.Failure;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.FieldValue;
import gitoverit.row.RowContext;
import gitoverit.row.Timestamps;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/// Writes rows as JSON objects to a stream.
final class JsonOutput implements FieldValue.Sink<IOException> {
  private static final List<Field> KEYS = Field.keys();

  private final Writer out;
  private final JsonWriter json;

  private JsonOutput(OutputStream stream, FormattingStyle style) {
    this.out = new TerminalSafeWriter(new OutputStreamWriter(stream, UTF_8));
    this.json = new JsonWriter(out);
    json.setFormattingStyle(style);
  }

  /// Returns an output that writes each value on one line.
  static JsonOutput compact(OutputStream stream) {
    return new JsonOutput(stream, FormattingStyle.COMPACT);
  }

  /// Returns an output that indents by two spaces.
  static JsonOutput indented(OutputStream stream) {
    return new JsonOutput(stream, FormattingStyle.PRETTY);
  }

  void writeArray(List<RepoResult> rows, RowContext context) throws IOException {
    json.beginArray();
    for (RepoResult row : rows) {
      writeObject(row, context);
    }
    json.endArray();
  }

  void writeObject(RepoResult row, RowContext context) throws IOException {
    json.beginObject();
    for (Field key : KEYS) {
      json.name(key.label());
      FieldValue value = key.value(row, context);
      if (value == null) {
        json.nullValue();
      } else {
        value.writeTo(this);
      }
    }
    json.endObject();
  }

  /// Ends the output, but not the stream.
  void endLine() throws IOException {
    out.write('\n');
    out.flush();
  }

  @Override
  public void text(String text) throws IOException {
    json.value(text);
  }

  @Override
  public void count(long count) throws IOException {
    json.value(count);
  }

  @Override
  public void flag(boolean flag) throws IOException {
    json.value(flag);
  }

  @Override
  public void time(Instant time) throws IOException {
    json.jsonValue(Timestamps.seconds(time));
  }

  @Override
  public void words(List<String> words) throws IOException {
    json.beginArray();
    for (String word : words) {
      json.value(word);
    }
    json.endArray();
  }

  @Override
  public void failure(Failure failure) throws IOException {
    json.beginObject();
    json.name("kind").value(failure.kind().label());
    json.name("message").value(failure.message());
    json.endObject();
  }
}
