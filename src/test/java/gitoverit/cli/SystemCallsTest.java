package gitoverit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gitoverit.testing.Command;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import gitoverit.testing.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests which system calls the real program makes for a clean repository, as `strace` reports
/// them.
final class SystemCallsTest {
  /// A call with a file name, possibly relative to an open directory, and the rest after the name.
  private static final Pattern NAMING =
      Pattern.compile("^\\d+ +(\\w+)\\((?:(?:AT_FDCWD|\\d+)<([^>]*)>, )?\"([^\"]*)\"(.*)");

  private static final Pattern LISTING = Pattern.compile("^\\d+ +getdents64\\(\\d+<([^>]*)>.*");

  /// The number of calls for a directory that fits into the buffer: the second call finds the end.
  private static final int CALLS_OF_A_LISTING = 2;

  private static final List<String> TRACKED =
      List.of("a", "b", "one/a", "one/b", "one/deep/a", "two/a");
  private static final List<String> DIRECTORIES = List.of("", "one", "one/deep", "two");

  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo repo;

  /// One system call.
  ///
  /// @param name its name
  /// @param path the file in the call
  /// @param rest the other arguments and the result
  private record Call(String name, Path path, String rest) {}

  @BeforeEach
  void makeRepository() {
    sandbox = GitSandbox.in(root);
    repo = sandbox.init("repo");
    TRACKED.forEach(file -> repo.write(file, "text\n"));
    repo.sh("touch -d '1 hour ago' " + String.join(" ", TRACKED));
    repo.commit("files");
  }

  @Test
  void aCleanRepositoryIsReadOnceAndNotWritten() throws IOException {
    assumeTrue(canTrace(), "strace is not there or may not trace");
    List<String> lines = trace();
    List<Call> calls = callsInRepository(lines);

    for (String file : TRACKED) {
      assertThat(calls)
          .filteredOn(call -> call.path().equals(repo.path().resolve(file)))
          .as(file)
          .extracting(Call::name)
          .containsExactly("statx");
    }
    for (String directory : DIRECTORIES) {
      assertThat(listings(lines, directory)).as(directory).isEqualTo(CALLS_OF_A_LISTING);
    }
    assertThat(calls)
        .filteredOn(call -> call.path().equals(repo.path().resolve(".git/index")))
        .filteredOn(call -> call.name().equals("openat"))
        .hasSize(1);
    assertThat(calls)
        .extracting(Call::name)
        .isSubsetOf("openat", "statx", "newfstatat", "readlink", "readlinkat");
    assertThat(calls)
        .extracting(Call::rest)
        .noneMatch(rest -> rest.matches(".*\\bO_(WRONLY|RDWR|CREAT|TRUNC)\\b.*"));
    assertThat(calls)
        .as("what is not there is asked for once")
        .filteredOn(call -> call.path().equals(repo.path().resolve(".git/refs/replace")))
        .hasSize(1);
    assertThat(lines).filteredOn(line -> line.contains(" execve(")).hasSize(1);
  }

  /// A file system that folds case finds files under names other than those that it lists. Here it
  /// lists none.
  @Test
  void whatIsThereThoughItIsNotListedIsForGitToJudge() {
    assumeTrue(canTrace(), "strace is not there or may not trace");
    String trace = root.resolve("trace").toString();
    String out = run("strace", "-f", "-e", "inject=getdents64:retval=0", "-o", trace);
    assertThat(out).contains("clean");
  }

  private boolean canTrace() {
    try {
      List<String> words = List.of("strace", "-f", "-o", "/dev/null", "true");
      return new Command(words, root, sandbox.environment()).run().exitCode() == 0;
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  /// Runs the program under `strace` and returns the trace, one call per line.
  private List<String> trace() throws IOException {
    Path trace = root.resolve("trace");
    String out = run("strace", "-f", "-y", "-e", "trace=%file,getdents64", "-o", trace.toString());
    assertThat(out).contains("clean");
    return Files.readAllLines(trace);
  }

  /// Runs the program under `strace` and returns the output of the program.
  private String run(String... strace) {
    List<String> words = new ArrayList<>(List.of(strace));
    words.addAll(Jvm.program());
    words.addAll(List.of("--format", "csv", repo.path().toString()));
    return new Command(words, root, sandbox.environment()).runOrThrow().out();
  }

  private List<Call> callsInRepository(List<String> lines) {
    List<Call> calls = new ArrayList<>();
    for (String line : lines) {
      Matcher call = NAMING.matcher(line);
      if (call.matches() && !call.group(1).equals("execve")) {
        Path base = call.group(2) == null ? root : Path.of(call.group(2));
        Path path = base.resolve(call.group(3)).normalize();
        if (path.startsWith(repo.path())) {
          calls.add(new Call(call.group(1), path, call.group(4)));
        }
      }
    }
    return calls;
  }

  private int listings(List<String> lines, String directory) {
    String path = repo.path().resolve(directory).normalize().toString();
    int count = 0;
    for (String line : lines) {
      Matcher listing = LISTING.matcher(line);
      if (listing.matches() && listing.group(1).equals(path)) {
        count++;
      }
    }
    return count;
  }
}
