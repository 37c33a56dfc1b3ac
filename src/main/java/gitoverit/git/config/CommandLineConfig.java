package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import gitoverit.git.UnprovenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the settings that come in the environment: `GIT_CONFIG_COUNT` with its keys and values,
/// and `GIT_CONFIG_PARAMETERS`, in which git passes the `-c` options on to the git commands that it
/// starts.
final class CommandLineConfig {
  private static final String PARAMETERS = "GIT_CONFIG_PARAMETERS";

  private final Map<String, String> environment;
  private final List<ConfigEntry> entries = new ArrayList<>();

  private CommandLineConfig(Map<String, String> environment) {
    this.environment = environment;
  }

  /// Returns the settings of an environment in git's order.
  ///
  /// @throws GitFormatException if git refuses them
  /// @throws UnprovenException if a variable holds bytes that Java cannot represent as text
  static List<ConfigEntry> read(Map<String, String> environment)
      throws GitFormatException, UnprovenException {
    CommandLineConfig config = new CommandLineConfig(environment);
    config.readCounted();
    config.readParameters();
    return config.entries;
  }

  private void readCounted() throws GitFormatException, UnprovenException {
    String text = environment.get("GIT_CONFIG_COUNT");
    if (text == null || text.isEmpty()) {
      return;
    }
    int count = count(text);
    for (int i = 0; i < count; i++) {
      add(required("GIT_CONFIG_KEY_" + i), required("GIT_CONFIG_VALUE_" + i));
    }
  }

  private static int count(String text) throws GitFormatException {
    try {
      int count = Integer.parseInt(text.stripLeading());
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException _) {
      throw bad("bogus count in GIT_CONFIG_COUNT: " + text);
    }
    throw bad("too many entries in GIT_CONFIG_COUNT: " + text);
  }

  private String required(String variable) throws GitFormatException {
    String value = environment.get(variable);
    if (value == null) {
      throw bad("missing " + variable);
    }
    return value;
  }

  /// Reads `'key=value'`, as git before 2.31 wrote it, and `'key'='value'` or `'key'=`, separated
  /// by white space.
  private void readParameters() throws GitFormatException, UnprovenException {
    String text = environment.getOrDefault(PARAMETERS, "");
    Quoted cursor = new Quoted(text);
    while (!cursor.atEnd()) {
      String first = cursor.unquote();
      if (cursor.atWordEnd()) {
        addPair(first);
      } else {
        cursor.skip('=');
        add(first, cursor.atWordEnd() ? null : cursor.unquote());
      }
      cursor.skipSpaces();
    }
  }

  private void addPair(String pair) throws GitFormatException, UnprovenException {
    int equals = pair.indexOf('=');
    String key = equals < 0 ? pair : pair.substring(0, equals);
    add(ConfigText.trim(key), equals < 0 ? null : pair.substring(equals + 1));
  }

  private void add(String key, @Nullable String value)
      throws GitFormatException, UnprovenException {
    if (key.indexOf('\uFFFD') >= 0 || (value != null && value.indexOf('\uFFFD') >= 0)) {
      throw new UnprovenException("a setting in the environment is not text: " + key);
    }
    entries.add(new ConfigEntry(canonical(key), value, ConfigEntry.COMMAND_LINE, 0));
  }

  /// Returns a key with section and name in lower case, as `git_config_parse_key` does.
  private static String canonical(String key) throws GitFormatException {
    int first = key.indexOf('.');
    int last = key.lastIndexOf('.');
    boolean valid = last > 0 && last + 1 < key.length() && key.indexOf('\n') < 0;
    if (!valid || !ConfigText.isLetter(key.charAt(last + 1))) {
      throw bad("invalid key: " + key);
    }
    StringBuilder canonical = new StringBuilder(key);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (i < first || i > last) {
        if (!ConfigText.isKeyChar(c)) {
          throw bad("invalid key: " + key);
        }
        canonical.setCharAt(i, (char) ConfigText.toLower(c));
      }
    }
    return canonical.toString();
  }

  private static GitFormatException bad(String reason) {
    return new GitFormatException(ConfigEntry.COMMAND_LINE, 0, reason);
  }

  /// A cursor over words in the single quotes of a shell, as `sq_dequote_step` reads them.
  private static final class Quoted {
    private final String text;
    private int position;

    Quoted(String text) {
      this.text = text;
    }

    boolean atEnd() {
      return position == text.length();
    }

    boolean atWordEnd() {
      return atEnd() || ConfigText.isSpace(text.charAt(position));
    }

    /// Moves to the next word; a space must separate two words.
    void skipSpaces() throws GitFormatException {
      if (!atWordEnd()) {
        throw bogus();
      }
      while (!atEnd() && atWordEnd()) {
        position++;
      }
    }

    void skip(char expected) throws GitFormatException {
      if (text.charAt(position) != expected) {
        throw bogus();
      }
      position++;
    }

    /// Returns the word at the cursor; outside of quotes only `\'` and `\!` are allowed in it.
    String unquote() throws GitFormatException {
      StringBuilder word = new StringBuilder();
      int quote = position;
      while (true) {
        int end = text.indexOf('\'', quote + 1);
        if (text.charAt(quote) != '\'' || end < 0) {
          throw bogus();
        }
        word.append(text, quote + 1, end);
        position = end + 1;
        if (!goesOn()) {
          return word.toString();
        }
        word.append(text.charAt(position + 1));
        quote = position + 2;
      }
    }

    private boolean goesOn() {
      boolean escaped = text.startsWith("\\'", position) || text.startsWith("\\!", position);
      return escaped && text.startsWith("'", position + 2);
    }

    private static GitFormatException bogus() {
      return bad("bogus format in " + PARAMETERS);
    }
  }
}
