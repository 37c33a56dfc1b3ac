package gitoverit.render;

/// The rows that an output leaves out and only counts.
///
/// @param clean how many clean ones are folded into the summary
/// @param others how many others are not shown
public record HiddenRows(int clean, int others) {
  public static final HiddenRows NONE = new HiddenRows(0, 0);
}
