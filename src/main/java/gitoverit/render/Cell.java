package gitoverit.render;

import gitoverit.terminal.StyledText;

/// A cell of the table: its text in several forms, and the way in which the last form is cut.
public final class Cell {
  /// The part of a text that is cut first.
  public enum Cut {
    /// The end.
    END,
    /// The beginning, because the last component of a path is the most useful.
    PATH,
    /// The end; the text is aligned to the right.
    NUMBER
  }

  private final Cut cut;
  private final StyledText[] forms;

  /// Creates a cell.
  ///
  /// @param cut the part to cut if not even the last form fits
  /// @param forms the forms, longest first; at least one
  public Cell(Cut cut, StyledText... forms) {
    this.cut = cut;
    this.forms = forms;
  }

  /// Returns whether the text is aligned to the right.
  public boolean isNumber() {
    return cut == Cut.NUMBER;
  }

  /// Returns the longest form.
  StyledText whole() {
    return forms[0];
  }

  /// Returns the width of the longest form.
  public int width() {
    return forms[0].width();
  }

  /// Returns the width of the narrowest form, which needs no cut.
  public int uncutWidth() {
    int least = forms[0].width();
    for (StyledText form : forms) {
      least = Math.min(least, form.width());
    }
    return least;
  }

  /// Returns the longest form that fits into `width` columns, cut if none does.
  public StyledText fit(int width) {
    for (StyledText form : forms) {
      if (form.width() <= width) {
        return form;
      }
    }
    StyledText shortest = forms[forms.length - 1];
    return cut == Cut.PATH ? shortest.cutPath(width) : shortest.cutEnd(width);
  }
}
