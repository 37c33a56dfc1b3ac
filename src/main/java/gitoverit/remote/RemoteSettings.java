package gitoverit.remote;

import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Limits and deadlines, from section `gitoverit` of the user's own git configuration.
///
/// @param fetchPerHost the number of operations at the same time with one host (`fetchPerHost`)
/// @param fetchJobs the number of operations at the same time in total (`fetchJobs`)
/// @param fetchMillis the deadline of the fetch of one repository (`fetchTimeout`, in seconds)
/// @param pullMillis the deadline of a fast-forward (`pullTimeout`)
/// @param pushMillis the deadline of a push (`pushTimeout`)
public record RemoteSettings(
    int fetchPerHost, int fetchJobs, long fetchMillis, long pullMillis, long pushMillis) {
  /// The default values.
  public static final RemoteSettings USUAL = new RemoteSettings(8, 32, 60_000, 120_000, 120_000);

  private static final int MOST = 1000;
  private static final double MOST_SECONDS = 86_400;

  /// Reads the settings, with default values for missing ones.
  ///
  /// @throws BadSettingException if a value is invalid
  public static RemoteSettings read(GitConfig config) throws BadSettingException {
    return new RemoteSettings(
        count(config, "fetchPerHost", USUAL.fetchPerHost),
        count(config, "fetchJobs", USUAL.fetchJobs),
        millis(config, "fetchTimeout", USUAL.fetchMillis),
        millis(config, "pullTimeout", USUAL.pullMillis),
        millis(config, "pushTimeout", USUAL.pushMillis));
  }

  private static int count(GitConfig config, String name, int usual) throws BadSettingException {
    ConfigEntry entry = entry(config, name);
    if (entry == null) {
      return usual;
    }
    try {
      int count = Integer.parseInt(text(entry));
      if (count >= 1 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException _) {
      throw BadSettingException.isNot("a whole number", entry, name);
    }
    throw BadSettingException.must("be between 1 and " + MOST, entry, name);
  }

  private static long millis(GitConfig config, String name, long usual) throws BadSettingException {
    ConfigEntry entry = entry(config, name);
    if (entry == null) {
      return usual;
    }
    try {
      double seconds = Double.parseDouble(text(entry));
      if (seconds > 0 && seconds <= MOST_SECONDS) {
        return Math.max(1, Math.round(seconds * 1000));
      }
    } catch (NumberFormatException _) {
      throw BadSettingException.isNot("a number of seconds", entry, name);
    }
    String rule = "be greater than 0 and at most " + (long) MOST_SECONDS;
    throw BadSettingException.must(rule, entry, name);
  }

  private static String text(ConfigEntry entry) {
    String value = entry.value();
    return value == null ? "" : value.strip();
  }

  private static @Nullable ConfigEntry entry(GitConfig config, String name) {
    String key = "gitoverit." + name.toLowerCase(Locale.ROOT);
    ConfigEntry found = null;
    for (ConfigEntry entry : config) {
      if (entry.key().equals(key)) {
        found = entry;
      }
    }
    return found;
  }
}
