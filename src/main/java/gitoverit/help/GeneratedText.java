package gitoverit.help;

import gitoverit.option.Generated;

/// The text of each file that `--generate` prints. The scripts ask git for the names of views, and
/// run no other program.
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
