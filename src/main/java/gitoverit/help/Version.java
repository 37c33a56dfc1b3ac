package gitoverit.help;

/// The version of the program.
public final class Version {
  /// The number that `--version` prints. It equals the version in the build file.
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
