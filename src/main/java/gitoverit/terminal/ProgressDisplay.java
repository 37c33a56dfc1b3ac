package gitoverit.terminal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import gitoverit.schedule.ProgressObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One line at the bottom of the terminal that shows the progress of a run and is erased at its
/// end.
///
/// Nothing is written in the first 250 ms, so a quick run shows no progress at all; after that at
/// most 30 times a second. Each drawing is one write: it returns to the first column, switches
/// automatic wrapping off, writes the line, clears what an older line left, and switches wrapping
/// on again. The cursor is hidden from the first drawing until the line is erased.
///
/// All events come from one thread. Only [#restore()] may be called by another one, at Ctrl-C;
/// nothing is drawn after it. It waits for a drawing in progress, but not forever: a terminal that
/// accepts no output must not keep the program from ending. A stream that has failed gets no more
/// output, because a run must not fail for its progress.
public final class ProgressDisplay implements ProgressObserver {
  private static final long QUIET_NANOS = 250_000_000;
  private static final long REDRAW_NANOS = 1_000_000_000 / 30 + 1;
  private static final long RESTORE_WAIT_MILLIS = 50;
  private static final String HIDE_CURSOR = "\u001B[?25l";
  private static final String SHOW_CURSOR = "\u001B[?25h";
  private static final String WRAP_OFF = "\u001B[?7l";
  private static final String WRAP_ON = "\u001B[?7h";
  private static final String CLEAR_TO_END = "\u001B[K";

  private final OutputStream terminal;
  private final ProgressLine line;
  private final LongSupplier nanoClock;
  private final long start;
  private final ReentrantLock drawing = new ReentrantLock();

  @GuardedBy("drawing")
  private boolean shown;

  @GuardedBy("drawing")
  private boolean closed;

  private long lastDrawn;

  private int found;
  private int total = -1;
  private int done;
  private int errors;
  private @Nullable Path latest;

  /// Creates a display that shows nothing yet; its 250 ms start now.
  ///
  /// @param terminal the destination of stderr
  /// @param width the columns of the terminal
  /// @param nanoClock a clock such as `System.nanoTime`
  public ProgressDisplay(OutputStream terminal, int width, LongSupplier nanoClock) {
    this.terminal = terminal;
    this.line = new ProgressLine(width);
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.lastDrawn = start;
  }

  @Override
  public void discovering(Path repository, int foundSoFar) {
    found = foundSoFar;
    tick();
  }

  @Override
  public void collectingStarted(int totalFound) {
    total = totalFound;
    tick();
  }

  @Override
  public void done(Path repository, int doneSoFar) {
    done = doneSoFar;
    latest = repository;
    tick();
  }

  @Override
  public void error(Path repository, int errorsSoFar) {
    errors = errorsSoFar;
    tick();
  }

  @Override
  public void tick() {
    long now = nanoClock.getAsLong();
    if (now - start >= QUIET_NANOS && now - lastDrawn >= REDRAW_NANOS) {
      lastDrawn = now;
      draw(text(now - start));
    }
  }

  private String text(long elapsedNanos) {
    return total < 0
        ? line.discovering(found, elapsedNanos)
        : line.processing(done, total, latestName(), errors, elapsedNanos);
  }

  private String latestName() {
    Path name = latest == null ? null : latest.getFileName();
    return name == null ? "" : SafeText.of(name);
  }

  private void draw(String text) {
    drawing.lock();
    try {
      if (!closed) {
        write((shown ? "" : HIDE_CURSOR) + "\r" + WRAP_OFF + text + CLEAR_TO_END + WRAP_ON);
        shown = true;
      }
    } finally {
      drawing.unlock();
    }
  }

  @Override
  public void finished() {
    restore();
  }

  /// Erases the line, if there is one, shows the cursor again and stops all drawing. May be called
  /// by any thread and more than once.
  public void restore() {
    try {
      if (drawing.tryLock(RESTORE_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          erase();
        } finally {
          drawing.unlock();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @GuardedBy("drawing")
  private void erase() {
    if (shown && !closed) {
      write("\r" + CLEAR_TO_END + WRAP_ON + SHOW_CURSOR);
    }
    closed = true;
  }

  @GuardedBy("drawing")
  private void write(String text) {
    try {
      terminal.write(text.getBytes(StandardCharsets.UTF_8));
      terminal.flush();
    } catch (IOException _) {
      closed = true;
    }
  }
}
