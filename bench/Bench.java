import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

/// Measures whole runs of gitoverit against other ways to get the same result.
///
/// The results are ratios of alternating runs, because the speed of a machine changes over time;
/// see [Pair]. Fleets are created once, in `gitoverit-bench` in the directory for temporary files:
/// inside the checkout, each run would also list the checkout.
final class Bench {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final String STATUS = "status --porcelain=v2 --branch";

  private final Path root = Path.of(System.getProperty("bench.root"));
  private final String java = System.getProperty("bench.java");
  private final List<String> flags = List.of(System.getProperty("bench.flags").split(" "));
  private final Path directory = Path.of(System.getProperty("java.io.tmpdir"), "gitoverit-bench");

  public static void main(String[] args) throws Exception {
    Bench bench = new Bench();
    List<String> measures =
        args.length > 0 ? List.of(args) : List.of("start", "parallel", "fetch", "fleets");
    for (String measure : measures) {
      switch (measure) {
        case "start" -> bench.start();
        case "parallel" -> bench.parallel();
        case "fetch" -> bench.fetch();
        case "fleets" -> bench.fleets(Fleet.Kind.MEDIUM, Fleet.Kind.TINY, Fleet.Kind.ONE);
        case "large" -> bench.fleets(Fleet.Kind.MIXED, Fleet.Kind.LARGE);
        case "sharing" -> bench.sharing(Fleet.Kind.LARGE, Fleet.Kind.HUGE, Fleet.Kind.MANY);
        default -> {
          System.err.println("usage: bench/run [start|parallel|fetch|fleets|large|sharing]...");
          System.exit(2);
        }
      }
    }
  }

  private void start() throws Exception {
    List<String> hello = helloWorld();
    Path empty = Files.createDirectories(directory.resolve("empty"));
    Pair.printHeader("start", "ours", "hello");
    new Pair("--version | hello-world JVM", ours("--version"), hello).measure(40);
    new Pair("empty directory | hello-world JVM", ours(empty.toString()), hello).measure(40);
  }

  private void parallel() throws Exception {
    String fleet = fleet(Fleet.Kind.MEDIUM);
    Pair.printHeader("40 repositories of 300 files", "parallel", "one by one");
    List<String> oneByOne = ours("--no-parallel", fleet);
    new Pair("parallel | --no-parallel", ours(fleet), oneByOne).measure(20);
    // The gain from a second processor on this machine, measured without gitoverit.
    List<String> xargs = xargs(fleet, PROCESSORS, STATUS);
    new Pair("xargs -P git status | xargs -P 1", xargs, xargs(fleet, 1, STATUS)).measure(10);
  }

  /// Measures fleets in which the scan outweighs the start.
  private void sharing(Fleet.Kind... kinds) throws Exception {
    Pair.printHeader("all processors", "parallel", "one by one");
    for (Fleet.Kind kind : kinds) {
      String fleet = fleet(kind);
      new Pair(kind + " | --no-parallel", ours(fleet), ours("--no-parallel", fleet)).measure(15);
    }
  }

  private void fetch() throws Exception {
    String fleet = fleet(Fleet.Kind.FETCH);
    List<String> ours = ours("-f", "-w", "8", fleet);
    List<String> oneByOne = ours("-f", "--no-parallel", fleet);
    List<String> xargs = xargs(fleet, 8, "fetch --quiet --all");
    for (int hosts : new int[] {1, 3}) {
      Pair.printHeader("24 fetches, 300 ms away, hosts: " + hosts, "parallel", "one by one");
      try (FetchServers servers = new FetchServers(hosts, 300, heads(Path.of(fleet)))) {
        Map<String, String> environment = servers.insteadOf(Fleet.UPSTREAM);
        new Pair("-f -w 8 | -f --no-parallel", ours, oneByOne, environment).measure(3);
        new Pair("-f -w 8 | xargs -P 8 git fetch", ours, xargs, environment).measure(5);
      }
    }
  }

