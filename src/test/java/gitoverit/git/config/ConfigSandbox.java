package gitoverit.git.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitText;
import gitoverit.git.RepositoryLayout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A home, a system file and repositories below one directory; and the real git, which sees only
/// their configuration.
final class ConfigSandbox {
  private final Path root;
  private final Path home;
  private final Map<String, String> environment = new LinkedHashMap<>();

  /// The result of a git command.
  ///
  /// @param exitCode 0 for success
  /// @param output each byte as one character
  record Answer(int exitCode, String output, String errors) {
    /// Returns the output as UTF-8 without its last line end; null when git failed.
    @Nullable String line() {
      String text = new String(output.getBytes(ISO_8859_1), UTF_8);
      String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      return exitCode == 0 ? line : null;
    }
  }

  ConfigSandbox(Path directory) throws IOException {
    root = directory.toRealPath();
    home = Files.createDirectory(root.resolve("home"));
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C");
    environment.put("GIT_CONFIG_SYSTEM", root.resolve("system").toString());
  }

  Path root() {
    return root;
  }

  Path home() {
    return home;
  }

  /// The environment of git, and of the code under test.
  Map<String, String> environment() {
    return environment;
  }

  /// Writes a file below the sandbox.
  Path write(String file, String content) throws IOException {
    return write(file, content.getBytes(UTF_8));
  }

  Path write(String file, byte[] content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.write(path, content);
  }

  /// Appends to the configuration of a repository.
  void configure(RepositoryLayout repository, String lines) throws IOException {
    Path file = repository.commonDir().resolve("config");
    Files.writeString(file, Files.readString(file) + lines);
  }

  /// Makes a repository on the unborn branch `main`.
  RepositoryLayout repository(String name) {
    Path path = root.resolve(name);
    run(root, "init", "-q", "--template=", "-b", "main", path.toString());
    Path gitDir = path.resolve(".git");
    return new RepositoryLayout(path, gitDir, gitDir, RepositoryLayout.Kind.MAIN);
  }

  /// Makes an empty commit.
  void commit(RepositoryLayout repository) {
    String[] identity = {"-c", "user.name=A", "-c", "user.email=a@example.com"};
    List<String> arguments = new ArrayList<>(List.of(identity));
    arguments.addAll(List.of("commit", "-q", "--allow-empty", "-m", "first"));
    run(repository.path(), arguments.toArray(String[]::new));
  }

  /// Returns what this code reads for a repository.
  GitConfig read(RepositoryLayout repository) throws IOException {
    return new ConfigFiles(FileAccess.create(), environment).read(repository);
  }

  /// Returns what git lists in a directory, as [#list] shows it; null when git refuses.
  @Nullable List<String> gitList(Path directory) {
    return parseList(run(directory, "config", "--list", "-z"));
  }

  /// Returns what git lists for one file; null when git refuses.
  @Nullable List<String> gitListOf(Path file) {
    return parseList(run(root, "config", "-f", file.toString(), "--list", "-z"));
  }

  private static @Nullable List<String> parseList(Answer answer) {
    if (answer.exitCode() != 0) {
      return null;
    }
    List<String> entries = new ArrayList<>();
    String output = answer.output();
    int start = 0;
    for (int end = output.indexOf('\0'); end >= 0; end = output.indexOf('\0', start)) {
      byte[] entry = output.substring(start, end).getBytes(ISO_8859_1);
      entries.add(GitText.decode(entry, entry.length));
      start = end + 1;
    }
    return entries;
  }

  /// Returns entries in the form of `git config --list -z`: the key, and the value on further
  /// lines.
  static List<String> list(Iterable<ConfigEntry> entries) {
    List<String> list = new ArrayList<>();
    for (ConfigEntry entry : entries) {
      list.add(entry.value() == null ? entry.key() : entry.key() + "\n" + entry.value());
    }
    return list;
  }

  Answer run(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      File errors = root.resolve("stderr").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors);
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
      int exitCode = process.waitFor();
      return new Answer(exitCode, output, Files.readString(errors.toPath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
