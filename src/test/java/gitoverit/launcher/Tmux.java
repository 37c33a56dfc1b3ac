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

/// A terminal with a screen that can be looked at: the only window of a tmux server of its own.
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

  /// Opens a terminal in which a shell script runs. Where there is no tmux, the test is left out.
  ///
  /// @param directory the current directory, in which the socket of the server is, too
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

  /// Returns the lines of the screen, without what is empty at the end of each and of all.
  String screen() {
    return run("capture-pane", "-p");
  }

  /// Returns the same with escape sequences for colours and the like.
  String styledScreen() {
    return run("capture-pane", "-p", "-e");
  }

  /// Returns all lines since the start, also those that have left the screen.
  String history() {
    return run("capture-pane", "-p", "-S", "-");
  }

  /// Returns what tmux says for a format, such as `#{cursor_flag}`.
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

  /// Looks at the screen until it holds a text, and returns it then.
  String await(String text) throws InterruptedException {
    return await(screen -> screen.contains(text), text);
  }

  /// Looks at the screen until it is as wanted, and returns it then.
  ///
  /// @param description of what is wanted
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

  /// Looks at the screen for some time.
  void watch(Duration time) throws InterruptedException {
    for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; look()) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /// Returns the different screens that were seen while waiting, in their order.
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
