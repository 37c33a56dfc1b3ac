package gitoverit.remote;

/// Names the lane of this machine, beside those of hosts.
final class RemoteHost {
  /// The host of what is on this machine.
  static final String LOCAL = "";

  private RemoteHost() {}
}
