package gitoverit.render;

import gitoverit.report.Failure;
import gitoverit.report.RepoResult;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Writes rows as JSON objects to a stream.
final class JsonOutput implements FieldValue.Sink {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .characterEscapes(new TerminalSafeEscapes())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();
  private static final List<ReportField> KEYS = ReportField.keys();

  private final OutputStream out;
  private final JsonGenerator json;

  private JsonOutput(OutputStream out, ObjectWriteContext context) {
    this.out = out;
    this.json = FACTORY.createGenerator(context, out);
  }

  /// One line for each value.
  static JsonOutput compact(OutputStream out) {
    return new JsonOutput(out, ObjectWriteContext.empty());
  }

  /// Indented by two spaces.
  static JsonOutput indented(OutputStream out) {
    return new JsonOutput(out, new Indented());
  }

  void writeArray(List<RepoResult> rows, RenderContext context) throws IOException {
    try {
      json.writeStartArray();
      for (RepoResult row : rows) {
        write(row, context);
      }
      json.writeEndArray();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  void writeObject(RepoResult row, RenderContext context) throws IOException {
    try {
      write(row, context);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /// Ends the output, but not the stream.
  void endLine() throws IOException {
    try {
      json.close();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.write('\n');
    out.flush();
  }

  private void write(RepoResult row, RenderContext context) {
    json.writeStartObject();
    for (ReportField key : KEYS) {
      json.writeName(key.label());
      FieldValue value = key.value(row, context);
      if (value == null) {
        json.writeNull();
      } else {
        value.writeTo(this);
      }
    }
    json.writeEndObject();
  }

  @Override
  public void text(String text) {
    json.writeString(text);
  }

  @Override
  public void count(long count) {
    json.writeNumber(count);
  }

  @Override
  public void flag(boolean flag) {
    json.writeBoolean(flag);
  }

  @Override
  public void time(Instant time) {
    json.writeNumber(Timestamps.seconds(time));
  }

  @Override
  public void words(List<String> words) {
    json.writeStartArray();
    for (String word : words) {
      json.writeString(word);
    }
    json.writeEndArray();
  }

  @Override
  public void failure(Failure failure) {
    json.writeStartObject();
    json.writeStringProperty("kind", failure.kind().label());
    json.writeStringProperty("message", failure.message());
    json.writeEndObject();
  }

  /// Asks for two spaces, `"key": value`, and nothing inside empty brackets.
  private static final class Indented extends ObjectWriteContext.Base {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("");

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(SEPARATORS)
          .withArrayIndenter(LINES)
          .withObjectIndenter(LINES);
    }
  }
}
