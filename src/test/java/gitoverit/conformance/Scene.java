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

/// A fixture that has been created, for the program and git to read.
///
/// @param fixture the fixture
/// @param sandbox the sandbox of the fixture
record Scene(Fixture fixture, GitSandbox sandbox) {

  /// Creates a fixture.
  ///
  /// @param git the git that creates it and reports its facts
  /// @param root an empty directory
  static Scene of(Fixture fixture, Git git, Path root) {
    GitSandbox sandbox = GitSandbox.in(root, git);
    fixture.build(sandbox);
    return new Scene(fixture, sandbox);
  }

  /// Runs the program on the whole sandbox, as the user that the fixture needs.
  ///
  /// @param way the way to the answer
  /// @param options options in addition to those of the fixture
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

  /// Runs the program in another process, because only a whole process can drop a privilege.
  private InProcess.Result runBound(Way way, List<String> arguments) {
    List<String> words = ProgramProcess.java(way.properties(), "gitoverit.cli.Main");
    words.addAll(arguments);
    Command.Outcome outcome =
        new Command(GitSandbox.bound(words), sandbox.root(), environment()).run();
    return new InProcess.Result(outcome.exitCode(), outcome.out(), outcome.err());
  }
}
