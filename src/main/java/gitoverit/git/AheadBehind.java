package gitoverit.git;

/// How far two commits are apart.
///
/// @param ahead commits that only the first one reaches
/// @param behind commits that only the second one reaches
public record AheadBehind(int ahead, int behind) {
  /// Neither reaches a commit that the other does not.
  public static final AheadBehind EVEN = new AheadBehind(0, 0);
}
