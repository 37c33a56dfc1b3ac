package gitoverit.fs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A directory of [NioFileAccess]: a path, with nothing kept open.
final class NioDirectory implements Directory {
  private final NioFileAccess files;
  private final Path path;

  NioDirectory(NioFileAccess files, Path path) {
    this.files = files;
    this.path = path;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public void list(DirectoryListing into) throws IOException {
    into.clear();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        byte[] name = PathBytes.of(entry.getFileName());
        into.add(name, 0, name.length, typeOfEntry(entry));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private int typeOfEntry(Path entry) throws IOException {
    try {
      return NioFileAccess.typeOf(
          Files.readAttributes(entry, BasicFileAttributes.class, NioFileAccess.NOFOLLOW));
    } catch (NoSuchFileException | AccessDeniedException _) {
      return FileType.OTHER;
    }
  }

  @Override
  public Directory openDirectory(byte[] bytes, int from, int to) throws IOException {
    return files.openDirectoryNoFollow(PathBytes.resolve(path, bytes, from, to));
  }

  @Override
  public boolean stat(byte[] bytes, int from, int to, FileStat into) throws IOException {
    return files.stat(PathBytes.resolve(path, bytes, from, to), false, into);
  }

  @Override
  public byte @Nullable [] readLink(byte[] name) throws IOException {
    Path link = PathBytes.resolve(path, name);
    try {
      return PathBytes.of(Files.readSymbolicLink(link));
    } catch (NotLinkException | NoSuchFileException _) {
      return null;
    }
  }

  @Override
  public byte @Nullable [] read(byte[] name, int limit) throws IOException {
    return files.read(PathBytes.resolve(path, name), limit);
  }

  @Override
  public void close() {}
}
