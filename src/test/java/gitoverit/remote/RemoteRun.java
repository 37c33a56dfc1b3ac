package gitoverit.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import gitoverit.cli.InProcess;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.Jvm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A run of the program in a sandbox, and its rows.
///
/// @param exitCode its exit code
/// @param err its standard error
/// @param rows its rows, by the name of the directory
record RemoteRun(int exitCode, String err, Map<String, JsonNode> rows) {

  /// Runs the program on all repositories in `work`.
  ///
  /// @param arguments more of the command line
  static RemoteRun of(GitSandbox sandbox, String... arguments) {
    return of(sandbox, Map.of(), arguments);
  }

  /// Runs the program on all repositories in `work`.
  ///
  /// @param more more of its environment
  static RemoteRun of(GitSandbox sandbox, Map<String, String> more, String... arguments) {
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    environment.putAll(more);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-o", "json", "work"));
    InProcess.Result result =
        InProcess.run(Map.of(), environment, sandbox.root(), all.toArray(new String[0]));
    Map<String, JsonNode> rows = new HashMap<>();
    if (!result.out().isEmpty()) {
      for (JsonNode row : new ObjectMapper().readTree(result.out().getBytes(UTF_8))) {
        String path = row.get("path").asString();
        rows.put(path.substring(path.lastIndexOf('/') + 1), row);
      }
    }
    return new RemoteRun(result.exitCode(), result.err(), rows);
  }

  /// Returns the words of a command that runs the program in a process of its own.
  ///
  /// @param flags of the Java runtime
  static List<String> program(List<String> flags, String... arguments) {
    List<String> words = Jvm.program(flags.toArray(String[]::new));
    words.addAll(List.of(arguments));
    return words;
  }

  JsonNode row(String name) {
    return requireNonNull(rows.get(name), name);
  }

  /// Returns the text of a key of a row; null when that is null.
  @Nullable String text(String name, String key) {
    JsonNode value = requireNonNull(row(name).get(key), key);
    return value.isNull() ? null : value.asString();
  }

  boolean flag(String name, String key) {
    return requireNonNull(row(name).get(key), key).asBoolean();
  }
}
