package gitoverit.git.commit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The header of a commit, as the object itself has it: grafts and the limit of a shallow clone are
/// not applied.
///
/// @param tree the oid of its tree
/// @param parents the oids of its parents in their order
/// @param committerSeconds the time of commit, seconds since the epoch, as `git log --format=%ct`
///   shows it; 0 where that shows nothing; the largest number for all larger ones
public record CommitHeader(ObjectId tree, List<ObjectId> parents, long committerSeconds) {
  private static final byte[] TREE = ascii("tree ");
  private static final byte[] PARENT = ascii("parent ");
  private static final byte[] COMMITTER = ascii("committer ");

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /// Reads a commit.
  ///
  /// @param bytes the object, or its beginning
  /// @param whole whether `bytes` is the whole object
  /// @param name the name of the commit for messages
  /// @return null if the header continues after `bytes`
  public static @Nullable CommitHeader parse(
      byte[] bytes, boolean whole, int oidLength, String name) throws GitFormatException {
    int at = TREE.length + 2 * oidLength + 1;
    ObjectId tree = oidLine(bytes, 0, TREE, oidLength);
    if (tree == null || at >= bytes.length) {
      throw new GitFormatException(name, 0, "the commit has no tree");
    }
    List<ObjectId> parents = new ArrayList<>(1);
    int parentLine = PARENT.length + 2 * oidLength + 1;
    while (bytes.length - at >= parentLine && startsWith(bytes, at, PARENT)) {
      ObjectId parent = oidLine(bytes, at, PARENT, oidLength);
      if (parent == null) {
        throw new GitFormatException(name, at, "a parent of the commit is not an oid");
      }
      parents.add(parent);
      at += parentLine;
    }
    return parseRest(bytes, at, whole, tree, parents);
  }

  /// Reads to the empty line before the message: the last committer counts, and a signature may
  /// precede it.
  private static @Nullable CommitHeader parseRest(
      byte[] bytes, int from, boolean whole, ObjectId tree, List<ObjectId> parents) {
    long seconds = 0;
    int at = from;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != 0) {
      int end = endOfLine(bytes, at);
      if (startsWith(bytes, at, COMMITTER)) {
        seconds = seconds(bytes, at + COMMITTER.length, end);
      }
      at = end < bytes.length && bytes[end] == '\n' ? end + 1 : end;
    }
    return at < bytes.length || whole ? new CommitHeader(tree, parents, seconds) : null;
  }

  private static int endOfLine(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != 0) {
      end++;
    }
    return end;
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] start) {
    return bytes.length - at >= start.length
        && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
  }

  private static @Nullable ObjectId oidLine(byte[] bytes, int at, byte[] key, int oidLength) {
    int end = at + key.length + 2 * oidLength;
    return startsWith(bytes, at, key) && end < bytes.length && bytes[end] == '\n'
        ? ObjectId.parseHex(bytes, at + key.length, oidLength)
        : null;
  }

  /// The rule of git's `split_ident_line`: a `<`, after it a `>`; after the last `>` white space,
  /// digits, white space, and a time zone of at least a sign and a digit.
  private static long seconds(byte[] bytes, int from, int end) {
    int open = indexOf(bytes, '<', from, end);
    if (open < 0 || indexOf(bytes, '>', open, end) < 0) {
      return 0;
    }
    int close = end - 1;
    while (bytes[close] != '>') {
      close--;
    }
    int start = skipSpace(bytes, close + 1, end);
    int digits = skipDigits(bytes, start, end);
    int zone = skipSpace(bytes, digits, end);
    boolean valid =
        digits > start
            && zone < end
            && (bytes[zone] == '+' || bytes[zone] == '-')
            && skipDigits(bytes, zone + 1, end) > zone + 1;
    return valid ? number(bytes, start, digits) : 0;
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static int skipSpace(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
    return at;
  }

  private static int skipDigits(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static long number(byte[] bytes, int from, int end) {
    long value = 0;
    for (int i = from; i < end; i++) {
      int digit = bytes[i] - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return Long.MAX_VALUE;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
