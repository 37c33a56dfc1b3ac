package gitoverit.report;

import org.jspecify.annotations.Nullable;

/// Why something that was to be done with a remote was not.
///
/// @param cause what sort of failure
/// @param host the host that the remote is on; null for one on this machine
/// @param message one line that a person can act on, in git's words where git had any
public record RemoteFailure(Cause cause, @Nullable String host, String message) {

  /// The sorts of failure, in the order in which a summary tells them.
  public enum Cause {
    /// The server wants a password, a token or a key that is not to be had without asking.
    CREDENTIALS("credentials needed", false),
    /// ssh does not know the host's key, or knows another one.
    HOST_KEY("host key not trusted", true),
    /// The host's name does not resolve, or nothing answers there.
    UNREACHABLE("unreachable host", true),
    /// The deadline passed.
    TIMEOUT("no answer in time", true),
    /// A connection that was there broke.
    CONNECTION_LOST("connection lost", true),
    /// There is no such repository, or none that may be seen.
    NOT_FOUND("remote repository not found", false),
    /// The other side did not take what was pushed.
    REJECTED("push rejected", false),
    /// There is no room on this machine.
    DISK_FULL("no space left on the disk", false),
    /// Anything else.
    OTHER("failed otherwise", false);

    private final String label;
    private final boolean aboutHost;

    Cause(String label, boolean aboutHost) {
      this.label = label;
      this.aboutHost = aboutHost;
    }

    /// Returns the words that a summary begins with.
    public String label() {
      return label;
    }
  }

  /// Returns what a summary counts under, such as `unreachable host example.org`.
  public String summary() {
    return cause.aboutHost && host != null ? cause.label + " " + host : cause.label;
  }
}
