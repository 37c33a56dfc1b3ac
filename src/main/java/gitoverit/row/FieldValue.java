package gitoverit.row;

import gitoverit.report.Failure;
import java.time.Instant;
import java.util.List;

/// What one field of one row says when it is known; what is unknown is null instead.
///
/// A value hands itself to a [Sink]. A pattern switch would read better, but its bootstrap costs
/// several milliseconds of every start, more than writing all rows does.
public sealed interface FieldValue {

  /// Hands the value to `sink`.
  <E extends Exception> void writeTo(Sink<E> sink) throws E;

  /// Takes a value of any sort.
  ///
  /// @param <E> what can go wrong when it does
  interface Sink<E extends Exception> {
    /// A text.
    void text(String text) throws E;

    /// A number.
    void count(long count) throws E;

    /// Yes or no.
    void flag(boolean flag) throws E;

    /// A point in time.
    void time(Instant time) throws E;

    /// Any number of fixed words.
    void words(List<String> words) throws E;

    /// What went wrong.
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
  /// @param flag the answer
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

  /// Any number of fixed words.
  ///
  /// @param words the words
  record Words(List<String> words) implements FieldValue {
    @Override
    public <E extends Exception> void writeTo(Sink<E> sink) throws E {
      sink.words(words);
    }
  }

  /// What went wrong.
  ///
  /// @param failure why
  record Problem(Failure failure) implements FieldValue {
    @Override
    public <E extends Exception> void writeTo(Sink<E> sink) throws E {
      sink.failure(failure);
    }
  }
}
