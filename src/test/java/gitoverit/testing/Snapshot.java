package gitoverit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sizes and times of all files and directories in a place, which show whether anything was written
/// there: a lock file that came and went leaves its mark in the time of its directory.
///
/// @param files what is there
public record Snapshot(SortedMap<Path, State> files) {

  /// The part of a file's state that any writing changes.
  ///
  /// @param size its size in bytes
  /// @param modified when its content, or the list of a directory, changed
  public record State(long size, FileTime modified) {}

  private static final Pattern OBJECT = Pattern.compile("/objects/../[0-9a-f]+$");
  private static final FileTime UNKNOWN = FileTime.fromMillis(0);

  /// Takes a snapshot.
  public static Snapshot of(Path root) {
    SortedMap<Path, State> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              return visitFile(path, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              FileTime modified = isRenewed(path) ? UNKNOWN : attributes.lastModifiedTime();
              files.put(path, new State(attributes.size(), modified));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Snapshot(files);
  }

  /// Returns what is no longer as it was, by its new state or null where it is gone.
  public SortedMap<Path, @Nullable State> changesUntil(Snapshot later) {
    SortedMap<Path, @Nullable State> changes = new TreeMap<>(later.files);
    files.keySet().forEach(path -> changes.putIfAbsent(path, null));
    changes
        .entrySet()
        .removeIf(entry -> Objects.equals(entry.getValue(), files.get(entry.getKey())));
    return changes;
  }

  /// git itself renews the time of a shared index that it reads, and of an object that it would
  /// write again, as when it expands a sparse index.
  private static boolean isRenewed(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith("sharedindex.") || OBJECT.matcher(path.toString()).find();
  }
}
