package gitoverit.terminal;

/// When to use colours (`--color`).
public enum ColorMode {
  /// On a terminal that supports colours, unless the environment overrides that.
  AUTO,
  /// Always.
  ALWAYS,
  /// Never.
  NEVER
}
