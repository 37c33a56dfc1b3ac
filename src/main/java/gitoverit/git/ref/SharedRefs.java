package gitoverit.git.ref;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileType;
import gitoverit.git.GitText;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists all refs in the common directory of a repository, loose and packed
/// (`gitrepository-layout`, `refs` and `packed-refs`).
///
/// Symbolic refs, broken refs and symbolic links are left out: no command that moves refs moves
/// them.
public final class SharedRefs {
  private static final int LOOSE_LIMIT = 1 << 20;
  private static final int PACKED_LIMIT = 1 << 30;

  private final int oidLength;
  private final Map<RefName, ObjectId> refs = new HashMap<>();

  private SharedRefs(int oidLength) {
    this.oidLength = oidLength;
  }

  /// Returns the oids of all refs by their names.
  ///
  /// @param oidLength the length of an oid in bytes: 20 for SHA-1, 32 for SHA-256
  /// @throws gitoverit.git.GitFormatException if `packed-refs` is malformed
  public static Map<RefName, ObjectId> read(FileAccess files, Path commonDir, int oidLength)
      throws IOException {
    SharedRefs shared = new SharedRefs(oidLength);
    // Loose refs first: git packs a ref before it removes the file, so none is missed.
    shared.readLoose(files, commonDir.resolve("refs"));
    byte[] packed = files.read(commonDir.resolve("packed-refs"), PACKED_LIMIT);
    if (packed != null) {
      PackedRefs.parse(packed, oidLength).addMissingTo(shared.refs);
    }
    return shared.refs;
  }

  /// The directory itself may be a symbolic link, as `git-new-workdir` creates it.
  private void readLoose(FileAccess files, Path refsDir) throws IOException {
    try (Directory directory = files.openDirectory(refsDir)) {
      readLoose(directory, "refs/");
    }
  }

  private void readLoose(Directory directory, String prefix) throws IOException {
    DirectoryListing entries = new DirectoryListing();
    directory.list(entries);
    for (int i = 0; i < entries.count(); i++) {
      byte[] entry = entries.name(i);
      String name = prefix + GitText.decode(entry, entry.length);
      if (entries.type(i) == FileType.DIRECTORY) {
        readSubdirectory(directory, entry, name + "/");
      } else if (entries.type(i) == FileType.REGULAR) {
        readFile(directory, entry, RefName.parse(name));
      }
    }
  }

  private void readSubdirectory(Directory directory, byte[] entry, String prefix)
      throws IOException {
    try (Directory below = directory.openDirectory(entry)) {
      readLoose(below, prefix);
    } catch (NoSuchFileException | NotDirectoryException _) {
      // git removes directories that have become empty.
      return;
    }
  }

  /// git does not accept the name of a lock file next to a ref.
  private void readFile(Directory directory, byte[] entry, @Nullable RefName name)
      throws IOException {
    if (name == null) {
      return;
    }
    byte[] content = directory.read(entry, LOOSE_LIMIT);
    RefValue value = content == null ? RefValue.ABSENT : RefContent.parse(content, oidLength);
    if (value instanceof RefValue.Direct(ObjectId oid)) {
      refs.put(name, oid);
    }
  }
}
