package gitoverit.conformance;

import gitoverit.testing.Fixture.Engine;
import java.util.Map;

/// The ways to compute an answer, which must all give the same result.
enum Way {
  /// Reads git's own files, through system calls if the platform supports them.
  NATIVE(Map.of()),
  /// Reads git's own files, through the portable file access.
  PORTABLE(Map.of("gitoverit.files", "portable")),
  /// Runs git.
  GIT(Map.of("gitoverit.engine", "git"));

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<String, String> properties;

  Way(Map<String, String> properties) {
    this.properties = properties;
  }

  /// Returns the hidden switches that select this way.
  Map<String, String> properties() {
    return properties;
  }

  /// Returns the source of an answer in this way.
  ///
  /// @param engine the source unless git is run for everything
  Engine engine(Engine engine) {
    return this == GIT && engine == Engine.NATIVE ? Engine.GIT : engine;
  }
}
