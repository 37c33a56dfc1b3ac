package gitoverit.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the files of [GitOracle] as the facts of a row. Paths are decoded as ISO 8859-1, so that
/// arbitrary bytes can be compared.
///
/// @param directory the directory of the files
record GitAnswers(Path directory) {
  private static final Pattern NUMSTAT = Pattern.compile("(?m)^(\\d+)\t(\\d+)\t");
  private static final int TYPE = 0xf000;
  private static final int DIRECTORY = 0x4000;

  /// The beginnings of lines of `git status`, in the order in which a row lists operations.
  private static final List<Map.Entry<String, String>> OPERATIONS =
      List.of(
          Map.entry("You have unmerged paths", "merge"),
          Map.entry("All conflicts fixed but you are still merging", "merge"),
          Map.entry("You are currently rebasing", "rebase"),
          Map.entry("You are currently splitting", "rebase"),
          Map.entry("You are currently editing", "rebase"),
          Map.entry("rebase in progress; onto", "rebase"),
          Map.entry("interactive rebase in progress; onto", "rebase"),
          Map.entry("You are in the middle of an am session", "am"),
          Map.entry("You are currently cherry-picking", "cherry-pick"),
          Map.entry("Cherry-pick currently in progress", "cherry-pick"),
          Map.entry("You are currently reverting", "revert"),
          Map.entry("Revert currently in progress", "revert"),
          Map.entry("You are currently bisecting", "bisect"));

  /// Returns all facts.
  Facts facts() throws IOException {
    SortedMap<String, @Nullable Object> facts = new TreeMap<>();
    List<String> layout = lines("layout");
    boolean linked = !layout.get(1).equals(layout.get(2));
    boolean bare = layout.getFirst().equals("true");
    facts.put("worktree", bare ? "bare" : linked ? "linked" : "main");
    facts.put("stashes", new BigDecimal(header("stash", "0")));
    facts.put("ident", ident());
    facts.put("remote_url", remoteUrl());
    head(facts);
    if (!bare) {
      upstream(facts);
      changes(facts);
      worktree(facts);
    }
    return new Facts(facts);
  }

  private void head(Map<String, @Nullable Object> facts) throws IOException {
    String oid = header("branch.oid", "");
    boolean unborn = oid.equals("(initial)");
    facts.put("head", unborn ? null : oid);
    // With circular replacements, git status works and git log fails.
    String committed = line("committed");
    if (unborn || committed != null) {
      facts.put("last_commit", committed == null ? null : new BigDecimal(committed));
      facts.put("subject", unborn ? null : text("subject", UTF_8).replaceFirst("\n$", ""));
    }
    String detachedName = "DETACHED@" + oid.substring(0, 7);
    String ref = line("branch");
    facts.put("branch", ref == null ? detachedName : ref.replaceFirst("^refs/(heads/)?", ""));
  }

  private @Nullable String ident() throws IOException {
    String ident = line("ident");
    return ident == null ? null : ident.substring(0, ident.lastIndexOf('>') + 1);
  }

  private String remoteUrl() throws IOException {
    String url = line("url");
    String pushUrl = line("pushUrl");
    String both = url == null || url.equals(pushUrl) ? url : url + "\n" + pushUrl;
    return both == null ? "-" : both;
  }

  private boolean isDetached() throws IOException {
    return line("branch") == null;
  }

  /// Adds the facts of the upstream. On a detached HEAD, git reports the upstream of the previous
  /// branch, but a row does not.
  private void upstream(Map<String, @Nullable Object> facts) throws IOException {
    String none = "-";
    String upstream = isDetached() ? none : header("branch.upstream", none);
    boolean any = !upstream.equals(none);
    String[] aheadBehind = (any ? header("branch.ab", "+0 -0") : "+0 -0").split(" ", 2);
    facts.put("remote", upstream);
    facts.put("gone", any && line("upstream") == null);
    facts.put("ahead", new BigDecimal(aheadBehind[0]));
    facts.put("behind", new BigDecimal(aheadBehind[1]).abs());
  }

  private void changes(Map<String, @Nullable Object> facts) throws IOException {
    facts.put("staged", records("[12] [^.].*"));
    facts.put("unstaged", records("[12] .[^.].*"));
    facts.put("unmerged", records("u .*"));
    facts.put("untracked", records("\\? .*"));
    facts.put("modified", records("[12u] (.[MARCT]|[MARCT].).*"));
    facts.put("deleted", records("[12u] (.D|D.).*"));
    facts.put("added_lines", lineCount(1));
    facts.put("removed_lines", lineCount(2));
  }

  private void worktree(Map<String, @Nullable Object> facts) throws IOException {
    List<String> operations = operations();
    boolean changed = records("[^#].*").signum() > 0;
    facts.put("operation", operations);
    facts.put("dirty", changed || isDetached() || !operations.isEmpty());
    facts.put("submodules", submodules());
    facts.put("latest_mtime", latestMtime());
  }

  private List<String> operations() throws IOException {
    List<String> status = lines("long");
    return OPERATIONS.stream()
        .filter(words -> status.stream().anyMatch(line -> line.startsWith(words.getKey())))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  /// Returns the number of lines in a column; null if git could not count them.
  private @Nullable BigDecimal lineCount(int column) throws IOException {
    String lines = text("lines", ISO_8859_1);
    if (lines.equals("unknown\n")) {
      return null;
    }
    return NUMSTAT
        .matcher(lines)
        .results()
        .map(counts -> new BigDecimal(counts.group(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Returns the number of distinct gitlinks whose path is in `.gitmodules`.
  private BigDecimal submodules() throws IOException {
    Set<String> paths =
        entries("modules").stream()
            .map(setting -> setting.substring(setting.indexOf('\n') + 1))
            .collect(Collectors.toSet());
    Stream<String> gitlinks =
        entries("index").stream()
            .filter(entry -> entry.startsWith("160000 "))
            .map(entry -> entry.substring(entry.indexOf('\t') + 1))
            .distinct();
    return number(gitlinks.filter(paths::contains).count());
  }

  /// Returns the newest modification time. A path that git reports as deleted may still lead to a
  /// file through a symbolic link.
  private @Nullable BigDecimal latestMtime() throws IOException {
    Set<String> deleted = Set.copyOf(entries("deleted"));
    return entries("files").stream()
        .map(entry -> entry.split(" ", 3))
        .filter(entry -> (Integer.parseInt(entry[0], 16) & TYPE) != DIRECTORY)
        .filter(entry -> !deleted.contains(entry[2]))
        .map(entry -> new BigDecimal(entry[1]))
        .max(BigDecimal::compareTo)
        .orElse(null);
  }

  private String header(String key, String otherwise) throws IOException {
    String prefix = "# " + key + " ";
    return lines("status").stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElse(otherwise);
  }

  private BigDecimal records(String pattern) throws IOException {
    return number(lines("status").stream().filter(line -> line.matches(pattern)).count());
  }

  private static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }

  private List<String> entries(String file) throws IOException {
    return split(text(file, ISO_8859_1), "\0");
  }

  private List<String> lines(String file) throws IOException {
    return split(text(file, UTF_8), "\n");
  }

  private @Nullable String line(String file) throws IOException {
    return lines(file).stream().findFirst().orElse(null);
  }

  private static List<String> split(String text, String separator) {
    return Stream.of(text.split(separator, -1)).filter(part -> !part.isEmpty()).toList();
  }

  private String text(String file, Charset charset) throws IOException {
    Path path = directory.resolve(file);
    return Files.exists(path) ? new String(Files.readAllBytes(path), charset) : "";
  }
}
