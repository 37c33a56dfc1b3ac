package gitoverit.git.object;

import gitoverit.fs.FileAccess;
import gitoverit.fs.OpenFile;
import gitoverit.git.ObjectId;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One directory of objects, the repository's own or an alternate: packs and loose objects.
///
/// git searches the packs first. The result is the same in any order, but the cost is not: a loose
/// object takes one open, a list of the packs takes four calls. So the first search starts with the
/// loose objects, and later ones start with the kind that was found last.
final class ObjectDirectory implements AutoCloseable {
  private final FileAccess files;
  private final Path path;
  private final int oidLength;
  private final Inflation inflation;
  private @Nullable PackSet packs;
  private boolean looseFirst = true;

  ObjectDirectory(FileAccess files, Path path, int oidLength, Inflation inflation) {
    this.files = files;
    this.path = path;
    this.oidLength = oidLength;
    this.inflation = inflation;
  }

  /// Returns the path of this directory.
  Path path() {
    return path;
  }

  /// Returns an object; null if it is not here.
  @Nullable StoredObject find(byte[] oids, int at) throws IOException {
    StoredObject found = look(looseFirst, oids, at);
    if (found == null) {
      found = look(!looseFirst, oids, at);
      looseFirst = found == null ? looseFirst : !looseFirst;
    }
    return found;
  }

  private @Nullable StoredObject look(boolean loose, byte[] oids, int at) throws IOException {
    return loose ? loose(oids, at) : packs().find(oids, at, inflation);
  }

  private @Nullable StoredObject loose(byte[] oids, int at) throws IOException {
    String hex = ObjectId.hex(oids, at, oidLength);
    Path object = path.resolve(hex.substring(0, 2) + "/" + hex.substring(2));
    OpenFile file = files.open(object);
    if (file == null) {
      return null;
    }
    FileWindow window = new FileWindow(file, object, LooseObject.USUAL_SIZE);
    return LooseObject.open(window, inflation);
  }

  private PackSet packs() throws IOException {
    PackSet listed = packs;
    if (listed == null) {
      listed = PackSet.list(files, path.resolve("pack"), oidLength);
      packs = listed;
    }
    return listed;
  }

  /// Discards the list of packs, which a repack may have changed.
  void forgetPacks() throws IOException {
    PackSet listed = packs;
    packs = null;
    if (listed != null) {
      listed.close();
    }
  }

  @Override
  public void close() throws IOException {
    forgetPacks();
  }
}
