package gitoverit.row;

import gitoverit.report.Failure;
import java.time.Instant;
import java.util.List;

/// A known value of a field of a row. An unknown value is null instead.
///
/// A value passes itself to a [Sink]. A pattern switch would read better, but its bootstrap costs
/// several milliseconds at every start, more than writing all rows.
public sealed interface FieldValue {

  /// Passes the value to `sink`.
  <E extends Exception> void writeTo(Sink<E> sink) throws E;

  /// Accepts a value of any type.
  ///
  /// @param <E> the exception that it may throw
  interface Sink<E extends Exception> {
    /// A text.
    void text(String text) throws E;

    /// A number.
    void count(long count) throws E;

    /// Yes or no.
    void flag(boolean flag) throws E;

    /// A point in time.
    void time(Instant time) throws E;

    /// A list of fixed words.
    void words(List<String> words) throws E;

    /// A failure.
    void failure(Failure failure) throws E;
  }

  /// A text.
  ///
  /// @param text the text, not made safe for a terminal
  record Text(String text) implements FieldValue {
    @Override
    public <E extends Exception> void writeTo(Sink<E> sink) throws E {
      sink.text(text);
    }
  }

  /// A whole number.
  ///
  /// @param count the number
  record Count(long count) implements FieldValue {
    @Override
    public <E extends Exception> void writeTo(Sink<E> sink) throws E {
      sink.count(count);
    }
  }

  /// Yes or no.
  ///
  /// @param flag the value
  record Flag(boolean flag) implements FieldValue {
    @Override
    public <E extends Exception> void writeTo(Sink<E> sink) throws E {
      sink.flag(flag);
    }
  }

  /// A point in time.
  ///
  /// @param time the time
  record Time(Instant time) implements FieldValue {
    @Override
    public <E extends Exception> void writeTo(Sink<E> sink) throws E {
      sink.time(time);
    }
  }

  /// A list of fixed words.
  ///
  /// @param words the words
  record Words(List<String> words) implements FieldValue {
    @Override
    public <E extends Exception> void writeTo(Sink<E> sink) throws E {
      sink.words(words);
    }
  }

  /// A failure.
  ///
  /// @param failure the failure
  record Problem(Failure failure) implements FieldValue {
    @Override
    public <E extends Exception> void writeTo(Sink<E> sink) throws E {
      sink.failure(failure);
    }
  }
}
