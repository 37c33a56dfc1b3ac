package gitoverit.git.object;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.UnprovenException;
import gitoverit.git.commit.Commit;
import gitoverit.git.commit.CommitHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects of one repository: its own and those of its alternates.
///
/// Nothing is opened before it is needed, and the files of a pack stay open until the owner closes
/// the database. Threads may share it: they take turns.
///
/// The hash of an object is not verified, as in git's own reads; an object that is read as a whole
/// is verified by the checksum of its zlib stream. Besides its documented exceptions, every method
/// throws:
///
/// * [MissingObjectException] if there is no such object
/// * [GitFormatException] if the stored object is damaged
/// * [UnprovenException] if objects are replaced, or one is too large to be read
public final class ObjectDatabase implements TreeSource, AutoCloseable {
  /// The number of bytes of a commit to inflate first; most commits and nearly all headers are
  /// shorter.
  private static final int COMMIT_HEAD = 4096;

  private static final byte[] OBJECT = "object ".getBytes(US_ASCII);

  /// Only a chain of tags that leads back to itself is that long.
  private static final int LONGEST_TAG_CHAIN = 256;

  private final FileAccess files;
  private final int oidLength;
  private final boolean replaced;
  private final Inflation inflation = new Inflation();

  /// The repository's own directory, then the alternates once these have been read.
  @GuardedBy("this")
  private final List<ObjectDirectory> directories = new ArrayList<>(1);

  @GuardedBy("this")
  private boolean alternatesRead;

  /// Creates the database of a repository.
  ///
  /// @param commonDir the directory that contains `objects`
  /// @param replaced whether there are replace refs that git would apply, in which case every read
  ///   is refused
  public ObjectDatabase(FileAccess files, Path commonDir, ObjectFormat format, boolean replaced) {
    this.files = files;
    this.oidLength = format.oidLength();
    this.replaced = replaced;
    directories.add(directory(commonDir.resolve("objects")));
  }

  private ObjectDirectory directory(Path path) {
    return new ObjectDirectory(files, path, oidLength, inflation);
  }

  /// Returns the length of an oid in bytes.
  public int oidLength() {
    return oidLength;
  }

  /// Returns the object directories, the repository's own first.
  public synchronized List<Path> objectDirectories() throws IOException {
    readAlternates();
    return directories.stream().map(ObjectDirectory::path).toList();
  }

  @Override
  public synchronized byte[] tree(byte[] oids, int at) throws IOException {
    try (StoredObject object = require(ObjectType.TREE, oids, at)) {
      return object.content();
    }
  }

  /// Returns the header of a commit.
  ///
  /// @param oids holds the oid of the commit
  /// @param at the offset at which it begins there
  /// @throws GitFormatException also if it is not a commit
  public synchronized CommitHeader commit(byte[] oids, int at) throws IOException {
    try (StoredObject object = require(ObjectType.COMMIT, oids, at)) {
      String name = ObjectId.hex(oids, at, oidLength);
      byte[] head = object.head(COMMIT_HEAD);
      boolean whole = head.length == object.size();
      CommitHeader header = CommitHeader.parse(head, whole, oidLength, name);
      return header != null
          ? header
          : requireNonNull(CommitHeader.parse(object.content(), true, oidLength, name));
    }
  }

  /// Returns the header of a commit.
  ///
  /// @throws GitFormatException also if it is not a commit
  public CommitHeader commit(ObjectId oid) throws IOException {
    return commit(oid.bytes(), 0);
  }

  /// Returns a commit with its message.
  ///
  /// @throws GitFormatException also if it is not a commit
  public synchronized Commit wholeCommit(ObjectId oid) throws IOException {
    try (StoredObject object = require(ObjectType.COMMIT, oid.bytes(), 0)) {
      return Commit.parse(object.content(), oidLength, oid.toString());
    }
  }

  /// Returns the type of an object.
  public synchronized ObjectType type(byte[] oids, int at) throws IOException {
    try (StoredObject object = find(oids, at)) {
      return object.type();
    }
  }

  /// Returns the content of a blob; null if it is longer than `limit`.
  ///
  /// @throws GitFormatException also if it is not a blob
  public synchronized byte @Nullable [] blob(byte[] oids, int at, int limit) throws IOException {
    try (StoredObject object = require(ObjectType.BLOB, oids, at)) {
      return object.size() > limit ? null : object.content();
    }
  }

  /// Returns the commit that an object is, or that it leads to as a tag; null if it leads to
  /// another type of object.
  public synchronized @Nullable ObjectId peelToCommit(ObjectId oid) throws IOException {
    ObjectId current = oid;
    for (int i = 0; i < LONGEST_TAG_CHAIN; i++) {
      try (StoredObject object = find(current.bytes(), 0)) {
        if (object.type() != ObjectType.TAG) {
          return object.type() == ObjectType.COMMIT ? current : null;
        }
        current = target(object.head(COMMIT_HEAD), current);
      }
    }
    throw new GitFormatException(oid.toString(), 0, "the tag leads to itself");
  }

  /// Returns the object of a tag, which its first line names.
  private ObjectId target(byte[] tag, ObjectId name) throws GitFormatException {
    boolean named = Arrays.equals(OBJECT, Arrays.copyOf(tag, OBJECT.length));
    ObjectId target = named ? ObjectId.parseHex(tag, OBJECT.length, oidLength) : null;
    if (target == null) {
      throw new GitFormatException(name.toString(), 0, "the tag has no object");
    }
    return target;
  }

  @GuardedBy("this")
  private StoredObject require(ObjectType type, byte[] oids, int at) throws IOException {
    StoredObject object = find(oids, at);
    if (object.type() == type) {
      return object;
    }
    try (object) {
      String reason = "a " + object.type().label() + " where a " + type.label() + " is expected";
      throw new GitFormatException(ObjectId.hex(oids, at, oidLength), 0, reason);
    }
  }

  @GuardedBy("this")
  private StoredObject find(byte[] oids, int at) throws IOException {
    if (replaced) {
      throw new UnprovenException("the repository has replace refs");
    }
    StoredObject found = EmptyObject.of(oids, at, oidLength);
    found = found == null ? search(oids, at) : found;
    found = found == null ? searchAgain(oids, at) : found;
    if (found == null) {
      throw new MissingObjectException(oids, at, oidLength);
    }
    return found;
  }

  @GuardedBy("this")
  private @Nullable StoredObject search(byte[] oids, int at) throws IOException {
    for (int i = 0; i < directories.size() || readAlternates(); i++) {
      StoredObject found = directories.get(i).find(oids, at);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// An object that is not found may have moved into a new pack since the packs were listed.
  @GuardedBy("this")
  private @Nullable StoredObject searchAgain(byte[] oids, int at) throws IOException {
    for (ObjectDirectory directory : directories) {
      directory.forgetPacks();
    }
    return search(oids, at);
  }

  /// Adds the alternates unless they were added before; returns whether there are new directories.
  @GuardedBy("this")
  private boolean readAlternates() throws IOException {
    if (alternatesRead) {
      return false;
    }
    alternatesRead = true;
    int before = directories.size();
    for (Path alternate : Alternates.of(files, directories.getFirst().path())) {
      directories.add(directory(alternate));
    }
    return directories.size() > before;
  }

  @Override
  public synchronized void close() throws IOException {
    inflation.close();
    for (ObjectDirectory directory : directories) {
      directory.close();
    }
  }
}
