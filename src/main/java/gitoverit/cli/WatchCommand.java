package gitoverit.cli;

import gitoverit.fs.ChangeWatch;
import gitoverit.option.Options;
import gitoverit.option.UsageException;
import gitoverit.report.RepoResult;
import gitoverit.run.CachedAnalysis;
import gitoverit.run.Scan;
import gitoverit.schedule.ProgressObserver;
import gitoverit.terminal.Style;
import gitoverit.terminal.StyledText;
import gitoverit.terminal.Terminal;
import gitoverit.terminal.WatchScreen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs `--watch`: redraws the table in place until the user presses `q`.
///
/// Each round searches again, which is cheap, and analyses the repositories in which something has
/// changed. A round every 30 seconds analyses all, because the system does not report every change.
final class WatchCommand {
  private static final long ALL_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long ASK_MILLIS = 250;
  private static final int USUAL_ROWS = 24;

  private final Session session;
  private final Presentation presentation;
  private final Options options;
  private Terminal terminal;
  private int rows = USUAL_ROWS;

  WatchCommand(Session session, Presentation presentation, Terminal terminal) {
    this.session = session;
    this.presentation = presentation;
    this.options = session.options();
    this.terminal = terminal;
  }

  /// Runs until the user quits.
  void run(Interrupt interrupt) throws IOException, UsageException {
    try (Keyboard keyboard = Keyboard.open(session.invocation().in());
        ChangeWatch watch = new ChangeWatch(session.engine().files());
        WatchScreen screen = WatchScreen.open(session.invocation().out())) {
      interrupt.onInterrupt(() -> {
        restore(screen);
        keyboard.release();
      });
      loop(keyboard, watch, screen);
    }
  }

  private static void restore(WatchScreen screen) {
    try {
      screen.leave();
    } catch (IOException _) {
      // A terminal that accepts no output cannot be restored.
      return;
    }
  }

  private void loop(Keyboard keyboard, ChangeWatch watch, WatchScreen screen)
      throws IOException, UsageException {
    CachedAnalysis.Memory memory = new CachedAnalysis.Memory(watch);
    long lastAll = System.nanoTime();
    boolean quit = false;
    screen.draw(title(), rows);
    while (!quit) {
      if (System.nanoTime() - lastAll > ALL_NANOS) {
        memory.forget();
        lastAll = System.nanoTime();
      }
      watch.update();
      Round round = round(memory);
      draw(screen, round);
      quit = pause(keyboard, screen, round);
    }
  }

  /// The results of one round.
  ///
  /// @param results one for each path
  /// @param nanos the duration of the round
  private record Round(Collection<RepoResult> results, long nanos) {}

  private Round round(CachedAnalysis.Memory memory) throws UsageException {
    long start = System.nanoTime();
    Map<Path, RepoResult> results = new LinkedHashMap<>();
    Scan.of(session.engine().afresh(), options, session.invocation().source())
        .with(memory)
        .run(ProgressObserver.SILENT, result -> results.put(result.path(), result));
    return new Round(results.values(), System.nanoTime() - start);
  }

  /// Waits for the next round, and draws again if the size of the terminal changes. Returns whether
  /// to quit.
  private boolean pause(Keyboard keyboard, WatchScreen screen, Round round) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.output().watchMillis());
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      keyboard.askSize(screen);
      long millis = Math.min(ASK_MILLIS, TimeUnit.NANOSECONDS.toMillis(left) + 1);
      for (Keyboard.Event event = keyboard.await(millis);
          event != null;
          event = keyboard.await(0)) {
        switch (event) {
          case Keyboard.Event.Quit() -> {
            return true;
          }
          case Keyboard.Event.Size(int height, int width) -> resize(screen, round, height, width);
        }
      }
    }
    return false;
  }

  private void resize(WatchScreen screen, Round round, int height, int width) throws IOException {
    if (height > 0 && width > 0 && (height != rows || width != terminal.width())) {
      rows = height;
      terminal = terminal.withWidth(width);
      draw(screen, round);
    }
  }

  private void draw(WatchScreen screen, Round round) throws IOException {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    long start = System.nanoTime() - round.nanos();
    ResultWriter writer = presentation.writer(terminal, start, table);
    round.results().forEach(writer);
    writer.finish();
    StringBuilder text = new StringBuilder(title());
    text.append('\n').append(table.toString(StandardCharsets.UTF_8));
    screen.draw(text.toString(), rows);
  }

  private String title() {
    StringBuilder title = new StringBuilder();
    StyledText.of("every " + seconds() + " s · q quits", Style.DIM)
        .cutEnd(terminal.width())
        .appendTo(title, terminal.color());
    return title.toString();
  }

  private String seconds() {
    long millis = options.output().watchMillis();
    return millis % 1000 == 0 ? Long.toString(millis / 1000) : Double.toString(millis / 1000.0);
  }
}
