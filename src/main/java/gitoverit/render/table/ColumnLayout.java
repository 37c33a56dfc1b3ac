package gitoverit.render.table;

import java.util.List;

/// Computes the widths of the columns from their natural widths. It does not know their text.
final class ColumnLayout {
  /// A width to which a column may shrink in favour of the others.
  ///
  /// @param column which one
  /// @param width the reduced width; 0 drops the column
  /// @param partly whether widths between the two are useful
  record Concession(int column, int width, boolean partly) {}

  private final int available;
  private final int gap;
  private final int[] widths;

  private ColumnLayout(int[] natural, int gap, int available) {
    this.widths = natural.clone();
    this.gap = gap;
    this.available = available;
  }

  /// Returns the widths of all columns, 0 for dropped ones. With the gaps between them, the sum is
  /// at most `available`.
  ///
  /// Concessions are made in order until the columns fit. Then, from the last one back, each takes
  /// back as much as there is room for. If even all concessions are not enough, the widest column
  /// is cut to the available width.
  ///
  /// @param natural the widths of the longest forms
  /// @param gap columns between two neighbours
  static int[] fit(int[] natural, int gap, int available, List<Concession> concessions) {
    ColumnLayout layout = new ColumnLayout(natural, gap, available);
    int[] before = new int[concessions.size()];
    int made = 0;
    while (made < before.length && layout.room() < 0) {
      before[made] = layout.concede(concessions.get(made));
      made++;
    }
    while (made-- > 0) {
      layout.takeBack(concessions.get(made), before[made]);
    }
    layout.clamp();
    return layout.widths;
  }

  /// Returns the remaining width; negative if the columns do not fit.
  private int room() {
    int used = -gap;
    for (int width : widths) {
      used += width > 0 ? width + gap : 0;
    }
    return available - used;
  }

  private int concede(Concession concession) {
    int before = widths[concession.column()];
    widths[concession.column()] = Math.min(before, concession.width());
    return before;
  }

  private void takeBack(Concession concession, int before) {
    int width = widths[concession.column()];
    int room = room() - (width == 0 ? gap : 0);
    if (before - width <= room) {
      widths[concession.column()] = before;
    } else if (concession.partly() && width > 0 && room > 0) {
      widths[concession.column()] = width + room;
    }
  }

  private void clamp() {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    widths[widest] = Math.max(0, widths[widest] + Math.min(0, room()));
  }
}
