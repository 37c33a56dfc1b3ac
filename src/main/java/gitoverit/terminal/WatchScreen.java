package gitoverit.terminal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The alternate screen, on which each text is drawn in place of the previous one.
///
/// Each drawing is one write that overwrites the previous text, so that nothing flickers. Methods
/// may be called by several threads; nothing is drawn after [#leave()].
public final class WatchScreen implements AutoCloseable {
  private static final String ENTER = "\u001B[?1049h\u001B[?25l\u001B[?7l";
  private static final String LEAVE = "\u001B[?7h\u001B[?25h\u001B[?1049l";
  private static final String HOME = "\u001B[H";

  /// Clears a line before it is written. It is not written after a full line, because the cursor is
  /// still on the last column and the sequence would clear that.
  private static final String END_OF_LINE = "\u001B[K";

  private static final String BELOW = "\u001B[J";

  /// Moves the cursor to the bottom right corner and requests its position.
  private static final String ASK_SIZE = "\u001B[9999;9999H\u001B[6n";

  private final OutputStream terminal;

  @GuardedBy("this")
  private boolean closed;

  private WatchScreen(OutputStream terminal) {
    this.terminal = terminal;
  }

  /// Switches to the alternate screen.
  public static WatchScreen open(OutputStream terminal) throws IOException {
    WatchScreen screen = new WatchScreen(terminal);
    screen.write(ENTER);
    return screen;
  }

  /// Draws a text.
  ///
  /// @param text lines; if they are too many, those before the last one are cut
  /// @param rows the lines of the screen
  public void draw(String text, int rows) throws IOException {
    List<String> lines = fit(text.lines().toList(), rows);
    String below = lines.size() < rows ? "\r\n" + BELOW : "";
    write(HOME + END_OF_LINE + String.join("\r\n" + END_OF_LINE, lines) + below);
  }

  static List<String> fit(List<String> lines, int rows) {
    if (lines.size() <= rows) {
      return lines;
    }
    int shown = Math.max(0, rows - 2);
    List<String> fitting = new ArrayList<>(lines.subList(0, shown));
    if (rows > 1) {
      fitting.add("… " + (lines.size() - shown - 1) + " more lines");
    }
    fitting.add(lines.getLast());
    return fitting;
  }

  /// Requests the size of the terminal, which answers on standard input.
  public void askSize() throws IOException {
    write(ASK_SIZE);
  }

  @Override
  public void close() throws IOException {
    leave();
  }

  /// Switches back to the main screen.
  public synchronized void leave() throws IOException {
    if (!closed) {
      write(LEAVE);
      closed = true;
    }
  }

  private synchronized void write(String text) throws IOException {
    if (!closed) {
      terminal.write(text.getBytes(StandardCharsets.UTF_8));
      terminal.flush();
    }
  }
}
