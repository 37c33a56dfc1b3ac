package gitoverit.help;

/// The version of the program.
public final class Version {
  /// The number that `--version` prints; equal to the version of the build.
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
