package gitoverit.option;

import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import gitoverit.row.NearestWord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the user has put into git's configuration, section `gitoverit`: options, views and shorter
/// names. Configuration of a single repository has no say.
///
/// A setting stands for the option of its name before those of the command line: `gitoverit.sort =
/// attention`, `gitoverit.exclude = node_modules` (any number), `gitoverit.dirty-only = true`.
/// `gitoverit.root` (any number) is where to search when no directory is given.
/// `gitoverit.view.NAME.OPTION` holds with `--view NAME` only. `gitoverit.ident.SHORT .insteadOf`
/// shows SHORT for what an identity begins with.
public final class Settings {
  private static final String SECTION = "gitoverit";
  private static final String IDENT = "ident.";
  private static final String VIEW = "view.";

  /// What an ordinary setting may stand for.
  private static final Set<Flag> ALWAYS =
      EnumSet.of(
          Flag.ATTENTION,
          Flag.BARE,
          Flag.COLOR,
          Flag.COLUMNS,
          Flag.DEPTH,
          Flag.DIRTY_ONLY,
          Flag.ERRORS,
          Flag.EXCLUDE,
          Flag.FORMAT,
          Flag.HYPERLINKS,
          Flag.INCLUDE_IGNORED,
          Flag.NO_PARALLEL,
          Flag.NO_PROGRESS,
          Flag.REVERSE,
          Flag.SORT,
          Flag.TIMEOUT,
          Flag.WORKERS);

  /// What only somebody who names a view asks for.
  private static final Set<Flag> IN_VIEWS =
      EnumSet.of(Flag.CHECK, Flag.FETCH, Flag.METADATA_ONLY, Flag.PRINT, Flag.PRINT0, Flag.WHERE);

  /// Limits of fetch, pull and push, in lower case; they are read where there is one.
  private static final Set<String> OF_REMOTES =
      Set.of("fetchperhost", "fetchjobs", "fetchtimeout", "pulltimeout", "pushtimeout");

  private final GitConfig config;
  private final OptionParser parser;
  private final List<String> arguments = new ArrayList<>();
  private final List<ConfigEntry> roots = new ArrayList<>();
  private final @Nullable Path home;

  private Settings(GitConfig config, OptionParser parser, @Nullable Path home) {
    this.config = config;
    this.parser = parser;
    this.home = home;
  }

  /// Returns the command line with what the settings, and the view if one is named, put before it.
  ///
  /// @param config the configuration; null when it says nothing
  /// @param given the command line, split
  /// @param view the name of the view; null for none
  public static List<String> apply(
      @Nullable GitConfig config,
      OptionParser parser,
      @Nullable Path home,
      List<String> arguments,
      GivenOptions given,
      @Nullable String view)
      throws UsageException {
    if (config == null) {
      if (view != null) {
        throw unknownView(view, List.of());
      }
      return arguments;
    }
    Settings settings = new Settings(config, parser, home);
    settings.addAll(view);
    List<String> all = new ArrayList<>(settings.arguments);
    if (given.has(Flag.PRINT) || given.has(Flag.PRINT0)) {
      // What is printed has a format of its own, which the command line asked for.
      all.removeIf(argument -> argument.startsWith("--" + Flag.FORMAT.word() + "="));
    }
    all.addAll(arguments);
    if (given.directories().isEmpty() && !settings.roots.isEmpty()) {
      settings.addRoots(all);
    }
    return all;
  }

  private void addAll(@Nullable String view) throws UsageException {
    String prefix = VIEW + view + ".";
    List<ConfigEntry> ofView = new ArrayList<>();
    for (ConfigEntry entry : distinct()) {
      String name = entry.key().substring(SECTION.length() + 1);
      if (view != null && name.startsWith(prefix)) {
        ofView.add(entry);
      } else if (name.indexOf('.') < 0) {
        addUnlessOfRemotes(entry, name);
      } else if (!name.startsWith(VIEW) && !isIdentity(name)) {
        throw wrong(entry, "unknown setting");
      }
    }
    if (view != null && ofView.isEmpty()) {
      throw unknownView(view, views());
    }
    Set<Flag> allowed = EnumSet.copyOf(ALWAYS);
    allowed.addAll(IN_VIEWS);
    roots.removeIf(_ -> ofView.stream().anyMatch(entry -> isRoot(entry.key())));
    for (ConfigEntry entry : ofView) {
      add(entry, entry.key().substring(entry.key().lastIndexOf('.') + 1), allowed);
    }
  }

  private void addUnlessOfRemotes(ConfigEntry entry, String name) throws UsageException {
    if (!OF_REMOTES.contains(name)) {
      add(entry, name, ALWAYS);
    }
  }

