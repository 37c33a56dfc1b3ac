package gitoverit.row;

/// The look of a column: its style, its link, its shorter forms, and the width below which it is
/// useless.
public enum Look {
  /// The value, never cut.
  WHOLE(0),
  /// The value, cut at its end.
  TEXT(8),
  /// The status text. Its lines and submodules are dropped first.
  STATUS(8),
  /// The display path. It keeps its last component and links to the directory.
  DIRECTORY(12),
  /// The absolute path, which is cut and linked in the same way.
  PATH(12),
  /// The branch, red when HEAD is detached.
  BRANCH(8),
  /// The branch with its upstream, which is shortened to its remote.
  BRANCH_REMOTE(11),
  /// The URL. The push URL is dropped first; the link leads to the web page.
  URL(10),
  /// The identity. Its mail address is dropped first.
  IDENT(8),
  /// An oid, cut to its first digits.
  OID(7),
  /// A time as an age.
  AGE(3),
  /// A time as a date. The hours are dropped first, then the year; it is never cut.
  DATE(0);

  private final int leastWidth;

  Look(int leastWidth) {
    this.leastWidth = leastWidth;
  }

  /// Returns the width below which a column of this look is useless; 0 if it is never cut.
  public int leastWidth() {
    return leastWidth;
  }

  /// Returns whether the column names the directory.
  public boolean isDirectory() {
    return this == DIRECTORY || this == PATH;
  }
}
