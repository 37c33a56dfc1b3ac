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

/// Keys as they are pressed, and what the terminal answers, which comes the same way. `stty` puts
/// the terminal into this mode and back; where standard input is no terminal there are no keys.
final class Keyboard implements AutoCloseable {
  /// What comes from a keyboard.
  sealed interface Event {
    /// Somebody has had enough.
    record Quit() implements Event {}

    /// The terminal told how large it is.
    ///
    /// @param rows lines
    /// @param columns columns
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

  /// Takes the keyboard over.
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

  /// Has the terminal asked for its size, if its answer can be heard here: nobody else should get
  /// it.
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

  /// Returns the next event; null when none comes in time.
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
      // A terminal that is gone asks for nothing any more.
      events.add(new Event.Quit());
    }
  }

  /// Reads `[rows;columnsR`, the answer to the question where the cursor is.
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

  /// Gives the terminal its mode back, after an answer that is still on its way: the shell would
  /// take it for something typed.
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
