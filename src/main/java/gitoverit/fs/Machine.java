package gitoverit.fs;

/// The operating system and the processor, by the names that Java uses.
final class Machine {
  static final boolean LINUX = "Linux".equals(System.getProperty("os.name"));

  /// Whether this is a 64-bit ARM, whose system call numbers differ from those of an AMD64.
  static final boolean ARM = "aarch64".equals(System.getProperty("os.arch"));

  static final boolean AMD = "amd64".equals(System.getProperty("os.arch"));

  private Machine() {}
}
