package gitoverit.render;

import gitoverit.terminal.StyledText;

/// One cell of the table: what it says in several forms, and how the last of them is cut.
public final class Cell {
  /// Which part of a text goes first.
  public enum Cut {
    /// The end goes.
    END,
    /// The beginning goes: of a path, the last component says most.
    PATH,
    /// Nothing; the text stands at the right of its column and is cut at the end.
    NUMBER
  }

  private final Cut cut;
  private final StyledText[] forms;

  /// Makes one.
  ///
  /// @param cut how to go on when not even the last form fits
  /// @param forms the forms, the longest first; at least one
  public Cell(Cut cut, StyledText... forms) {
    this.cut = cut;
    this.forms = forms;
  }

  /// Returns whether the text stands at the right of its column.
  public boolean isNumber() {
    return cut == Cut.NUMBER;
  }

  /// Returns the longest form.
  StyledText whole() {
    return forms[0];
  }

  /// Returns the width at which nothing is lost.
  public int width() {
    return forms[0].width();
  }

  /// Returns the width at which nothing is cut.
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
