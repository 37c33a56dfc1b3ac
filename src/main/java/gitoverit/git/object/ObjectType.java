package gitoverit.git.object;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The types of objects, in the order of their numbers in a pack, which begin with 1.
public enum ObjectType {
  /// A commit.
  COMMIT,
  /// A tree.
  TREE,
  /// The content of a file.
  BLOB,
  /// An annotated tag.
  TAG;

  private static final ObjectType[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final byte[] name = label().getBytes(US_ASCII);

  /// Returns git's name of the type, such as `commit`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the type with a number that a pack uses; null if the number is not that of a type.
  static @Nullable ObjectType ofPacked(int number) {
    return number < 1 || number > ALL.length ? null : ALL[number - 1];
  }

  /// Returns the type with a name in an array; null if there is none.
  static @Nullable ObjectType ofName(byte[] bytes, int from, int to) {
    for (ObjectType type : ALL) {
      if (Arrays.equals(type.name, 0, type.name.length, bytes, from, to)) {
        return type;
      }
    }
    return null;
  }
}
