import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Creates fleets of repositories that are the same on every machine: content, history and state
/// depend only on the number of the repository.
///
/// Every third repository is not clean, in one of eight ways. `git fast-import` creates the
/// history. Then each index is made newer than its files, as it usually is, so that no `git status`
/// compares contents only because the fleet is new.
final class Fleet {
  private static final int FILES_PER_DIRECTORY = 12;

  /// The configured address of all upstreams; there is no such server.
  static final String UPSTREAM = "https://example.org/fleet/";

  private static final long EPOCH = 1_700_000_000;

  /// The kinds of fleets: the number of repositories, and the number of files of repository `i`.
  enum Kind {
    TINY(500, i -> 30),
    MEDIUM(40, i -> 300),
    ONE(1, i -> 30_000),
    LARGE(8, i -> 20_000 + 10_000 * i),
    MIXED(44, i -> i % 11 == 0 ? 4_000 : 50 + 90 * (i % 11)),
    MANY(5000, i -> 30),
    HUGE(1, i -> 300_000),
    FETCH(24, i -> 20);

    final int repositories;
    private final IntUnaryOperator files;

    Kind(int repositories, IntUnaryOperator files) {
      this.repositories = repositories;
      this.files = files;
    }

    int files(int i) {
      return files.applyAsInt(i);
    }
  }

  private final Kind kind;
  private final Path root;

  Fleet(Kind kind, Path root) {
    this.kind = kind;
    this.root = root.toAbsolutePath().normalize();
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: bench/make-fleet tiny|medium|one|large|mixed|many|huge|fetch DIR");
      System.exit(2);
    }
    new Fleet(Kind.valueOf(args[0].toUpperCase()), Path.of(args[1])).make();
  }

  /// Creates the fleet unless it exists.
  void make() throws IOException {
    Path complete = root.resolve(".complete");
    if (Files.exists(complete)) {
      return;
    }
    Files.createDirectories(root);
    if (root.toFile().list().length > 0) {
      throw new IOException(root + " holds something else, or half a fleet: remove it first");
    }
    List<Path> made =
        IntStream.range(0, kind.repositories).parallel().mapToObj(this::repository).toList();
    FileTime later = FileTime.from(Instant.now().plusSeconds(2));
    for (Path repository : made) {
      Files.setLastModifiedTime(repository.resolve(".git/index"), later);
    }
    Files.createFile(complete);
  }

  private Path repository(int i) {
    Path directory = root.resolve("group%02d/repo%03d".formatted(i / 25, i));
    try {
      git(root, "init", "--quiet", "--template=", "--initial-branch=main", directory.toString());
      boolean changed = i % 3 == 1;
      int state = changed ? i / 3 % 8 : -1;
      importHistory(directory, i, state);
      configure(directory, i);
      git(directory, "reset", "--quiet", "--hard");
      addIgnored(directory);
      change(directory, i, state);
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Creates four commits on `main`. The upstream is one commit behind in state 4 and one ahead in
  /// state 5.
  private void importHistory(Path directory, int i, int state) throws IOException {
    Process git = start(directory, "fast-import", "--quiet");
    try (OutputStream out = new BufferedOutputStream(git.getOutputStream(), 1 << 16)) {
      Random random = new Random(i);
      int files = kind.files(i);
      for (int commit = 1; commit <= 4; commit++) {
        String message = "Change " + commit;
        print(
            out,
            "commit refs/heads/main\nmark :%d\ncommitter Fleet <fleet@example.org> %d +0000\n"
                .formatted(commit, EPOCH + 1000L * i + commit));
        print(out, "data " + message.length() + "\n" + message + "\n");
        if (commit == 1) {
          file(out, ".gitignore", "build/\n*.log\n");
        }
        int step = commit == 1 ? 1 : Math.max(1, files / 5);
        for (int f = commit == 1 ? 0 : commit; f < files; f += step) {
          file(out, path(f), text(random));
        }
      }
      print(out, "reset refs/remotes/origin/main\nfrom :" + (state == 4 ? 3 : 4) + "\n\n");
      if (state == 5) {
        print(out, "reset refs/heads/main\nfrom :3\n\n");
      }
    }
    await(git, "fast-import");
  }

  private static void file(OutputStream out, String path, String text) throws IOException {
    print(out, "M 100644 inline " + path + "\ndata " + text.length() + "\n" + text + "\n");
  }

  private static String path(int file) {
    int directory = file / FILES_PER_DIRECTORY;
    return switch (directory % 4) {
      case 0 -> "src/main/part%d/File%d.java".formatted(directory, file);
      case 1 -> "src/test/part%d/deep/er/File%d.java".formatted(directory, file);
      case 2 -> "docs/page%d/text%d.md".formatted(directory, file);
      default -> "data%d/file%d.txt".formatted(directory, file);
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = 3 + random.nextInt(30); line > 0; line--) {
      text.append("line ").append(random.nextInt(1_000_000_000)).append('\n');
    }
    return text.toString();
  }

  private void configure(Path directory, int i) throws IOException {
    append(
        directory.resolve(".git/config"),
        """
        [remote "origin"]
        url = %srepo%03d.git
        fetch = +refs/heads/*:refs/remotes/origin/*
        [branch "main"]
        remote = origin
        merge = refs/heads/main
        """
            .formatted(UPSTREAM, i));
  }

  private static void addIgnored(Path directory) throws IOException {
    Path build = Files.createDirectories(directory.resolve("build/classes"));
    for (int f = 0; f < 10; f++) {
      Files.writeString(build.resolve("File" + f + ".class"), "built\n");
    }
    Files.writeString(directory.resolve("run.log"), "started\n");
  }

  private static void change(Path directory, int i, int state) throws IOException {
    Path first = directory.resolve(path(1));
    Path second = directory.resolve(path(14));
    switch (state) {
      case 0 -> append(first, "changed\n");
      case 1 -> {
        append(second, "staged\n");
        git(directory, "add", path(14));
      }
      case 2 -> {
        Path added = Files.createDirectories(directory.resolve("new/inner"));
        Files.writeString(added.resolve("one.txt"), "new\n");
        Files.writeString(directory.resolve("new.txt"), "new\n");
      }
      case 3 -> Files.delete(second);
      case 6 -> {
        append(first, "put away\n");
        git(directory, "stash", "--quiet");
      }
      case 7 -> {
        append(first, "staged\n");
        git(directory, "add", path(1));
        append(first, "and changed again\n");
        Files.writeString(first.resolveSibling("beside.txt"), "new\n");
      }
      default -> {}
    }
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void git(Path directory, String... arguments) throws IOException {
    Process git = start(directory, arguments);
    git.getOutputStream().close();
    await(git, String.join(" ", arguments));
  }

  private static Process start(Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + role + "_NAME", "Fleet");
      builder.environment().put("GIT_" + role + "_EMAIL", "fleet@example.org");
      builder.environment().put("GIT_" + role + "_DATE", EPOCH + " +0000");
    }
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void await(Process git, String what) throws IOException {
    try {
      if (git.waitFor() != 0) {
        throw new IOException("git " + what + " failed");
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }
}
