package gitoverit.render.table;

import java.util.List;

/// Decides how wide each column is. Knows nothing of text: widths in, widths out.
final class ColumnLayout {
  /// Something a column may give up for the sake of the others.
  ///
  /// @param column which one
  /// @param width its width afterwards; 0 leaves it out
  /// @param partly whether a width between the two is of use
  record Concession(int column, int width, boolean partly) {}

  private final int available;
  private final int gap;
  private final int[] widths;

  private ColumnLayout(int[] natural, int gap, int available) {
    this.widths = natural.clone();
    this.gap = gap;
    this.available = available;
  }

  /// Returns the widths of all columns, 0 for those left out; with the gaps between them never more
  /// than `available` in all.
  ///
  /// Concessions are made in order until the columns fit. Then, from the last one back, each takes
  /// as much of it again as there still is room for. If all of them are not enough, the widest
  /// column gets what there is.
  ///
  /// @param natural the widths at which nothing is lost
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

  /// What is left of the width that is available; below 0 when the columns do not fit.
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
