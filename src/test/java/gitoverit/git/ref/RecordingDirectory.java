package gitoverit.git.ref;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.GitText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A directory that records the calls that it receives.
final class RecordingDirectory implements Directory {
  private final Directory directory;
  private final List<String> calls = new ArrayList<>();

  RecordingDirectory(Path path) throws IOException {
    directory = FileAccess.create().openDirectory(path);
  }

  List<String> calls() {
    return calls;
  }

  private void record(String verb, byte[] name) {
    calls.add(verb + " " + GitText.decode(name, name.length));
  }

  @Override
  public Path path() {
    return directory.path();
  }

  @Override
  public void list(DirectoryListing into) throws IOException {
    directory.list(into);
  }

  @Override
  public Directory openDirectory(byte[] bytes, int from, int to) throws IOException {
    record("open", Arrays.copyOfRange(bytes, from, to));
    return directory.openDirectory(bytes, from, to);
  }

  @Override
  public boolean stat(byte[] bytes, int from, int to, FileStat into) throws IOException {
    record("stat", Arrays.copyOfRange(bytes, from, to));
    return directory.stat(bytes, from, to, into);
  }

  @Override
  public byte @Nullable [] readLink(byte[] name) throws IOException {
    record("readlink", name);
    return directory.readLink(name);
  }

  @Override
  public byte @Nullable [] read(byte[] name, int limit) throws IOException {
    record("read", name);
    return directory.read(name, limit);
  }

  @Override
  public void close() {
    directory.close();
  }
}
