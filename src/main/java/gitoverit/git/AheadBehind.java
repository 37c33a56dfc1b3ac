package gitoverit.git;

/// The numbers of commits by which two commits differ.
///
/// @param ahead commits that only the first one reaches
/// @param behind commits that only the second one reaches
public record AheadBehind(int ahead, int behind) {
  /// Both commits reach the same commits.
  public static final AheadBehind EVEN = new AheadBehind(0, 0);
}
