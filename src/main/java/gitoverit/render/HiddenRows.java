package gitoverit.render;

/// The rows that an output only counts.
///
/// @param clean the number of clean rows that the summary counts
/// @param others the number of other rows that are not shown
public record HiddenRows(int clean, int others) {
  public static final HiddenRows NONE = new HiddenRows(0, 0);
}
