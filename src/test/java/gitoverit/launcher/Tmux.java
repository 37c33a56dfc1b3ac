package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gitoverit.testing.Command;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A terminal with a readable screen: the only window of its own tmux server.
final class Tmux implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LOOK_MILLIS = 20;

  private final Path directory;
  private final Map<String, String> environment;
  private final List<String> seen = new ArrayList<>();

  private Tmux(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /// Opens a terminal in which a shell script runs. The test is skipped if tmux is not installed.
  ///
  /// @param directory the current directory, which also contains the socket of the server
  static Tmux open(
      Path directory, Map<String, String> environment, int columns, int lines, Path script) {
    Tmux tmux = new Tmux(directory, environment);
    assumeTrue(tmux.isInstalled(), "tmux is not there");
    tmux.run(
        "new-session",
        "-d",
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(lines),
        "exec sh '" + script + "'");
    return tmux;
  }

  private boolean isInstalled() {
    try {
      return new Command(List.of("tmux", "-V"), directory, environment).run().exitCode() == 0;
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  private String run(String... arguments) {
    List<String> words = new ArrayList<>(List.of("tmux", "-u", "-f", "/dev/null"));
    words.addAll(List.of("-S", directory.resolve("tmux").toString()));
    words.addAll(List.of(arguments));
    return new Command(words, directory, environment).runOrThrow().text();
  }

  /// Returns the lines of the screen, without trailing spaces and trailing empty lines.
  String screen() {
    return run("capture-pane", "-p");
  }

  /// Returns the screen with escape sequences, such as those for colours.
  String styledScreen() {
    return run("capture-pane", "-p", "-e");
  }

  /// Returns all lines since the start, including those that have scrolled off the screen.
  String history() {
    return run("capture-pane", "-p", "-S", "-");
  }

  /// Returns the expansion of a tmux format, such as `#{cursor_flag}`.
  String tell(String format) {
    return run("display-message", "-p", format);
  }

  void resize(int columns, int lines) {
    run("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(lines));
  }

  /// Presses keys, each by its name.
  void press(String... keys) {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    run(words.toArray(new String[0]));
  }

  /// Waits until the screen contains a text, and returns the screen.
  String await(String text) throws InterruptedException {
    return await(screen -> screen.contains(text), text);
  }

  /// Waits until the screen satisfies a condition, and returns the screen.
  ///
  /// @param description the condition in words
  String await(Predicate<String> wanted, String description) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String screen = look();
    while (!wanted.test(screen) && System.nanoTime() < end) {
      Thread.sleep(LOOK_MILLIS);
      screen = look();
    }
    assertThat(screen).matches(wanted, description);
    return screen;
  }

  /// Watches the screen for some time.
  void watch(Duration time) throws InterruptedException {
    for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; look()) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /// Returns the different screens seen while waiting, in order.
  List<String> seen() {
    return seen;
  }

  private String look() {
    String screen = screen();
    if (seen.isEmpty() || !seen.getLast().equals(screen)) {
      seen.add(screen);
    }
    return screen;
  }

  @Override
  public void close() {
    run("kill-server");
  }
}
