package gitoverit.option;

import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import gitoverit.terminal.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The options in section `gitoverit` of the user's git configuration. A repository's own
/// configuration is ignored.
///
/// A setting has the name of its option and applies before the command line: `gitoverit.sort =
/// attention`, `gitoverit.exclude = node_modules` (repeatable), `gitoverit.dirty-only = true`.
/// `gitoverit.root` (repeatable) is a directory to search if none is given.
/// `gitoverit.view.NAME.OPTION` applies only with `--view NAME`, after the other settings.
///
/// An invalid value is a [UsageException]. An unknown name is only a warning, because a newer
/// version that knows the name may read the same file.
public final class Settings {
  private static final String SECTION = "gitoverit";
  private static final String VIEW = "view.";
  private static final String IDENT = "ident.";
  private static final String HOME = "~";

  private final List<GivenOption> options = new ArrayList<>();
  private final List<ConfigEntry> roots = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final @Nullable Path home;

  private Settings(@Nullable Path home) {
    this.home = home;
  }

  /// Reads the general settings, then those of a view.
  ///
  /// @param config the user's configuration; null if it has no section `gitoverit`
  /// @param view the name of the view; null for none
  /// @param home the home directory; null if `HOME` is not set
  /// @throws UsageException if a setting lacks its value, or the view does not exist
  public static Settings read(
      @Nullable GitConfig config, @Nullable String view, @Nullable Path home)
      throws UsageException {
    Settings settings = new Settings(home);
    List<ConfigEntry> ofView = new ArrayList<>();
    for (ConfigEntry entry : config == null ? List.<ConfigEntry>of() : config.entries()) {
      if (entry.key().startsWith(SECTION + ".")) {
        settings.addGeneral(entry, view == null ? "" : VIEW + view, ofView);
      }
    }
    if (view != null && ofView.isEmpty()) {
      throw unknownView(view, config);
    }
    settings.addView(ofView);
    return settings;
  }

  /// Adds a general setting, or keeps a setting of the view for later.
  private void addGeneral(ConfigEntry entry, String view, List<ConfigEntry> ofView)
      throws UsageException {
    String subsection = entry.subsection(SECTION);
    if (subsection == null) {
      add(entry, false);
    } else if (subsection.equals(view)) {
      ofView.add(entry);
    } else if (!subsection.startsWith(VIEW) && !isIdentity(entry)) {
      warn(entry, "unknown setting");
    }
  }

  /// Adds the settings of the view. Its roots replace the others.
  private void addView(List<ConfigEntry> entries) throws UsageException {
    for (ConfigEntry entry : entries) {
      if (SettingNames.isRoot(name(entry))) {
        roots.clear();
      }
    }
    for (ConfigEntry entry : entries) {
      add(entry, true);
    }
  }

  private void add(ConfigEntry entry, boolean inView) throws UsageException {
    String name = name(entry);
    Flag flag = SettingNames.flag(name);
    if (SettingNames.isRoot(name)) {
      roots.add(entry);
    } else if (flag == null) {
      if (inView || !SettingNames.isLimitOfRemotes(name)) {
        warn(entry, "unknown setting" + SettingNames.hint(name));
      }
    } else if (flag.setting() == Setting.NEVER) {
      warn(entry, "not a setting, only an option: --" + flag.word());
    } else if (flag.setting() == Setting.IN_VIEWS && !inView) {
      warn(entry, "allowed only in a view: gitoverit.view.NAME." + flag.word());
    } else if (flag.takesValue()) {
      addValue(entry, flag);
    } else {
      addSwitch(entry, flag, name.startsWith("no"));
    }
  }

  private void addValue(ConfigEntry entry, Flag flag) throws UsageException {
    if (entry.value() == null) {
      throw new UsageException(GivenOption.at(entry, "needs a value"));
    }
    options.add(new GivenOption(flag, entry.value(), entry));
  }

