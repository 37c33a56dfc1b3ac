package gitoverit.report;

/// Why a repository has no row of facts.
///
/// @param kind what sort of failure
/// @param message one line that a person can act on
public record Failure(Kind kind, String message) {

  /// Returns both in one line, as `kind: message`.
  public String line() {
    return kind.label() + ": " + message;
  }

  /// The sorts of failure, fixed words of the machine-readable output.
  public enum Kind {
    /// A `.git` that leads nowhere or to something that is no repository.
    NOT_A_REPOSITORY("not-a-repository"),
    /// A directory or file that may not be read.
    UNREADABLE("unreadable"),
    /// A repository whose own files are damaged.
    CORRUPT("corrupt"),
    /// A repository of another owner, which git refuses until told otherwise.
    DUBIOUS_OWNERSHIP("dubious-ownership"),
    /// A format or extension that the installed git does not know.
    UNSUPPORTED("unsupported"),
    /// The time budget of the repository was used up.
    TIMEOUT("timeout"),
    /// git was asked and failed for another reason.
    GIT_FAILED("git-failed"),
    /// A mistake of this program.
    INTERNAL("internal");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /// Returns the word that a report shows, such as `not-a-repository`.
    public String label() {
      return label;
    }
  }
}
