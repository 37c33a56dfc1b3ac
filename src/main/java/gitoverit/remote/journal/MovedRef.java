package gitoverit.remote.journal;

import gitoverit.fs.PathBytes;
import gitoverit.git.GitText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A ref that a run moved, as the journal keeps it: one line of seven fields with a tab between
/// them.
///
/// @param run what run it was: the milliseconds since the epoch at which it began
/// @param seconds when, in seconds since the epoch
/// @param action what moved it
/// @param old oid before; null when the ref was made
/// @param now oid after; null when the ref was removed
/// @param ref full name
/// @param repository the worktree, absolute
public record MovedRef(
    long run,
    long seconds,
    Action action,
    @Nullable String old,
    @Nullable String now,
    String ref,
    Path repository) {
  private static final String NONE = "-";
  private static final int FIELDS = 7;

  /// What moves refs.
  public enum Action {
    /// A fetch.
    FETCH,
    /// A fast-forward. Written before it is done.
    PULL,
    /// A push, which moves the remote-tracking ref.
    PUSH,
    /// What was moved was moved back.
    UNDO,
    /// A fast-forward that was written before did not happen.
    VOID
  }

  /// Returns the same ref with another action.
  public MovedRef with(Action other) {
    return new MovedRef(run, seconds, other, old, now, ref, repository);
  }

  /// Returns whether both tell of the same move.
  boolean sameMove(MovedRef other) {
    return run == other.run && ref.equals(other.ref) && repository.equals(other.repository);
  }

  /// Returns whether it is a branch of the repository itself.
  public boolean isLocalBranch() {
    return ref.startsWith("refs/heads/");
  }

  /// Returns the line, with its end.
  String line() {
    return String.join(
        "\t",
        Long.toString(run),
        Long.toString(seconds),
        action.name().toLowerCase(Locale.ROOT),
        old == null ? NONE : old,
        now == null ? NONE : now,
        escape(GitText.encode(ref)),
        escape(PathBytes.of(repository)) + "\n");
  }

  /// Reads a line without its end; null when it is none, such as half a line.
  static @Nullable MovedRef parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      return null;
    }
    try {
      byte[] ref = unescape(fields[5]);
      return new MovedRef(
          Long.parseLong(fields[0]),
          Long.parseLong(fields[1]),
          Action.valueOf(fields[2].toUpperCase(Locale.ROOT)),
          oid(fields[3]),
          oid(fields[4]),
          GitText.decode(ref, ref.length),
          PathBytes.ofAbsolute(unescape(fields[6])));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static @Nullable String oid(String field) {
    if (field.equals(NONE)) {
      return null;
    }
    if (!field.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
      throw new IllegalArgumentException(field);
    }
    return field;
  }

  /// Writes bytes as ASCII that has neither white space nor control characters: any other byte is
  /// `%` and two hexadecimal digits.
  private static String escape(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      if (b > ' ' && b < 0x7F && b != '%') {
        text.append((char) b);
      } else {
        text.append('%')
            .append(Character.forDigit((b >> 4) & 0xF, 16))
            .append(Character.forDigit(b & 0xF, 16));
      }
    }
    return text.toString();
  }

  private static byte[] unescape(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ascii.length);
    for (int i = 0; i < ascii.length; i++) {
      if (ascii[i] == '%' && i + 2 < ascii.length) {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(ascii[i]);
      }
    }
    return bytes.toByteArray();
  }
}
