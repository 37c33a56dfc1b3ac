package gitoverit.row;

/// How a column looks: its style, the address it links to, the forms it is shortened to, and the
/// width below which it is no longer of use.
public enum Look {
  /// The value, never cut.
  WHOLE(0),
  /// The value, cut at its end.
  TEXT(8),
  /// The status text, which loses its lines and submodules first.
  STATUS(8),
  /// The display path, which keeps its last component and links to the directory.
  DIRECTORY(12),
  /// The absolute path, in the same way.
  PATH(12),
  /// The branch, red when HEAD is detached.
  BRANCH(8),
  /// The branch with its upstream, which keeps only its remote.
  BRANCH_REMOTE(11),
  /// The URL, which loses the one for pushing and links to the web page.
  URL(10),
  /// The identity, which loses its mail.
  IDENT(8),
  /// An oid, which keeps its first digits.
  OID(7),
  /// A time as an age.
  AGE(3),
  /// A time as a date, which loses its hours, then its year; never cut.
  DATE(0);

  private final int leastWidth;

  Look(int leastWidth) {
    this.leastWidth = leastWidth;
  }

  /// Returns the width below which a column of this look is no longer of use; 0 when it is never
  /// cut.
  public int leastWidth() {
    return leastWidth;
  }

  /// Returns whether it names the directory.
  public boolean isDirectory() {
    return this == DIRECTORY || this == PATH;
  }
}
