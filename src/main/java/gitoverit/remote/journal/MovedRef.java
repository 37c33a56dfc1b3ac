package gitoverit.remote.journal;

import gitoverit.fs.PathBytes;
import gitoverit.git.GitText;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A ref that a run moved. In the journal it is one line of seven fields with a tab between them.
///
/// @param run the run, identified by the milliseconds since the epoch at which it began
/// @param seconds the time of the move, in seconds since the epoch
/// @param action the cause of the move
/// @param old the oid before; null if the ref was created
/// @param now the oid after; null if the ref was deleted
/// @param ref the name of the ref
/// @param repository the worktree, absolute
public record MovedRef(
    long run,
    long seconds,
    Action action,
    @Nullable ObjectId old,
    @Nullable ObjectId now,
    RefName ref,
    Path repository) {
  private static final String NONE = "-";
  private static final int FIELDS = 7;

  /// The causes of moves.
  public enum Action {
    /// A fetch.
    FETCH,
    /// A fast-forward, written before it is done.
    PULL,
    /// A push, which moves the remote-tracking ref.
    PUSH,
    /// An undo of an earlier move.
    UNDO,
    /// A fast-forward that was written to the journal and then did not happen.
    VOID
  }

  /// Returns the same ref with another action.
  public MovedRef with(Action other) {
    return new MovedRef(run, seconds, other, old, now, ref, repository);
  }

  /// Returns the move that undoes this one.
  ///
  /// @param byRun the run that undoes it
  /// @param time the time of that, in seconds since the epoch
  MovedRef reversed(long byRun, long time) {
    return new MovedRef(byRun, time, Action.UNDO, now, old, ref, repository);
  }

  /// Returns whether both lines record the same move.
  boolean sameMove(MovedRef other) {
    return run == other.run && ref.equals(other.ref) && repository.equals(other.repository);
  }

  /// Returns whether the ref is a branch, and not a remote-tracking branch.
  public boolean isLocalBranch() {
    return ref.isBranch();
  }

  /// Returns the line, with its end.
  String line() {
    return String.join(
        "\t",
        Long.toString(run),
        Long.toString(seconds),
        action.name().toLowerCase(Locale.ROOT),
        old == null ? NONE : old.toString(),
        now == null ? NONE : now.toString(),
        escape(ref.bytes()),
        escape(PathBytes.of(repository)) + "\n");
  }

  /// Parses a line without its end; null if it is malformed, such as half a line.
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
          new RefName(GitText.decode(ref, ref.length)),
          PathBytes.ofAbsolute(unescape(fields[6])));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static @Nullable ObjectId oid(String field) {
    if (field.equals(NONE)) {
      return null;
    }
    ObjectId oid = ObjectId.parse(field);
    if (oid == null) {
      throw new IllegalArgumentException("not an oid: " + field);
    }
    return oid;
  }

  /// Writes bytes as ASCII without white space and control characters; any other byte becomes `%`
  /// and two hexadecimal digits.
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
