package gitoverit.report;

/// The reason why the facts about a repository are unknown.
///
/// @param kind the kind of failure
/// @param message one line on which the user can act
public record Failure(Kind kind, String message) {

  /// Returns kind and message in one line, as `kind: message`.
  public String line() {
    return kind.label() + ": " + message;
  }

  /// The kinds of failure, fixed words of the machine-readable output.
  public enum Kind {
    /// A `.git` that leads nowhere or to something other than a repository.
    NOT_A_REPOSITORY("not-a-repository"),
    /// A directory or file that cannot be read.
    UNREADABLE("unreadable"),
    /// A repository whose own files are damaged.
    CORRUPT("corrupt"),
    /// A repository of another owner, which git refuses unless `safe.directory` allows it.
    DUBIOUS_OWNERSHIP("dubious-ownership"),
    /// A format or extension that the installed git does not know.
    UNSUPPORTED("unsupported"),
    /// The time budget of the repository was used up.
    TIMEOUT("timeout"),
    /// git was asked, and failed for another reason.
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
