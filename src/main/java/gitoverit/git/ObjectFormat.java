package gitoverit.git;

import org.jspecify.annotations.Nullable;

/// The hash function that names the objects of a repository (`gitrepository-layout`,
/// `extensions.objectFormat`).
public enum ObjectFormat {
  /// Names of 20 bytes.
  SHA1(20),
  /// Names of 32 bytes.
  SHA256(32);

  /// The key of the setting, as `GitConfig` spells it.
  public static final String KEY = "extensions.objectformat";

  private final int oidLength;

  ObjectFormat(int oidLength) {
    this.oidLength = oidLength;
  }

  /// Returns the length of an object id, in bytes.
  public int oidLength() {
    return oidLength;
  }

  /// Returns the format that the setting names; SHA-1 for null and for an unknown name.
  public static ObjectFormat of(@Nullable String setting) {
    return "sha256".equals(setting) ? SHA256 : SHA1;
  }

  /// Returns whether the setting names a supported format.
  public static boolean isKnown(@Nullable String setting) {
    return "sha1".equals(setting) || "sha256".equals(setting);
  }
}