  /// All entries of the section in their order; of a key that is yes or no, the last one.
  private List<ConfigEntry> distinct() {
    Map<Object, ConfigEntry> entries = new LinkedHashMap<>();
    for (ConfigEntry entry : config.entries()) {
      if (entry.key().startsWith(SECTION + ".")) {
        Flag option = option(entry.key().substring(entry.key().lastIndexOf('.') + 1));
        Object key = option != null && !option.takesValue() ? entry.key() : entry;
        entries.put(key, entry);
      }
    }
    return List.copyOf(entries.values());
  }

  private static boolean isIdentity(String name) {
    return name.startsWith(IDENT) && name.endsWith(".insteadof");
  }

  private static boolean isRoot(String key) {
    return key.endsWith(".root") || key.endsWith(".roots");
  }

  private void add(ConfigEntry entry, String name, Set<Flag> allowed) throws UsageException {
    if (isRoot("." + name)) {
      roots.add(entry);
      return;
    }
    Flag option = option(name);
    if (option == null || !allowed.contains(option)) {
      throw wrong(entry, "unknown setting" + hint(name, allowed));
    }
    String argument = argument(entry, name, option);
    if (argument != null) {
      validate(entry, argument);
      arguments.add(argument);
    }
  }

  /// The option that a setting is called after: with or without its dashes, and in the plural where
  /// there may be several. What is on unless it is switched off is called after what it is.
  private static @Nullable Flag option(String name) {
    String letters = name.replace("-", "");
    String plain =
        letters.endsWith("excludes") ? letters.substring(0, letters.length() - 1) : letters;
    for (Flag option : Flag.values()) {
      String word = option.word().replace("-", "");
      if (word.equals(plain) && option != Flag.PARALLEL) {
        return option;
      }
      if (word.equals("no" + plain)) {
        return option;
      }
    }
    return null;
  }

  private @Nullable String argument(ConfigEntry entry, String name, Flag option)
      throws UsageException {
    try {
      if (option.takesValue()) {
        return "--" + option.word() + "=" + entry.required();
      }
      boolean negative = option == Flag.NO_PARALLEL || option == Flag.NO_PROGRESS;
      boolean on = config.getBoolean(entry.key(), false);
      return on == (negative && !name.startsWith("no")) ? null : "--" + option.word();
    } catch (IOException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /// Has one setting checked by itself, so that a mistake in it is told by its place.
  private void validate(ConfigEntry entry, String argument) throws UsageException {
    try {
      parser.validate(GivenOptions.split(List.of(argument)));
    } catch (UsageException e) {
      String message = String.valueOf(e.getMessage());
      int reason = message.startsWith("--") ? message.indexOf(": ") + 2 : 0;
      throw e.at(place(entry) + message.substring(reason));
    }
  }

  private void addRoots(List<String> all) throws UsageException {
    if (!all.contains("--")) {
      all.add("--");
    }
    for (ConfigEntry entry : roots) {
      String root = entry.value() == null ? "" : entry.value();
      String path = root.equals("~") || root.startsWith("~/") ? home + root.substring(1) : root;
      try {
        parser.validate(GivenOptions.split(List.of("--", path)));
      } catch (UsageException e) {
        throw e.at(place(entry) + e.getMessage());
      }
      all.add(path);
    }
  }

  private List<String> views() {
    Set<String> names = new LinkedHashSet<>();
    for (String subsection : config.subsections(SECTION)) {
      if (subsection.startsWith(VIEW)) {
        names.add(subsection.substring(VIEW.length()));
      }
    }
    return List.copyOf(names);
  }

  private static UsageException unknownView(String view, List<String> known) {
    String rest =
        known.isEmpty()
            ? "; git's configuration has none (gitoverit.view.NAME.OPTION)"
            : "; known are " + String.join(", ", known);
    return new UsageException("--view: no view '" + view + "'" + rest);
  }

  private static String hint(String name, Set<Flag> allowed) {
    List<String> words = new ArrayList<>(List.of("root", "parallel", "progress"));
    for (Flag option : allowed) {
      words.add(option.word());
    }
    String nearest = NearestWord.to(name, words);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }

  private static UsageException wrong(ConfigEntry entry, String reason) {
    return new UsageException(place(entry) + reason);
  }

  private static String place(ConfigEntry entry) {
    return entry.place() + ": " + entry.key() + ": ";
  }

  /// Returns which beginnings of identities are shown as what.
  public static Map<String, String> identities(@Nullable GitConfig config) {
    Map<String, String> identities = new LinkedHashMap<>();
    for (ConfigEntry entry : config == null ? List.<ConfigEntry>of() : config.entries()) {
      String name = entry.subsection(SECTION);
      if (name != null && isIdentity(name + ".insteadof") && entry.value() != null) {
        identities.put(entry.value(), name.substring(IDENT.length()));
      }
    }
    return identities;
  }
}
