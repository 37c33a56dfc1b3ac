package gitoverit.row;

import gitoverit.report.HeadState;

/// The text of a branch: its short name, or `DETACHED@` and the first seven digits of the commit.
public final class BranchText {
  private static final int DIGITS = 7;

  private BranchText() {}

  /// Returns the text for HEAD.
  public static String of(HeadState head) {
    if (head.branch() != null) {
      return head.branch();
    }
    String oid = head.oid();
    return "DETACHED@" + (oid == null ? "" : oid.substring(0, Math.min(DIGITS, oid.length())));
  }
}
