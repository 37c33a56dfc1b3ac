package gitoverit.remote;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileType;
import gitoverit.fs.PathBytes;
import gitoverit.git.GitText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what refs a repository has at one moment (`gitrepository-layout`: `packed-refs`, and what
/// is loose in `refs`), to tell what a fetch has moved. A symbolic ref does not move.
final class RefSnapshot {
  private static final int LIMIT = 1 << 28;
  private static final String BRANCHES = "refs/heads/";

  private final FileAccess files;
  private final Path commonDir;
  private final boolean branches;
  private final Map<String, String> oids = new HashMap<>();

  private RefSnapshot(FileAccess files, Path commonDir, boolean branches) {
    this.files = files;
    this.commonDir = commonDir;
    this.branches = branches;
  }

  /// Returns the oids in hexadecimal by the full names of the refs.
  ///
  /// @param branches whether local branches are wanted too: a commit made meanwhile moves one, and
  ///   is nothing that a fetch did
  static Map<String, String> read(FileAccess files, Path commonDir, boolean branches)
      throws IOException {
    RefSnapshot snapshot = new RefSnapshot(files, commonDir, branches);
    snapshot.readPacked();
    snapshot.readLoose("refs");
    return snapshot.oids;
  }

  private void readPacked() throws IOException {
    byte[] packed = files.read(commonDir.resolve("packed-refs"), LIMIT);
    if (packed == null) {
      return;
    }
    for (String line : GitText.decode(packed, packed.length).split("\n", -1)) {
      int space = line.indexOf(' ');
      if (space > 0 && line.charAt(0) != '#' && line.charAt(0) != '^') {
        put(line.substring(space + 1), line.substring(0, space));
      }
    }
  }

  private void readLoose(String name) throws IOException {
    Path directory = PathBytes.resolve(commonDir, GitText.encode(name));
    DirectoryListing entries = new DirectoryListing();
    try (Directory open = files.openDirectory(directory)) {
      open.list(entries);
    } catch (NoSuchFileException | NotDirectoryException _) {
      // Git removes directories that have become empty.
      return;
    }
    for (int i = 0; i < entries.count(); i++) {
      byte[] entry = entries.name(i);
      String full = name + "/" + GitText.decode(entry, entry.length);
      if (entries.type(i) == FileType.DIRECTORY) {
        readLoose(full);
      } else if (!full.endsWith(".lock")) {
        readLoose(full, files.read(PathBytes.resolve(directory, entry), LIMIT));
      }
    }
  }

  private void readLoose(String name, byte @Nullable [] content) {
    if (content != null && content.length >= 40) {
      String text = GitText.decode(content, content.length).strip();
      if (!text.startsWith("ref:")) {
        put(name, text);
      }
    }
  }

  private void put(String name, String oid) {
    if (branches || !name.startsWith(BRANCHES)) {
      oids.put(name, oid);
    }
  }
}
