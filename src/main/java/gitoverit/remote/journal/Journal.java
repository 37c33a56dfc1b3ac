package gitoverit.remote.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes every ref that a run moves to a file in the user's state directory
/// (`$XDG_STATE_HOME/gitoverit`, else `~/.local/state/gitoverit`), and reads them back.
///
/// It is the only file that this program writes. A line is appended in one piece, so that runs at
/// the same time do not mix their lines. Safe for use by many threads.
public final class Journal {
  private static final long ROTATE_BYTES = 8 << 20;

  private final @Nullable Path file;

  @GuardedBy("this")
  private @Nullable String problem;

  /// Finds the file, and does not open it.
  ///
  /// @param environment has `XDG_STATE_HOME` and `HOME`
  public Journal(Map<String, String> environment) {
    this.file = file(environment);
  }

  private static @Nullable Path file(Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (state.startsWith("/")) {
      return Path.of(state, "gitoverit", "journal");
    }
    return home.startsWith("/") ? Path.of(home, ".local", "state", "gitoverit", "journal") : null;
  }

  /// Returns the reason why a ref could not be written; null if all were.
  public synchronized @Nullable String problem() {
    return problem;
  }

  /// Writes refs that were moved, or are about to be.
  public synchronized void record(List<MovedRef> moved) {
    if (moved.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    moved.forEach(ref -> lines.append(ref.line()));
    try {
      append(lines.toString());
    } catch (IOException e) {
      problem = String.valueOf(e.getMessage());
    }
  }

  private void append(String lines) throws IOException {
    if (file == null) {
      throw new IOException("neither XDG_STATE_HOME nor HOME is set");
    }
    Files.createDirectories(file.getParent());
    if (Files.exists(file) && Files.size(file) > ROTATE_BYTES) {
      Files.move(file, file.resolveSibling("journal.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.write(
        file, lines.getBytes(US_ASCII), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /// Returns the refs moved by the last run that has moved any, in the order of the moves.
  public List<MovedRef> lastRun() throws IOException {
    List<MovedRef> last = new ArrayList<>();
    if (file == null || !Files.exists(file)) {
      return last;
    }
    List<MovedRef> all = new ArrayList<>();
    for (String line : Files.readString(file, US_ASCII).split("\n", -1)) {
      MovedRef moved = MovedRef.parse(line);
      if (moved != null && moved.action() == MovedRef.Action.VOID) {
        all.removeIf(moved::sameMove);
      } else if (moved != null) {
        all.add(moved);
      }
    }
    for (MovedRef moved : all) {
      if (moved.run() == all.getLast().run()) {
        last.add(moved);
      }
    }
    return last;
  }
}
