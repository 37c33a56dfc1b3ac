package gitoverit.git.commit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import gitoverit.git.UnprovenException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;

/// The subject of a commit as `%s` shows it (`parse_commit_message` and `format_subject` in
/// `pretty.c`): blank lines before the message are skipped, the lines up to the next blank one are
/// joined by a space, white space at their ends is dropped. A NUL ends the message.
final class CommitSubject {
  private static final byte[] ENCODING = "encoding ".getBytes(US_ASCII);

  private final byte[] commit;
  private int at;
  private String encoding = "utf-8";

  private CommitSubject(byte[] commit) {
    this.commit = commit;
  }

  /// Returns the subject of a whole commit.
  ///
  /// @throws UnprovenException if git must read it: the message is in another encoding than UTF-8
  ///   and Latin-1, or the header has a NUL
  static String of(byte[] commit) throws UnprovenException {
    CommitSubject subject = new CommitSubject(commit);
    subject.skipHeader();
    byte[] bytes = subject.firstParagraph();
    return new String(bytes, subject.charset());
  }

  /// Goes to the empty line before the message. The first `encoding` counts. git reads on after a
  /// NUL here.
  private void skipHeader() throws UnprovenException {
    boolean found = false;
    int end = endOfLine();
    while (end > at) {
      if (!found && startsWithEncoding(end)) {
        found = true;
        encoding = new String(commit, at + ENCODING.length, end - at - ENCODING.length, US_ASCII);
      }
      if (end < commit.length && commit[end] == 0) {
        throw new UnprovenException("a commit with a NUL in its header");
      }
      nextLine(end);
      end = endOfLine();
    }
  }

  private boolean startsWithEncoding(int end) {
    int value = at + ENCODING.length;
    return value <= end && Arrays.equals(commit, at, value, ENCODING, 0, ENCODING.length);
  }

  private byte[] firstParagraph() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean started = false;
    while (at < commit.length && commit[at] != 0) {
      int end = endOfLine();
      int length = trimmedLength(end);
      if (length == 0 && started) {
        break;
      }
      if (length > 0) {
        text.writeBytes(started ? new byte[] {' '} : new byte[0]);
        text.write(commit, at, length);
        started = true;
      }
      nextLine(end);
    }
    return text.toByteArray();
  }

  private int trimmedLength(int end) {
    int last = end;
    while (last > at && isSpace(commit[last - 1])) {
      last--;
    }
    return last - at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private int endOfLine() {
    int end = at;
    while (end < commit.length && commit[end] != '\n' && commit[end] != 0) {
      end++;
    }
    return end;
  }

  private void nextLine(int end) {
    at = end < commit.length && commit[end] == '\n' ? end + 1 : end;
  }

  private Charset charset() throws UnprovenException {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "utf-8", "utf8" -> UTF_8;
      case "iso-8859-1", "iso8859-1", "latin1", "latin-1" -> ISO_8859_1;
      default -> throw new UnprovenException("a commit message in " + encoding);
    };
  }
}
