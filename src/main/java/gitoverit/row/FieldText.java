package gitoverit.row;

import gitoverit.report.Failure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Formats the value of a field as one text, as in CSV.
public final class FieldText implements FieldValue.Sink<RuntimeException> {
  private String text = "";

  private FieldText() {}

  /// Returns the text of a value: an unknown value is empty, words are joined by spaces, a time is
  /// in seconds, a failure is `kind: message`.
  public static String of(@Nullable FieldValue value) {
    FieldText sink = new FieldText();
    if (value != null) {
      value.writeTo(sink);
    }
    return sink.text;
  }

  @Override
  public void text(String value) {
    text = value;
  }

  @Override
  public void count(long count) {
    text = Long.toString(count);
  }

  @Override
  public void flag(boolean flag) {
    text = Boolean.toString(flag);
  }

  @Override
  public void time(Instant time) {
    text = Timestamps.seconds(time);
  }

  @Override
  public void words(List<String> words) {
    text = String.join(" ", words);
  }

  @Override
  public void failure(Failure failure) {
    text = failure.line();
  }
}
