package gitoverit.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The id of an object: 20 bytes where a repository uses SHA-1, 32 where it uses SHA-256.
///
/// For values that are kept. Code that handles many ids reads them in place, in an array at an
/// offset.
public final class ObjectId {
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;

  private ObjectId(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Returns the id in a range of an array.
  public static ObjectId of(byte[] source, int from, int length) {
    return new ObjectId(Arrays.copyOfRange(source, from, from + length));
  }

  /// Returns the id that `hex` spells; null if it does not spell one of 20 or of 32 bytes.
  public static @Nullable ObjectId parse(String hex) {
    byte[] digits = hex.getBytes(ISO_8859_1);
    boolean isLengthOfOne = digits.length == 40 || digits.length == 64;
    return isLengthOfOne ? parseHex(digits, 0, digits.length / 2) : null;
  }

  /// Returns the id that hexadecimal digits in ASCII spell; null if there are other characters or
  /// too few.
  ///
  /// @param at where the digits begin
  /// @param length how many bytes the id has
  public static @Nullable ObjectId parseHex(byte[] ascii, int at, int length) {
    if (ascii.length - at < 2 * length) {
      return null;
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int high = Character.digit(ascii[at + 2 * i], 16);
      int low = Character.digit(ascii[at + 2 * i + 1], 16);
      if (high < 0 || low < 0) {
        return null;
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return new ObjectId(bytes);
  }

  /// Returns the hexadecimal digits of an id in an array.
  public static String hex(byte[] oids, int at, int length) {
    return HEX.formatHex(oids, at, at + length);
  }

  /// Returns the bytes themselves, not a copy: callers must not change them.
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes[0] << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
  }

  /// Returns the hexadecimal digits.
  @Override
  public String toString() {
    return HEX.formatHex(bytes);
  }
}