  /// Adds a switch. Its last setting wins.
  ///
  /// @param named whether the setting has the option's own name rather than the positive name of a
  ///   negative option
  private void addSwitch(ConfigEntry entry, Flag flag, boolean named) throws UsageException {
    boolean on = isTrue(entry) == (named || !flag.isNegative());
    for (int i = options.size() - 1; i >= 0; i--) {
      if (options.get(i).flag() == flag) {
        options.remove(i);
      }
    }
    if (on) {
      options.add(new GivenOption(flag, null, entry));
    }
  }

  private static boolean isTrue(ConfigEntry entry) throws UsageException {
    try {
      return entry.isTrue();
    } catch (IOException _) {
      String problem = "'" + entry.value() + "' is not true or false";
      throw new UsageException(GivenOption.at(entry, problem));
    }
  }

  private void warn(ConfigEntry entry, String problem) {
    warnings.add("gitoverit: warning: " + SafeText.of(GivenOption.at(entry, problem)));
  }

  /// Returns a line for the user about each ignored setting.
  public List<String> warnings() {
    return warnings;
  }

  /// Returns the settings followed by a command line.
  ///
  /// @throws UsageException if a root is below the home directory and `HOME` is not set
  public GivenOptions before(GivenOptions commandLine) throws UsageException {
    List<GivenOption> all = new ArrayList<>(options);
    all.addAll(commandLine.options());
    List<GivenDirectory> directories = commandLine.directories();
    GivenOptions given =
        commandLine.with(all, directories.isEmpty() ? rootDirectories() : directories);
    return given.has(Flag.PRINT) || given.has(Flag.PRINT0) ? withoutFormat(given) : given;
  }

  /// Removes a configured format, which `--print` does not use.
  private static GivenOptions withoutFormat(GivenOptions given) {
    List<GivenOption> rest = new ArrayList<>();
    for (GivenOption option : given.options()) {
      if (option.flag() != Flag.FORMAT || option.setting() == null) {
        rest.add(option);
      }
    }
    return given.with(rest, given.directories());
  }

  private List<GivenDirectory> rootDirectories() throws UsageException {
    List<GivenDirectory> directories = new ArrayList<>();
    for (ConfigEntry entry : roots) {
      String root = entry.value() == null ? "" : entry.value();
      boolean inHome = root.equals(HOME) || root.startsWith(HOME + "/");
      if (inHome && home == null) {
        throw new UsageException(GivenOption.at(entry, "HOME is not set: '" + root + "'"));
      }
      String path = inHome ? home + root.substring(HOME.length()) : root;
      directories.add(new GivenDirectory(path, entry));
    }
    return directories;
  }

  private static UsageException unknownView(String view, @Nullable GitConfig config) {
    Set<String> views = new LinkedHashSet<>();
    for (String subsection : config == null ? List.<String>of() : config.subsections(SECTION)) {
      if (subsection.startsWith(VIEW)) {
        views.add(subsection.substring(VIEW.length()));
      }
    }
    String known =
        views.isEmpty()
            ? "git's configuration defines none (gitoverit.view.NAME.OPTION)"
            : "known views: " + String.join(", ", views);
    return new UsageException("--view: unknown view '" + view + "'; " + known);
  }

  /// Returns beginnings of identities, with their replacements in tables.
  public static Map<String, String> identities(@Nullable GitConfig config) {
    Map<String, String> identities = new LinkedHashMap<>();
    for (ConfigEntry entry : config == null ? List.<ConfigEntry>of() : config.entries()) {
      String subsection = entry.subsection(SECTION);
      if (subsection != null && isIdentity(entry) && entry.value() != null) {
        identities.put(entry.value(), subsection.substring(IDENT.length()));
      }
    }
    return identities;
  }

  private static boolean isIdentity(ConfigEntry entry) {
    return entry.key().startsWith(SECTION + "." + IDENT) && name(entry).equals("insteadof");
  }

  /// Returns the last part of the key, in lower case.
  private static String name(ConfigEntry entry) {
    return entry.key().substring(entry.key().lastIndexOf('.') + 1);
  }
}
