package gitoverit.git.ref;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The refs in one file, `packed-refs` (`git-pack-refs`; git's own `refs/packed-backend.c`
/// describes the format).
///
/// A record is a line `<oid> SP <name> LF`, and a line `^<oid> LF` after it if the ref is a tag
/// whose object is known. Records are sorted by name if the header states so; a binary search then
/// finds them without reading the rest. As in git, only the records that are read are checked.
final class PackedRefs {
  private static final String FILE = "packed-refs";
  private static final String HEADER = "# pack-refs with:";

  private final byte[] bytes;
  private final int oidLength;
  private final int start;
  private final boolean sorted;

  private PackedRefs(byte[] bytes, int oidLength, int start, boolean sorted) {
    this.bytes = bytes;
    this.oidLength = oidLength;
    this.start = start;
    this.sorted = sorted;
  }

  /// Parses the content of a file, of which it reads only the header and the end.
  ///
  /// @param oidLength the length of an oid in bytes
  static PackedRefs parse(byte[] bytes, int oidLength) throws GitFormatException {
    if (bytes.length == 0 || bytes[0] != '#') {
      return new PackedRefs(bytes, oidLength, 0, false).checked();
    }
    int end = lineEnd(bytes, 0);
    String header = new String(bytes, 0, end, ISO_8859_1);
    if (end == bytes.length || !header.startsWith(HEADER)) {
      throw new GitFormatException(FILE, 0, "not the header of packed refs");
    }
    List<String> traits = List.of(header.substring(HEADER.length()).split(" "));
    return new PackedRefs(bytes, oidLength, end + 1, traits.contains("sorted")).checked();
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /// Checks that the last record has room for an oid and ends with its line, so that each
  /// comparison with a record stops before the end of the file.
  private PackedRefs checked() throws GitFormatException {
    int end = bytes.length;
    int last = end > start ? startOfRecord(start, end - 1) : end;
    if (end > start && (bytes[end - 1] != '\n' || end - last < 2 * oidLength + 2)) {
      throw noRecord(last);
    }
    return this;
  }

  private GitFormatException noRecord(int at) {
    return new GitFormatException(FILE, at, "not a record of packed refs");
  }

  /// Returns the oid of a ref; null when it is not packed.
  ///
  /// @throws UnprovenException if it is packed more than once
  @Nullable ObjectId find(byte[] name) throws IOException {
    int record = sorted ? search(name) : scan(name);
    if (record == bytes.length || compare(record, name) != 0) {
      return null;
    }
    ObjectId oid = ObjectId.parseHex(bytes, record, oidLength);
    if (oid == null) {
      throw noRecord(record);
    }
    return oid;
  }

  /// Returns whether the name of any ref begins like this.
  boolean hasPrefix(byte[] prefix) throws GitFormatException {
    if (sorted) {
      int record = search(prefix);
      return record < bytes.length && startsWith(record, prefix);
    }
    for (int record = start; record < bytes.length; record = nextRecord(record)) {
      if (startsWith(record, prefix)) {
        return true;
      }
    }
    return false;
  }

  /// Adds every ref whose name is not in the map, except names that git would not accept.
  void addMissingTo(Map<RefName, ObjectId> refs) throws GitFormatException {
    int next;
    for (int record = start; record < bytes.length; record = next) {
      next = nextRecord(record);
      ObjectId oid = ObjectId.parseHex(bytes, record, oidLength);
      if (oid == null) {
        throw noRecord(record);
      }
      int name = record + 2 * oidLength + 1;
      byte[] text = Arrays.copyOfRange(bytes, name, lineEnd(bytes, name));
      RefName parsed = RefName.parse(GitText.decode(text, text.length));
      if (parsed != null) {
        refs.putIfAbsent(parsed, oid);
      }
    }
  }

  private boolean startsWith(int record, byte[] prefix) {
    int from = record + 2 * oidLength + 1;
    int to = Math.min(from + prefix.length, bytes.length);
    return Arrays.equals(bytes, from, to, prefix, 0, prefix.length);
  }

  /// Returns where the first record begins whose name does not come before `name`.
  private int search(byte[] name) {
    int low = start;
    int high = bytes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int record = startOfRecord(low, middle);
      int order = compare(record, name);
      if (order == 0) {
        return record;
      }
      if (order < 0) {
        low = endOfRecord(middle, high);
      } else {
        high = record;
      }
    }
    return low;
  }

  /// Returns where the record of a ref begins, or the end of the file.
  private int scan(byte[] name) throws IOException {
    int found = bytes.length;
    for (int record = start; record < bytes.length; record = nextRecord(record)) {
      if (compare(record, name) == 0) {
        if (found < bytes.length) {
          throw new UnprovenException("a ref is packed twice");
        }
        found = record;
      }
    }
    return found;
  }

  /// Returns where the record after `record` begins, or the end of the file; checks that the record
  /// has room for an oid and a name.
  private int nextRecord(int record) throws GitFormatException {
    int end = lineEnd(bytes, record);
    if (end - record < 2 * oidLength + 2) {
      throw noRecord(record);
    }
    boolean peeled = end + 1 < bytes.length && bytes[end + 1] == '^';
    return (peeled ? lineEnd(bytes, end + 1) : end) + 1;
  }

  /// Returns where the record of the byte at `at` begins, or `low`.
  private int startOfRecord(int low, int at) {
    int record = at;
    while (record > low && (bytes[record - 1] != '\n' || bytes[record] == '^')) {
      record--;
    }
    return record;
  }

  /// Returns where the record after that of the byte at `at` begins, or `high`.
  private int endOfRecord(int at, int high) {
    int record = at + 1;
    while (record < high && (bytes[record - 1] != '\n' || bytes[record] == '^')) {
      record++;
    }
    return record;
  }

  /// Compares the name in a record with `name`, byte by byte.
  private int compare(int record, byte[] name) {
    int at = record + 2 * oidLength + 1;
    for (byte expected : name) {
      byte b = bytes[at++];
      if (b != expected) {
        return b == '\n' ? -1 : Byte.compareUnsigned(b, expected);
      }
    }
    return bytes[at] == '\n' ? 0 : 1;
  }
}
