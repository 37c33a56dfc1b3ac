package gitoverit.git.ignore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gitoverit.fs.PathBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A worktree and its ignore files, which both git and [IgnoreStack] can read. All text is
/// [Latin1].
///
/// @param directories whether each path is a directory; every parent is listed, the root is not
/// @param gitignores the content of `.gitignore` by the path of its directory, empty for the root
record IgnoreScene(
    SortedMap<String, Boolean> directories,
    Map<String, String> gitignores,
    String infoExclude,
    String excludesFile,
    boolean ignoreCase) {

  /// The findings about one path.
  enum Verdict {
    IGNORED,
    UNIGNORED,
    UNMATCHED
  }

  /// Writes the directories and files to an empty worktree.
  void createEntries(Path worktree) throws IOException {
    for (var entry : directories.entrySet()) {
      Path path = PathBytes.resolve(worktree, Latin1.bytes(entry.getKey()));
      if (entry.getValue()) {
        Files.createDirectory(path);
      } else {
        Files.createFile(path);
      }
    }
  }

  /// Returns what `git check-ignore` says of every path, writing the ignore files before and taking
  /// the `.gitignore` files away after.
  SortedMap<String, Verdict> askGit(IsolatedGit git) throws IOException {
    Path excludes = git.home().resolve("excludes");
    Files.write(excludes, Latin1.bytes(excludesFile));
    Files.write(git.directory().resolve(".git/info/exclude"), Latin1.bytes(infoExclude));
    List<Path> written = new ArrayList<>();
    for (var file : gitignores.entrySet()) {
      Path directory = PathBytes.resolve(git.directory(), Latin1.bytes(file.getKey()));
      written.add(Files.write(directory.resolve(".gitignore"), Latin1.bytes(file.getValue())));
    }
    byte[] answer =
        git.run(
            Latin1.bytes(String.join("\0", directories.keySet())),
            "-c",
            "core.excludesFile=" + excludes,
            "-c",
            "core.ignoreCase=" + ignoreCase,
            "check-ignore",
            "-z",
            "--no-index",
            "-v",
            "-n",
            "--stdin");
    for (Path file : written) {
      Files.delete(file);
    }
    return parse(answer);
  }

  /// Reads groups of four: source, line, pattern, path; the first three are empty without a match.
  private static SortedMap<String, Verdict> parse(byte[] answer) {
    String[] fields = new String(answer, ISO_8859_1).split("\0", -1);
    SortedMap<String, Verdict> verdicts = new TreeMap<>();
    for (int i = 0; i + 3 < fields.length; i += 4) {
      Verdict matched = fields[i + 2].startsWith("!") ? Verdict.UNIGNORED : Verdict.IGNORED;
      verdicts.put(fields[i + 3], fields[i].isEmpty() ? Verdict.UNMATCHED : matched);
    }
    return verdicts;
  }

  /// Walks the tree from the top as a scan would.
  SortedMap<String, Verdict> walk() {
    SortedMap<String, Verdict> verdicts = new TreeMap<>();
    Map<String, IgnoreStack> stacks = new TreeMap<>();
    stacks.put(
        "",
        IgnoreStack.of(ignoreCase, Latin1.bytes(excludesFile), Latin1.bytes(infoExclude))
            .withGitignore(gitignore("")));
    for (var entry : directories.entrySet()) {
      String path = entry.getKey();
      String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      byte[] bytes = Latin1.bytes(path);
      int from = path.lastIndexOf('/') + 1;
      IgnoreStack stack = stacks.get(parent);
      Verdict verdict =
          stack == null ? Verdict.IGNORED : decide(stack, bytes, from, entry.getValue());
      verdicts.put(path, verdict);
      if (stack != null && entry.getValue() && verdict != Verdict.IGNORED) {
        stacks.put(path, stack.enter(bytes, from, bytes.length, gitignore(path)));
      }
    }
    return verdicts;
  }

  private static Verdict decide(IgnoreStack stack, byte[] path, int from, boolean isDirectory) {
    IgnorePattern match = stack.lastMatch(path, from, path.length, isDirectory);
    if (match == null) {
      return Verdict.UNMATCHED;
    }
    return match.isNegative() ? Verdict.UNIGNORED : Verdict.IGNORED;
  }

  /// Returns the bytes of a directory's `.gitignore`, null without one.
  byte @Nullable [] gitignore(String directory) {
    String content = gitignores.get(directory);
    return content == null ? null : Latin1.bytes(content);
  }
}
