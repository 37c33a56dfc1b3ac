package gitoverit.cli;

import gitoverit.analysis.AnalysisOptions.Source;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One call of the program, with everything it reads from its surroundings.
///
/// @param arguments the command line
/// @param in standard input, which delivers keys if it is a terminal
/// @param out standard output: results and nothing else
/// @param err standard error: progress, warnings and errors
/// @param environment environment variables
/// @param properties system properties, in which the launcher passes its findings
/// @param cwd the current directory as a real path
/// @param processors the number of processors
public record Invocation(
    List<String> arguments,
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    Map<String, String> properties,
    Path cwd,
    int processors) {
  private static final String ENGINE = "gitoverit.engine";
  private static final String FILES = "gitoverit.files";
  private static final String COLUMNS = "gitoverit.terminal.columns";

  /// The system properties that the program reads. A copy of all of them would take longer.
  static final List<String> PROPERTIES =
      List.of(ENGINE, FILES, COLUMNS, "gitoverit.stdout.terminal", "gitoverit.stderr.terminal");

  /// Returns whether a stream is a terminal, according to the launcher.
  ///
  /// @param stream `stdout` or `stderr`
  boolean isTerminal(String stream) {
    return Boolean.parseBoolean(properties.get("gitoverit." + stream + ".terminal"));
  }

  /// Returns the source of the answers. The hidden switch `-Dgitoverit.engine=git` is for tests
  /// that compare the engine with git.
  Source source() {
    return "git".equals(properties.get(ENGINE)) ? Source.GIT_ALONE : Source.FILES_FIRST;
  }

  /// Returns whether files are read through `java.nio.file`: the hidden switch
  /// `-Dgitoverit.files=portable` is for tests, and for machines on which the system calls
  /// misbehave.
  boolean readsPortably() {
    return "portable".equals(properties.get(FILES));
  }

  /// Returns the width of the terminal in columns; 0 if it is unknown.
  int terminalColumns() {
    try {
      return Integer.parseInt(properties.getOrDefault(COLUMNS, "0"));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /// Returns the home directory; null if there is none.
  public @Nullable Path home() {
    String home = environment.get("HOME");
    return home == null || !home.startsWith("/") ? null : Path.of(home);
  }
}
