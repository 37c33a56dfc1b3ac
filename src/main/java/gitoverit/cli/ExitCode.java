package gitoverit.cli;

/// The exit codes of the program.
public enum ExitCode {
  /// Everything was done.
  DONE(0),
  /// `--check` is true of a row. This code wins over [#FAILURES]: the caller wants the answer.
  MATCHED(1),
  /// The arguments are invalid; nothing was scanned.
  USAGE(2),
  /// Done, but at least one repository failed.
  FAILURES(3),
  /// The program has a defect: `EX_SOFTWARE` of `sysexits.h`.
  DEFECT(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /// Returns the exit code of the process.
  public int code() {
    return code;
  }
}
