package gitoverit.cli;

/// What `--generate` can be asked for. The scripts ask git for the names of views, and nothing else
/// of any program.
enum Generated {
  /// The manual page.
  MAN,
  /// Completion for bash.
  BASH,
  /// Completion for zsh.
  ZSH,
  /// Completion for fish.
  FISH;

  /// Returns the text.
  String text() {
    return switch (this) {
      case MAN -> ManualPage.text();
      case BASH -> BashCompletion.script();
      case ZSH -> ZshCompletion.script();
      case FISH -> FishCompletion.script();
    };
  }
}