  /// Returns the commit of `main` of each repository, by its path on the server.
  private static Map<String, String> heads(Path fleet) throws IOException {
    Map<String, String> heads = new TreeMap<>();
    for (int i = 0; i < Fleet.Kind.FETCH.repositories; i++) {
      Path repository = fleet.resolve("group00/repo%03d".formatted(i));
      String head = Files.readString(repository.resolve(".git/refs/heads/main")).strip();
      heads.put("repo%03d.git".formatted(i), head);
    }
    return heads;
  }

  private void fleets(Fleet.Kind... kinds) throws Exception {
    for (Fleet.Kind kind : kinds) {
      String fleet = fleet(kind);
      List<String> ours = ours(fleet);
      List<String> xargs = xargs(fleet, PROCESSORS, STATUS);
      Pair.printHeader(kind + " fleet, " + kind.repositories + " repositories", "ours", "xargs");
      new Pair("gitoverit | find all, xargs -P git status", ours, searching(fleet)).measure(5);
      new Pair("gitoverit | xargs -P git status", ours, xargs).measure(10);
      new Pair("gitoverit | --no-parallel", ours, ours("--no-parallel", fleet)).measure(5);
      System.out.printf(
          "%-44s %10d %10d%n", "git processes started", gitProcesses(ours), gitProcesses(xargs));
      System.out.printf(
          "%-44s %10.0f %10.0f%n", "peak memory, MiB", Memory.peak(ours), Memory.peak(xargs));
    }
  }

  private String fleet(Fleet.Kind kind) throws IOException {
    Path fleet = directory.resolve(kind.name().toLowerCase());
    System.err.println("making the " + kind + " fleet, unless it is there ...");
    new Fleet(kind, fleet).make();
    return fleet.toString();
  }

  private List<String> ours(String... arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("gitoverit").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// Returns a command for repositories at any depth, such as gitoverit searches too.
  private static List<String> searching(String fleet) {
    return xargs("-type d -name .git -prune", "{}/..", fleet, PROCESSORS, STATUS);
  }

  /// Returns a command that runs git in each repository, `atOnce` at a time, at a known depth.
  private static List<String> xargs(String fleet, int atOnce, String command) {
    return xargs("-mindepth 2 -maxdepth 2 -type d", "{}", fleet, atOnce, command);
  }

  /// @param tests the tests of `find`
  /// @param repository its path, in which `{}` is the path found
  private static List<String> xargs(
      String tests, String repository, String fleet, int atOnce, String command) {
    String script =
        """
        find "$1" %s -print0 | xargs -0 -P "$2" -I '{}' git -C '%s' %s
        """
            .formatted(tests, repository, command);
    return List.of("/bin/sh", "-c", script, "sh", fleet, String.valueOf(atOnce));
  }

  /// Returns the command of a minimal program, with the same flags and its own cache.
  private List<String> helloWorld() throws Exception {
    Path hello = Files.createDirectories(directory.resolve("hello"));
    Path source = hello.resolve("Hello.java");
    Files.writeString(
        source,
        "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
    Path jar = hello.resolve("hello.jar");
    tool("javac", "-d", hello.toString(), source.toString());
    tool("jar", "--create", "--file", jar.toString(), "-C", hello.toString(), "Hello.class");
    Path cache = hello.resolve("hello.aot");
    Pair.run(helloWorld("-XX:AOTCacheOutput=" + cache, jar), Map.of());
    return helloWorld("-XX:AOTCache=" + cache, jar);
  }

  private List<String> helloWorld(String cache, Path jar) {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.addAll(List.of(cache, "-cp", jar.toString(), "Hello"));
    return command;
  }

  private static void tool(String name, String... arguments) {
    if (ToolProvider.findFirst(name).orElseThrow().run(System.err, System.err, arguments) != 0) {
      throw new IllegalStateException(name + " failed");
    }
  }

  /// Counts the runs of `git` with a script that is first on PATH.
  private int gitProcesses(List<String> command) throws Exception {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path calls = Files.writeString(directory.resolve("calls"), "");
    Path git = bin.resolve("git");
    String path = System.getenv("PATH");
    Files.writeString(
        git, "#!/bin/sh\necho git >>'" + calls + "'\nPATH='" + path + "' exec git \"$@\"\n");
    git.toFile().setExecutable(true);
    Pair.run(command, Map.of("PATH", bin + ":" + path));
    return Files.readAllLines(calls).size();
  }
}
