package gitoverit.git.object;

/// The Secure Hash Algorithm 1 (FIPS 180-4, 6.1), for object ids.
///
/// The platform has it too, but loads all security providers and their settings first: 30 to 50
/// milliseconds at the first touched file, longer than hashing a megabyte takes. One instance
/// computes one digest.
final class Sha1 {
  private static final int BLOCK = 64;
  private static final int LENGTH_AT = 56;

  private final int[] words = new int[80];
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long length;

  private int h0 = 0x67452301;
  private int h1 = 0xEFCDAB89;
  private int h2 = 0x98BADCFE;
  private int h3 = 0x10325476;
  private int h4 = 0xC3D2E1F0;

  /// Adds input.
  void update(byte[] input) {
    length += input.length;
    int at = 0;
    if (filled > 0) {
      at = fill(input, 0);
    }
    for (; filled == 0 && input.length - at >= BLOCK; at += BLOCK) {
      compress(input, at);
    }
    fill(input, at);
  }

  /// Fills the block from the input; returns where the rest begins.
  private int fill(byte[] input, int from) {
    int count = Math.min(BLOCK - filled, input.length - from);
    System.arraycopy(input, from, block, filled, count);
    filled += count;
    if (filled == BLOCK) {
      compress(block, 0);
      filled = 0;
    }
    return from + count;
  }

  /// Returns the 20 bytes of the digest.
  byte[] digest() {
    long bits = length * 8;
    int padding = (filled < LENGTH_AT ? LENGTH_AT : BLOCK + LENGTH_AT) - filled;
    byte[] tail = new byte[padding + 8];
    tail[0] = (byte) 0x80;
    for (int i = 0; i < 8; i++) {
      tail[padding + i] = (byte) (bits >>> (56 - 8 * i));
    }
    update(tail);
    byte[] digest = new byte[20];
    put(digest, 0, h0);
    put(digest, 4, h1);
    put(digest, 8, h2);
    put(digest, 12, h3);
    put(digest, 16, h4);
    return digest;
  }

  private static void put(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }

  private void compress(byte[] input, int at) {
    expand(input, at);
    int a = h0;
    int b = h1;
    int c = h2;
    int d = h3;
    int e = h4;
    for (int t = 0; t < 80; t++) {
      int next = Integer.rotateLeft(a, 5) + mix(t, b, c, d) + e + words[t];
      e = d;
      d = c;
      c = Integer.rotateLeft(b, 30);
      b = a;
      a = next;
    }
    h0 += a;
    h1 += b;
    h2 += c;
    h3 += d;
    h4 += e;
  }

  private void expand(byte[] input, int at) {
    for (int t = 0; t < 16; t++) {
      int i = at + 4 * t;
      words[t] =
          input[i] << 24
              | (input[i + 1] & 0xFF) << 16
              | (input[i + 2] & 0xFF) << 8
              | (input[i + 3] & 0xFF);
    }
    for (int t = 16; t < 80; t++) {
      int word = words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16];
      words[t] = Integer.rotateLeft(word, 1);
    }
  }

  /// The function of a round with its constant.
  private static int mix(int t, int b, int c, int d) {
    if (t < 20) {
      return (d ^ (b & (c ^ d))) + 0x5A827999;
    }
    if (t < 40) {
      return (b ^ c ^ d) + 0x6ED9EBA1;
    }
    return t < 60 ? ((b & c) | (d & (b | c))) + 0x8F1BBCDC : (b ^ c ^ d) + 0xCA62C1D6;
  }
}
