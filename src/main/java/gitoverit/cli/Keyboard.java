package gitoverit.cli;

import gitoverit.terminal.WatchScreen;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads keys as they are pressed, and the answers of the terminal, which arrive the same way.
/// `stty` switches the terminal to this mode and back. If standard input is not a terminal, there
/// are no keys.
final class Keyboard implements AutoCloseable {
  /// An event of the keyboard.
  sealed interface Event {
    /// The user quits.
    record Quit() implements Event {}

    /// The terminal has reported its size.
    ///
    /// @param rows the number of lines
    /// @param columns the number of columns
    record Size(int rows, int columns) implements Event {}
  }

  private static final int ESCAPE = 0x1B;
  private static final long STTY_SECONDS = 2;
  private static final int ANSWER_MILLIS = 100;

  private final InputStream in;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private @Nullable String saved;
  private volatile boolean asked;

  private Keyboard(InputStream in) {
    this.in = in;
  }

  /// Takes over the keyboard.
  static Keyboard open(InputStream in) {
    Keyboard keyboard = new Keyboard(in);
    String[] state = stty("stty -g && stty size && stty -icanon -echo min 1").split("\n", -1);
    if (state.length > 1) {
      keyboard.saved = state[0];
      String[] size = state[1].split(" ", -1);
      keyboard.events.add(new Event.Size(number(size[0]), number(size[size.length - 1])));
      Thread.ofPlatform().daemon().name("keyboard").start(keyboard::read);
    }
    return keyboard;
  }

  /// Asks the terminal for its size, but only if the answer arrives here and not in another
  /// program.
  void askSize(WatchScreen screen) throws IOException {
    if (saved != null) {
      asked = true;
      screen.askSize();
    }
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits.strip());
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /// Returns the next event; null if none arrives in time.
  @Nullable Event await(long millis) {
    try {
      return events.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Event.Quit();
    }
  }

  private void read() {
    try {
      for (int key = in.read(); key >= 0; key = in.read()) {
        if (key == 'q' || key == 'Q') {
          events.add(new Event.Quit());
        } else if (key == ESCAPE) {
          escape();
        }
      }
    } catch (IOException _) {
      // The terminal is gone.
      events.add(new Event.Quit());
    }
  }

  /// Reads `[rows;columnsR`, the terminal's report of the cursor position.
  private void escape() throws IOException {
    StringBuilder answer = new StringBuilder();
    int c = in.read();
    while (c == '[' || c == ';' || (c >= '0' && c <= '9')) {
      answer.append((char) c);
      c = in.read();
    }
    int semicolon = answer.indexOf(";");
    if (c == 'R' && semicolon > 0) {
      int rows = number(answer.substring(1, semicolon));
      events.add(new Event.Size(rows, number(answer.substring(semicolon + 1))));
      asked = false;
    }
  }

  @Override
  public void close() {
    release();
  }

  /// Restores the mode of the terminal. Waits for an answer that is still to come, which the shell
  /// would otherwise take for typed text.
  void release() {
    if (saved != null) {
      awaitAnswer();
      stty("stty " + saved);
    }
  }

  private void awaitAnswer() {
    try {
      for (int i = 0; i < ANSWER_MILLIS && asked; i += 5) {
        Thread.sleep(5);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String stty(String command) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.DISCARD)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(STTY_SECONDS, TimeUnit.SECONDS) ? text : "";
    } catch (IOException _) {
      return "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
