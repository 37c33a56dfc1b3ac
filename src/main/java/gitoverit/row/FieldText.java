package gitoverit.row;

import gitoverit.report.Failure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The value of a field as one text, the way CSV shows it.
public final class FieldText implements FieldValue.Sink<RuntimeException> {
  private String text = "";

  private FieldText() {}

  /// Returns the text of a value: empty when unknown, words joined by a space, times as seconds, a
  /// failure as `kind: message`.
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
