package gitoverit.git.object;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gitoverit.git.ObjectId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A directory in which the real git creates repositories, isolated from any other configuration.
public final class ObjectSandbox {
  private static final String CONFIGURATION =
      """
      [user]
      name = A
      email = a@example.com
      [gc]
      auto = 0
      [core]
      fsync = none
      [init]
      templateDir =
      [fastimport]
      unpackLimit = 100000
      """;

  private final Path root;
  private final Map<String, String> environment;

  public ObjectSandbox(Path directory) {
    try {
      root = directory.toRealPath();
      Path configuration = Files.writeString(root.resolve("gitconfig"), CONFIGURATION);
      environment =
          Map.of(
              "PATH", System.getenv("PATH"),
              "HOME", root.toString(),
              "LC_ALL", "C",
              "GIT_CONFIG_SYSTEM", "/dev/null",
              "GIT_CONFIG_GLOBAL", configuration.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path root() {
    return root;
  }

  /// Makes a bare repository, so that its directory is its git directory.
  public Path init(String name, String format) {
    run(
        root,
        new byte[0],
        List.of("git", "init", "-q", "--bare", "--object-format=" + format, name));
    return root.resolve(name);
  }

  /// Runs git and returns its output, one character a byte, without white space around it.
  public String git(Path repository, String... arguments) {
    return git(repository, new byte[0], arguments).strip();
  }

  public String git(Path repository, byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return new String(run(repository, input, command), ISO_8859_1);
  }

  /// Runs a script in which `git` is git.
  public void sh(Path repository, String script) {
    run(repository, new byte[0], List.of("sh", "-euc", script));
  }

  /// Copies a repository; the files are the same ones, which git never writes to again.
  public Path copy(String repository, String name) {
    run(root, new byte[0], List.of("cp", "-rl", repository, name));
    return root.resolve(name);
  }

  private byte[] run(Path directory, byte[] input, List<String> command) {
    try {
      Path errors = root.resolve("stderr");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(Files.write(root.resolve("stdin"), input).toFile())
              .redirectError(errors.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + Files.readString(errors));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// A random history, whose commits are on the branches `c0`, `c1` and so on.
  ///
  /// @param oids of the commits, in the order in which they were made
  /// @param ancestors for each commit which ones it reaches, with itself
  public record History(Path repository, List<ObjectId> oids, List<BitSet> ancestors) {

    /// Returns how many commits `a` reaches that `b` does not.
    public int onlyIn(int a, int b) {
      BitSet difference = (BitSet) ancestors.get(a).clone();
      difference.andNot(ancestors.get(b));
      return difference.cardinality();
    }
  }

  /// Makes a history at random: some roots, many merges, some of them of many parents.
  ///
  /// @param skewSeconds by how much a clock may be wrong at most
  public History history(Path repository, long seed, int commits, int skewSeconds) {
    Random random = new Random(seed);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<BitSet> ancestors = new ArrayList<>();
    for (int i = 0; i < commits; i++) {
      List<Integer> parents = parents(random, i);
      BitSet reached = new BitSet();
      parents.forEach(parent -> reached.or(ancestors.get(parent)));
      reached.set(i);
      ancestors.add(reached);
      long seconds = 1_600_000_000L + 60L * i;
      seconds += skewSeconds == 0 ? 0 : random.nextInt(-skewSeconds, skewSeconds);
      stream.writeBytes(commit(random, i, parents, seconds).getBytes(ISO_8859_1));
    }
    git(repository, stream.toByteArray(), "fast-import", "--quiet", "--force");
    List<ObjectId> oids = new ArrayList<>();
    String[] names = new String[commits];
    git(repository, "for-each-ref", "--format=%(refname:short) %(objectname)", "refs/heads")
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(line -> names[Integer.parseInt(line[0].substring(1))] = line[1]);
    for (String name : names) {
      oids.add(ObjectId.parse(name));
    }
    return new History(repository, oids, ancestors);
  }

  private static List<Integer> parents(Random random, int i) {
    List<Integer> parents = new ArrayList<>();
    int kind = random.nextInt(60);
    int wanted = i == 0 || kind == 0 ? 0 : kind < 4 ? 5 : kind < 30 ? 2 : 1;
    for (int n = 0; n < wanted; n++) {
      int reach = random.nextInt(20) == 0 ? i : Math.min(i, 5);
      int parent = i - 1 - random.nextInt(reach);
      if (!parents.contains(parent)) {
        parents.add(parent);
      }
    }
    return parents;
  }

  private static String commit(Random random, int i, List<Integer> parents, long seconds) {
    StringBuilder text = new StringBuilder();
    text.append("commit refs/heads/c%d\nmark :%d\n".formatted(i, i + 1));
    text.append("committer A <a@example.com> %d +0000\n".formatted(seconds));
    String message = "m" + "x".repeat(random.nextInt(10) == 0 ? 6000 : 5) + "\n";
    text.append("data %d\n%s\n".formatted(message.length(), message));
    for (int parent : parents) {
      text.append(
          "%s :%d\n".formatted(parent == parents.getFirst() ? "from" : "merge", parent + 1));
    }
    String content = lines(i) + random.nextInt() + "\n";
    String file = "d" + random.nextInt(5) + "/f" + random.nextInt(20);
    text.append("M 100644 inline %s\ndata %d\n%s\n".formatted(file, content.length(), content));
    return text.append('\n').toString();
  }

  private static String lines(int i) {
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < 40; n++) {
      lines.append("line ").append(n == i % 40 ? i : n).append(" of a file\n");
    }
    return lines.toString();
  }
}
