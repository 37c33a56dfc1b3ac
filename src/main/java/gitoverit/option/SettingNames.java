package gitoverit.option;

import gitoverit.row.NearestWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of settings, which git reports in lower case.
final class SettingNames {
  /// The limits of fetch, pull and push, which the package `remote` reads.
  private static final List<String> LIMITS_OF_REMOTES =
      List.of("fetchPerHost", "fetchJobs", "fetchTimeout", "pullTimeout", "pushTimeout");

  private SettingNames() {}

  static boolean isRoot(String name) {
    return name.equals("root") || name.equals("roots");
  }

  static boolean isLimitOfRemotes(String name) {
    for (String limit : LIMITS_OF_REMOTES) {
      if (limit.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /// Returns the option of a setting; null if there is none. Dashes are optional, `exclude` may be
  /// plural, and a negative option is also known by its name without `no`.
  static @Nullable Flag flag(String name) {
    String letters = name.replace("-", "");
    String plain = letters.equals("excludes") ? "exclude" : letters;
    for (Flag flag : Flag.values()) {
      String word = flag.word().replace("-", "");
      boolean positive = word.equals(plain) && flag != Flag.PARALLEL;
      if (positive || (flag.isNegative() && word.equals("no" + plain))) {
        return flag;
      }
    }
    return null;
  }

  /// Returns a suggestion for an unknown name; empty if none is close.
  static String hint(String name) {
    List<String> words = new ArrayList<>(List.of("root", "parallel", "progress"));
    words.addAll(LIMITS_OF_REMOTES);
    for (Flag flag : Flag.values()) {
      if (flag.setting() != Setting.NEVER) {
        words.add(flag.word());
      }
    }
    String nearest = NearestWord.to(name, words);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }
}
