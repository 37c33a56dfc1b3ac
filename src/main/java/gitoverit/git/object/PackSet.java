package gitoverit.git.object;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.OpenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The packs of one object directory, as they were when it was listed.
///
/// The pack used last is tried first, and only as many packs stay open as a process with several
/// such sets can afford.
final class PackSet implements AutoCloseable {
  private static final int OPEN_LIMIT = 8;
  private static final String MULTI_PACK_INDEX = "multi-pack-index";

  /// All packs, the one used last first.
  private final List<Pack> recent;

  /// The packs of the multi-pack-index, by their number there.
  private final List<Pack> indexed = new ArrayList<>();

  /// The same packs, to check whether a pack is one of them.
  private final Set<Pack> covered;

  private final @Nullable MultiPackIndex multi;

  private PackSet(Map<String, Pack> packs, @Nullable MultiPackIndex candidate) throws IOException {
    multi = candidate != null && covers(packs, candidate) ? candidate : null;
    if (candidate != null && multi == null) {
      candidate.close();
    }
    recent = new ArrayList<>(packs.values());
    covered = Set.copyOf(indexed);
  }

  /// Lists a directory, which may not exist.
  static PackSet list(FileAccess files, Path directory, int oidLength) throws IOException {
    Map<String, Pack> packs = new LinkedHashMap<>();
    DirectoryListing listing = new DirectoryListing();
    try (Directory opened = files.openDirectory(directory)) {
      opened.list(listing);
    } catch (NoSuchFileException | NotDirectoryException _) {
      return new PackSet(packs, null);
    }
    MultiPackIndex multi = null;
    for (int i = 0; i < listing.count(); i++) {
      String file = name(listing, i);
      if (file.endsWith(".idx")) {
        String name = file.substring(0, file.length() - 4);
        if (listing.find((name + ".pack").getBytes(StandardCharsets.UTF_8)) >= 0) {
          packs.put(name, new Pack(files, directory, name, oidLength));
        }
      } else if (file.equals(MULTI_PACK_INDEX)) {
        multi = openMulti(files, directory.resolve(file), oidLength);
      }
    }
    return new PackSet(packs, multi);
  }

  private static String name(DirectoryListing listing, int i) {
    int start = listing.start(i);
    return new String(listing.bytes(), start, listing.end(i) - start, StandardCharsets.UTF_8);
  }

  private static @Nullable MultiPackIndex openMulti(FileAccess files, Path path, int oidLength)
      throws IOException {
    OpenFile file = files.open(path);
    return file == null ? null : MultiPackIndex.open(new FileWindow(file, path), oidLength);
  }

  /// Collects the packs of a multi-pack-index; false if one of them is missing, in which case the
  /// remaining packs are better used without it.
  private boolean covers(Map<String, Pack> packs, MultiPackIndex candidate) throws IOException {
    for (String name : candidate.packNames()) {
      Pack pack = packs.get(name);
      if (pack == null) {
        indexed.clear();
        return false;
      }
      indexed.add(pack);
    }
    return true;
  }

  /// Returns an object; null if it is in none of the packs.
  @Nullable PackedObject find(byte[] oids, int at, Inflation inflation) throws IOException {
    if (multi != null) {
      int i = multi.find(oids, at);
      PackedObject found = i < 0 ? null : object(multi.pack(i), multi.offset(i), inflation);
      if (found != null) {
        return found;
      }
    }
    for (int i = 0; i < recent.size(); i++) {
      Pack pack = recent.get(i);
      PackedObject found = covered.contains(pack) ? null : find(pack, oids, at, inflation);
      if (found != null) {
        use(i);
        return found;
      }
      if (i >= OPEN_LIMIT) {
        pack.close();
      }
    }
    return null;
  }

  private @Nullable PackedObject object(int number, long offset, Inflation inflation)
      throws IOException {
    Pack pack = indexed.get(number);
    use(recent.indexOf(pack));
    return pack.object(offset, inflation);
  }

  private static @Nullable PackedObject find(Pack pack, byte[] oids, int at, Inflation inflation)
      throws IOException {
    long offset = pack.find(oids, at);
    return offset < 0 ? null : pack.object(offset, inflation);
  }

  /// Moves the pack at place `i` to the front, and closes the one that this moves beyond the limit.
  private void use(int i) throws IOException {
    if (i > 0) {
      recent.addFirst(recent.remove(i));
      if (i >= OPEN_LIMIT) {
        recent.get(OPEN_LIMIT).close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Pack pack : recent) {
      pack.close();
    }
    if (multi != null) {
      multi.close();
    }
  }
}
