package gitoverit.option;

/// The files that `--generate` prints.
public enum Generated {
  /// The manual page.
  MAN,
  /// Completion for bash.
  BASH,
  /// Completion for zsh.
  ZSH,
  /// Completion for fish.
  FISH
}
