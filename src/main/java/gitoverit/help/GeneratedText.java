package gitoverit.help;

import gitoverit.option.Generated;

/// The files that `--generate` prints. The scripts run git for the names of views, and no other
/// program.
public final class GeneratedText {
  private GeneratedText() {}

  /// Returns the text.
  public static String of(Generated what) {
    return switch (what) {
      case MAN -> ManualPage.text();
      case BASH -> BashCompletion.script();
      case ZSH -> ZshCompletion.script();
      case FISH -> FishCompletion.script();
    };
  }
}
