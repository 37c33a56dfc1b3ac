package gitoverit.git.ref;

import gitoverit.git.GitText;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.UnprovenException;
import java.util.Arrays;

/// Parses the content of a file that is a ref: `<oid> LF` or `ref: <name> LF`, read with the
/// tolerance of git's `parse_loose_ref_contents`.
final class RefContent {
  private static final byte[] SYMBOLIC = {'r', 'e', 'f', ':'};

  /// The content of `HEAD` if refs are stored in another way, such as in a reftable.
  private static final String OTHER_STORAGE = "refs/heads/.invalid";

  private RefContent() {}

  /// Parses the content of one ref.
  ///
  /// @param oidLength the length of an oid in bytes
  /// @throws UnprovenException if it shows that refs are not stored in files
  static RefValue parse(byte[] content, int oidLength) throws UnprovenException {
    int end = content.length;
    while (end > 0 && isSpace(content[end - 1])) {
      end--;
    }
    int mark = SYMBOLIC.length;
    if (end >= mark && Arrays.equals(content, 0, mark, SYMBOLIC, 0, mark)) {
      return symbolic(content, end);
    }
    int digits = 2 * oidLength;
    ObjectId oid = end < digits ? null : ObjectId.parseHex(content, 0, oidLength);
    return oid != null && (end == digits || content[digits] == 0 || isSpace(content[digits]))
        ? new RefValue.Direct(oid)
        : new RefValue.Broken(end == 0 ? "empty" : "neither an oid nor the name of a ref");
  }

  private static RefValue symbolic(byte[] content, int end) throws UnprovenException {
    int start = SYMBOLIC.length;
    while (start < end && isSpace(content[start])) {
      start++;
    }
    String target = GitText.decode(Arrays.copyOfRange(content, start, end), end - start);
    if (target.equals(OTHER_STORAGE)) {
      throw new UnprovenException("the refs are not stored in files");
    }
    RefName name = RefName.parse(target);
    return name == null
        ? new RefValue.Broken("leads to an invalid ref name: " + target)
        : new RefValue.Symbolic(name);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
