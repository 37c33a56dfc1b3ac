package gitoverit.conformance;

import gitoverit.testing.Fixture.Engine;
import java.util.Map;

/// The ways in which the program can come to an answer, which must all be the same.
enum Way {
  /// From git's own files, through system calls where the machine has them.
  NATIVE(Map.of()),
  /// From git's own files, through the portable file access.
  PORTABLE(Map.of("gitoverit.files", "portable")),
  /// By asking git.
  GIT(Map.of("gitoverit.engine", "git"));

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<String, String> properties;

  Way(Map<String, String> properties) {
    this.properties = properties;
  }

  /// Returns the hidden switches that choose it.
  Map<String, String> properties() {
    return properties;
  }

  /// Returns where an answer comes from in this way.
  ///
  /// @param engine where it comes from unless git is asked about everything
  Engine engine(Engine engine) {
    return this == GIT && engine == Engine.NATIVE ? Engine.GIT : engine;
  }
}
