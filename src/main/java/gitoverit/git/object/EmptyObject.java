package gitoverit.git.object;

import gitoverit.git.ObjectId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The empty tree and the empty blob, which git knows in every repository, stored or not.
enum EmptyObject implements StoredObject {
  /// The empty tree.
  TREE(
      ObjectType.TREE,
      "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
      "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"),
  /// The empty blob.
  BLOB(
      ObjectType.BLOB,
      "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
      "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");

  private static final byte[] CONTENT = {};

  private final ObjectType type;

  @SuppressWarnings("ImmutableEnumChecker") // an oid does not change
  private final @Nullable ObjectId sha1;

  @SuppressWarnings("ImmutableEnumChecker") // an oid does not change
  private final @Nullable ObjectId sha256;

  EmptyObject(ObjectType type, String sha1, String sha256) {
    this.type = type;
    this.sha1 = ObjectId.parse(sha1);
    this.sha256 = ObjectId.parse(sha256);
  }

  /// Returns the empty object with that oid; null for any other oid.
  static @Nullable EmptyObject of(byte[] oids, int at, int oidLength) {
    return TREE.is(oids, at, oidLength) ? TREE : BLOB.is(oids, at, oidLength) ? BLOB : null;
  }

  private boolean is(byte[] oids, int at, int oidLength) {
    ObjectId oid = oidLength == 20 ? sha1 : sha256;
    return oid != null && Arrays.equals(oid.bytes(), 0, oidLength, oids, at, at + oidLength);
  }

  @Override
  public ObjectType type() {
    return type;
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public byte[] content() {
    return CONTENT;
  }

  @Override
  public byte[] head(int length) {
    return CONTENT;
  }

  @Override
  public void close() {}
}
