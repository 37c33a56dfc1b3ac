package gitoverit.conformance;

import gitoverit.cli.InProcess;
import gitoverit.testing.Command;
import gitoverit.testing.Facts;
import gitoverit.testing.Fixture;
import gitoverit.testing.Fixture.Row;
import gitoverit.testing.Fixture.User;
import gitoverit.testing.Git;
import gitoverit.testing.GitOracle;
import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A fixture that was made, ready to be looked at by the program and by git.
///
/// @param fixture what was made
/// @param sandbox where it was made
record Scene(Fixture fixture, GitSandbox sandbox) {

  /// Makes a fixture.
  ///
  /// @param git the git that makes it and looks at it
  /// @param root an empty directory
  static Scene of(Fixture fixture, Git git, Path root) {
    GitSandbox sandbox = GitSandbox.in(root, git);
    fixture.build(sandbox);
    return new Scene(fixture, sandbox);
  }

  /// Runs the program on the whole sandbox, as the user that the fixture needs.
  ///
  /// @param way which of the ways to an answer it is to take
  /// @param options options beside those that the fixture needs
  InProcess.Result run(Way way, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(fixture.view().options());
    arguments.add(sandbox.root().toString());
    return isBoundRoot()
        ? runBound(way, arguments)
        : new ProgramRun(way.properties(), environment(), sandbox.root(), arguments)
            .with(sandbox.git());
  }

  /// Asks git about one row.
  Facts ask(Row row) {
    return GitOracle.ask(directory(row), sandbox, environment(), isBoundRoot());
  }

  /// Returns the directory of a row.
  Path directory(Row row) {
    return sandbox.root().resolve(row.path());
  }

  private Map<String, String> environment() {
    return fixture.environment(sandbox);
  }

  private boolean isBoundRoot() {
    return fixture.view().user() == User.BOUND && GitSandbox.isRoot();
  }

  /// A privilege can only be given up by a whole process.
  private InProcess.Result runBound(Way way, List<String> arguments) {
    List<String> words = ProgramProcess.java(way.properties(), "gitoverit.cli.Main");
    words.addAll(arguments);
    Command.Outcome outcome =
        new Command(GitSandbox.bound(words), sandbox.root(), environment()).run();
    return new InProcess.Result(outcome.exitCode(), outcome.out(), outcome.err());
  }
}
