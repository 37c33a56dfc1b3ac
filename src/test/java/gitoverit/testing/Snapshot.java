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

/// The sizes and times of all files and directories below a directory, which reveal any write: even
/// a temporary lock file changes the time of its directory.
///
/// @param files the states by path
public record Snapshot(SortedMap<Path, State> files) {

  /// The part of a file's state that every write changes.
  ///
  /// @param size its size in bytes
  /// @param modified the time of the last change of its content or, for a directory, its list
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

  /// Returns the changed paths with their new states; the state is null if the path no longer
  /// exists.
  public SortedMap<Path, @Nullable State> changesUntil(Snapshot later) {
    SortedMap<Path, @Nullable State> changes = new TreeMap<>(later.files);
    files.keySet().forEach(path -> changes.putIfAbsent(path, null));
    changes
        .entrySet()
        .removeIf(entry -> Objects.equals(entry.getValue(), files.get(entry.getKey())));
    return changes;
  }

  /// Returns whether git itself may renew the time of a file: it does so for a shared index that it
  /// reads, and for an object that it would write again, as when it expands a sparse index.
  private static boolean isRenewed(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith("sharedindex.") || OBJECT.matcher(path.toString()).find();
  }
}
