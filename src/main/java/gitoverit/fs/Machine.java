package gitoverit.fs;

/// The system and the processor, under the names that Java has for them.
final class Machine {
  static final boolean LINUX = "Linux".equals(System.getProperty("os.name"));

  /// A 64-bit ARM, which has other numbers of system calls than an AMD64.
  static final boolean ARM = "aarch64".equals(System.getProperty("os.arch"));

  static final boolean AMD = "amd64".equals(System.getProperty("os.arch"));

  private Machine() {}
}
