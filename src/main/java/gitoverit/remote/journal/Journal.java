package gitoverit.remote.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The file in which every ref that was moved is written down, in the user's state directory
/// (`$XDG_STATE_HOME/gitoverit`, else `~/.local/state/gitoverit`).
///
/// It is the only file that this program writes. Lines are appended as a whole, so runs at the same
/// time do not disturb each other. Safe for use by many threads.
public final class Journal {
  private static final long ROTATE_BYTES = 8 << 20;

  private final @Nullable Path file;
  private @Nullable String problem;

  /// Makes one.
  ///
  /// @param environment tells where the user's state is kept
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

  /// Returns why something could not be written down; null when all was.
  public synchronized @Nullable String problem() {
    return problem;
  }

  /// Writes down what was moved, or is going to be.
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

  /// Returns what the last run that moved anything moved, in its order; nothing when there was
  /// none.
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
