package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The committer of a new commit: the output of `git var GIT_COMMITTER_IDENT` without its date.
public sealed interface Identity {

  /// git would use this name and mail.
  ///
  /// @param text `Name <mail>`
  record Known(String text) implements Identity {}

  /// git would refuse to commit.
  record Unknown() implements Identity {}

  /// git would derive an identity from the account and the name of the host; only `git var` knows
  /// it.
  record AskGit() implements Identity {}

  /// Returns the committer's identity under a configuration and an environment.
  ///
  /// @throws GitFormatException if git refuses a setting that it depends on
  static Identity ofCommitter(GitConfig config, Map<String, String> environment)
      throws GitFormatException {
    return new Lookup(config, environment).committer();
  }

  /// The steps of git's `fmt_ident` in its order, mail before name.
  final class Lookup {
    private static final String CRUD = ".,:;<>\"\\'";

    private final GitConfig config;
    private final Map<String, String> environment;

    private Lookup(GitConfig config, Map<String, String> environment) {
      this.config = config;
      this.environment = environment;
    }

    private Identity committer() throws GitFormatException {
      boolean configOnly = config.getBoolean("user.useconfigonly", false);
      String mail = given("GIT_COMMITTER_EMAIL", "email");
      if (mail == null && !configOnly) {
        mail = mailVariable();
      }
      String name = given("GIT_COMMITTER_NAME", "name");
      if (name != null && strip(name).isEmpty()) {
        return new Unknown();
      }
      if (mail == null || name == null) {
        return configOnly ? new Unknown() : new AskGit();
      }
      boolean isText = (name + mail).indexOf('\uFFFD') < 0;
      return isText && isDateSound()
          ? new Known(strip(name) + " <" + strip(mail) + ">")
          : new AskGit();
    }

    /// Returns the name or mail that the environment or the configuration sets; null for none. When
    /// it is set for authors only, the committer's is empty, and git does not guess one.
    private @Nullable String given(String variable, String key) throws GitFormatException {
      String fromEnvironment = environment.get(variable);
      if (fromEnvironment != null) {
        return fromEnvironment;
      }
      String committer = config.getText("committer." + key);
      if (committer != null && !committer.isEmpty()) {
        return committer;
      }
      String user = config.getText("user." + key);
      if (user != null) {
        return user;
      }
      return committer != null || config.contains("author." + key) ? "" : null;
    }

    /// Returns whether there is no date, or one in git's own format; any other date may make git
    /// refuse the whole identity.
    private boolean isDateSound() {
      String date = environment.getOrDefault("GIT_COMMITTER_DATE", "");
      int space = date.indexOf(' ');
      if (space < 0) {
        return date.isEmpty();
      }
      int start = date.startsWith("@") ? 1 : 0;
      int zone = space + 2;
      return isDigits(date, start, space)
          && space - start >= 9
          && space - start <= 10
          && (date.startsWith("+", space + 1) || date.startsWith("-", space + 1))
          && date.length() == zone + 4
          && isDigits(date, zone, date.length());
    }

    private static boolean isDigits(String text, int from, int to) {
      for (int i = from; i < to; i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return false;
        }
      }
      return true;
    }

    private @Nullable String mailVariable() {
      String mail = environment.get("EMAIL");
      return mail == null || mail.isEmpty() ? null : ConfigText.trim(mail);
    }

    private static boolean isCrud(int c) {
      return c <= ' ' || CRUD.indexOf(c) >= 0;
    }

    /// Removes crud at both ends, and characters inside that would end a name or mail.
    private static String strip(String text) {
      int start = 0;
      int end = text.length();
      while (start < end && isCrud(text.charAt(start))) {
        start++;
      }
      while (end > start && isCrud(text.charAt(end - 1))) {
        end--;
      }
      return text.substring(start, end).replace("\n", "").replace("<", "").replace(">", "");
    }
  }
}
