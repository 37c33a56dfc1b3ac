package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.OptionParser;
import gitoverit.option.UsageException;

/// What `--generate` can be asked for. The scripts ask git for the names of views, and nothing else
/// of any program.
public enum Generated {
  /// The manual page.
  MAN,
  /// Completion for bash.
  BASH,
  /// Completion for zsh.
  ZSH,
  /// Completion for fish.
  FISH;

  /// Returns the constant that `--generate` names.
  ///
  /// @throws UsageException if there is no such constant
  public static Generated of(String value) throws UsageException {
    return OptionParser.choice(Flag.GENERATE, value, values());
  }

  /// Returns the text.
  public String text() {
    return switch (this) {
      case MAN -> ManualPage.text();
      case BASH -> BashCompletion.script();
      case ZSH -> ZshCompletion.script();
      case FISH -> FishCompletion.script();
    };
  }
}
