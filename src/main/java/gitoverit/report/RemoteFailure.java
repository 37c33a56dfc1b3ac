package gitoverit.report;

import org.jspecify.annotations.Nullable;

/// The failure of an action with a remote.
///
/// @param cause the kind of failure
/// @param host the host of the remote; null for a remote on this machine
/// @param message one line on which the user can act, in git's words if git has printed any
public record RemoteFailure(Cause cause, @Nullable String host, String message) {

  /// The kinds of failure, in the order of a summary.
  public enum Cause {
    /// The server requires a password, a token or a key that is not available without a prompt.
    CREDENTIALS("credentials needed", null),
    /// ssh does not know the host's key, or knows another one.
    HOST_KEY("untrusted host key", " of "),
    /// The host's name does not resolve, or the host does not answer.
    UNREACHABLE("unreachable host", " "),
    /// The deadline has passed.
    TIMEOUT("no answer in time", " from "),
    /// An established connection broke.
    CONNECTION_LOST("connection lost", " to "),
    /// The repository does not exist, or the user may not see it.
    NOT_FOUND("remote repository not found", null),
    /// The remote rejected the push.
    REJECTED("push rejected", null),
    /// There is no space on this machine.
    DISK_FULL("no space left on the disk", null),
    /// Anything else.
    OTHER("other failure", null);

    private final String label;
    private final @Nullable String beforeHost;

    Cause(String label, @Nullable String beforeHost) {
      this.label = label;
      this.beforeHost = beforeHost;
    }

    /// Returns the words with which a summary begins.
    public String label() {
      return label;
    }
  }

  /// Returns the words under which a summary counts the failure, such as `unreachable host
  /// example.org`.
  public String summary() {
    String beforeHost = cause.beforeHost;
    return beforeHost == null || host == null ? cause.label : cause.label + beforeHost + host;
  }
}
