package gitoverit.cli;

/// How a run ended, as scripts see it.
public enum ExitCode {
  /// Everything was done.
  DONE(0),
  /// `--check` is true of a row. It is said rather than that something failed: whoever asks wants
  /// the answer.
  MATCHED(1),
  /// The arguments make no sense; nothing was scanned.
  USAGE(2),
  /// Done, but at least one repository failed.
  FAILURES(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /// Returns the exit code of the process.
  public int code() {
    return code;
  }
}
