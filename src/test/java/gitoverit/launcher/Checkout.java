package gitoverit.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A copy of the launcher's files, with scripts as Maven and JDKs.
///
/// The Maven writes an empty jar and counts its calls; the `java` of a JDK prints its path and its
/// arguments, one per line; git does not work. A test therefore covers only the launcher, and takes
/// milliseconds.
final class Checkout {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  private final Path place;
  private final Path root;
  private final Map<String, String> environment;

  private Checkout(Path place, Path root, Map<String, String> environment) {
    this.place = place;
    this.root = root;
    this.environment = new HashMap<>(environment);
  }

  /// Copies the sources, for a build by the real Maven on this JDK.
  static Checkout createReal(Path place, Path jdk) throws IOException, InterruptedException {
    Path root = place.resolve("fresh");
    Files.createDirectories(root.resolve("src"));
    Checkout checkout =
        new Checkout(
            place,
            root,
            Map.of(
                "PATH", System.getenv("PATH"),
                "HOME", System.getenv("HOME"),
                "JAVA_HOME", jdk.toString()));
    checkout.shell(PROJECT, "cp -R gitoverit launcher pom.xml \"$1\"", root.toString());
    checkout.shell(PROJECT, "cp -R src/main \"$1/src\"", root.toString());
    return checkout;
  }

  /// Creates a checkout with a name in `place`. PATH has an old java first, and there is no JDK
  /// unless a test adds one.
  static Checkout create(Path place, String name) throws IOException, InterruptedException {
    Checkout checkout = new Checkout(place, place.resolve(name), Map.of());
    Files.createDirectories(checkout.root.resolve("src/main/java/gitoverit/cli"));
    Files.writeString(checkout.source(), "class Main {}\n");
    Files.createDirectories(place.resolve("jdks"));
    Files.createDirectories(place.resolve("home"));
    checkout.addJdk(place.resolve("default-java"), "17.0.15");
    checkout.installMaven(
        """
        mkdir -p "$directory/lib" && echo program >"$directory/gitoverit.jar"
        """);
    write(place.resolve("bin/git"), "#!/bin/sh\nexit 1\n");
    checkout.set(
        "PATH", place.resolve("default-java/bin") + ":" + place.resolve("bin") + ":/usr/bin:/bin");
    checkout.shell(
        PROJECT, "cp -RP gitoverit gito launcher pom.xml \"$1\"", checkout.root.toString());
    checkout.set("HOME", place.resolve("home").toString());
    checkout.set("GITOVERIT_JDKS", place.resolve("jdks").toString());
    return checkout;
  }

  Path root() {
    return root;
  }

  Path source() {
    return root.resolve("src/main/java/gitoverit/cli/Main.java");
  }

  Path stamp() {
    return root.resolve("target/launcher/stamp.sh");
  }

  /// Copies the checkout with its file times, as if it had been moved.
  Checkout copyTo(Path newRoot) throws IOException, InterruptedException {
    shell(place, "cp -Rp \"$1\" \"$2\"", root.toString(), newRoot.toString());
    return new Checkout(place, newRoot, environment);
  }

  /// Returns this checkout with one more variable.
  Checkout with(String variable, String value) {
    return new Checkout(place, root, environment).set(variable, value);
  }

  Checkout set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// Adds a JDK to the searched directory.
  Path addJdk(String name, String version) throws IOException {
    return addJdk(place.resolve("jdks").resolve(name), version);
  }

  Path addJdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    setVersion(home, version);
    write(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        for argument; do
            case $argument in -XX:AOTCacheOutput=*) : >"${argument#*=}"; exit ;; esac
        done
        printf '%s\\n' "$0" "LC_ALL=$LC_ALL" "$@"
        """);
    write(home.resolve("bin/javac"), "#!/bin/sh\n");
    return home;
  }

  static void setVersion(Path jdk, String version) throws IOException {
    Files.writeString(
        jdk.resolve("release"),
        """
        IMPLEMENTOR="Somebody"
        JAVA_RUNTIME_VERSION="%1$s+1"
        JAVA_VERSION="%1$s"
        """
            .formatted(version));
  }

  /// Installs a Maven on PATH that runs a script, with the build directory in `$directory`.
  void installMaven(String script) throws IOException {
    write(
        place.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "$JAVA_HOME" >>'%s'
        for argument; do
            case $argument in -DbuildDirectory=*) directory=${argument#*=} ;; esac
        done
        %s\
        """
            .formatted(place.resolve("maven-calls"), script));
  }

  /// Returns the JAVA_HOME of each call of Maven.
  List<String> mavenCalls() throws IOException {
    Path calls = place.resolve("maven-calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /// Returns the names of the files in the directory for builds.
  List<String> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("target"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return execute(place, command(root.resolve("gitoverit"), arguments));
  }

  /// Runs a shell script in `directory`.
  Outcome shell(Path directory, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    command.addAll(List.of(arguments));
    return execute(directory, command);
  }

  Process start(String... arguments) throws IOException {
    return builder(place, command(root.resolve("gitoverit"), arguments)).start();
  }

  /// Starts a shell script in which the first `%s` is replaced by the launcher and the second by an
  /// argument.
  Process startShell(String script, String argument) throws IOException {
    String text = script.formatted(root.resolve("gitoverit"), argument);
    return builder(place, List.of("/bin/sh", "-c", text)).start();
  }

  /// Returns the value of a variable of the environment.
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /// Returns the environment of all programs of the checkout.
  Map<String, String> environment() {
    return environment;
  }

  private Outcome execute(Path directory, List<String> command)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile(place, "errors", null);
    Process process = builder(directory, command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out, Files.readString(errors));
  }

  private ProcessBuilder builder(Path directory, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private static List<String> command(Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  static void write(Path script, String text) throws IOException {
    Files.createDirectories(script.getParent());
    Files.writeString(script, text);
    script.toFile().setExecutable(true);
  }

  /// The result of a run.
  record Outcome(int code, String out, String err) {
    /// Returns the lines after the name of the main class: the arguments of the program.
    List<String> arguments() {
      List<String> lines = out.lines().toList();
      return lines.subList(lines.indexOf("gitoverit.cli.Main") + 1, lines.size());
    }
  }
}
