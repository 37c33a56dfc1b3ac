package gitoverit.terminal;

/// When to use colours (`--color`).
public enum ColorMode {
  /// On a terminal that can, unless the environment says otherwise.
  AUTO,
  /// Always.
  ALWAYS,
  /// Never.
  NEVER
}
