package gitoverit.git.object;

import gitoverit.git.GitFormatException;
import java.io.IOException;

/// Applies a delta (`gitformat-pack`, deltified representation): two sizes, then instructions to
/// copy from the base or to insert the bytes that follow.
final class Delta {
  private final byte[] delta;
  private final int length;
  private final String name;
  private final long baseSize;
  private final long resultSize;
  private final int instructions;
  private int at;

  /// Creates a delta and reads its two sizes.
  ///
  /// @param delta holds the delta, or only its beginning when just the sizes are needed
  /// @param name the name of the file for messages
  Delta(byte[] delta, int length, String name) throws GitFormatException {
    this.delta = delta;
    this.length = length;
    this.name = name;
    baseSize = readSize();
    resultSize = readSize();
    instructions = at;
  }

  private long readSize() throws GitFormatException {
    long size = 0;
    int next = 0x80;
    for (int shift = 0; (next & 0x80) != 0; shift += 7) {
      if (shift > 56) {
        throw damaged("the size is too large");
      }
      next = next();
      size |= (next & 0x7FL) << shift;
    }
    return size;
  }

  /// Returns the length of the result in bytes.
  long resultSize() {
    return resultSize;
  }

  /// Returns the result of applying the delta to `base`.
  ///
  /// @throws gitoverit.git.UnprovenException if the result is too large
  byte[] apply(byte[] base) throws IOException {
    if (base.length != baseSize) {
      throw damaged("the base has a different size");
    }
    if (measure() != resultSize) {
      throw damaged("the result has a different size");
    }
    ObjectSize.requireReadable(resultSize);
    byte[] result = new byte[(int) resultSize];
    at = instructions;
    int to = 0;
    while (at < length) {
      int instruction = next();
      boolean copies = (instruction & 0x80) != 0;
      int from = copies ? copyOffset(instruction) : at;
      int count = copies ? copyLength(instruction) : instruction;
      System.arraycopy(copies ? base : delta, from, result, to, count);
      at += copies ? 0 : count;
      to += count;
    }
    return result;
  }

  /// Reads all instructions and adds up their lengths, so that a damaged delta neither allocates
  /// memory nor copies bytes out of range.
  private long measure() throws GitFormatException {
    at = instructions;
    long sum = 0;
    while (at < length) {
      int instruction = next();
      int count;
      if ((instruction & 0x80) != 0) {
        int from = copyOffset(instruction);
        count = copyLength(instruction);
        requireThere(from, count, baseSize);
      } else {
        count = instruction;
        requireThere(at, count, length);
        at += count;
      }
      sum += count;
    }
    return sum;
  }

  private void requireThere(int from, int count, long size) throws GitFormatException {
    if (count == 0 || from < 0 || from > size - count) {
      throw damaged("an instruction copies bytes out of range");
    }
  }

  private int copyOffset(int instruction) throws GitFormatException {
    int offset = 0;
    for (int i = 0; i < 4; i++) {
      offset |= ((instruction >> i) & 1) == 0 ? 0 : next() << (8 * i);
    }
    return offset;
  }

  private int copyLength(int instruction) throws GitFormatException {
    int count = 0;
    for (int i = 0; i < 3; i++) {
      count |= ((instruction >> (4 + i)) & 1) == 0 ? 0 : next() << (8 * i);
    }
    return count == 0 ? 0x10000 : count;
  }

  private int next() throws GitFormatException {
    if (at == length) {
      throw damaged("the delta ends too early");
    }
    return delta[at++] & 0xFF;
  }

  private GitFormatException damaged(String reason) {
    return new GitFormatException(name, at, reason);
  }
}
