package gitoverit.render.table;

import gitoverit.render.table.ColumnLayout.Concession;
import gitoverit.row.Field;
import gitoverit.row.Look;
import java.util.ArrayList;
import java.util.List;

/// The order in which columns shrink if the terminal is too narrow.
///
/// Each round starts with the least important column. The rounds are: names take their shorter
/// forms; rows much longer than the others are cut; times drop their hours; the status drops its
/// lines; names are cut by a third; times are cut to month and day; names are cut to what still
/// distinguishes them; columns are dropped; the status is cut, then the directory. In the end one
/// column is left.
final class Concessions {
  private static final int DATE = 10;
  private static final int SHORT_DATE = 5;
  private static final int LEAST_DIRECTORY = 4;

  /// The share of its typical width that a column of names keeps.
  private enum Share {
    ALL(3),
    TWO_THIRDS(2),
    NONE(0);

    private final int thirds;

    Share(int thirds) {
      this.thirds = thirds;
    }

    int of(int width) {
      return width * thirds / 3;
    }
  }

  private final List<Field> columns;
  private final int[] typical;
  private final int[] uncut;
  private final int[] leastImportantFirst;
  private final List<Concession> made = new ArrayList<>();

  private Concessions(List<Field> columns, int[] typical, int[] uncut) {
    this.columns = columns;
    this.typical = typical;
    this.uncut = uncut;
    this.leastImportantFirst = leastImportantFirst(columns);
  }

  /// Returns the concessions of the given columns.
  ///
  /// @param typical the width that fits most rows of each column
  /// @param uncut the width that fits the shortest forms of all rows
  static List<Concession> of(List<Field> columns, int[] typical, int[] uncut) {
    Concessions concessions = new Concessions(columns, typical, uncut);
    concessions.shortenNames();
    concessions.cutNames(Share.ALL);
    concessions.shortenTimes(DATE);
    concessions.shortenStatus();
    concessions.cutNames(Share.TWO_THIRDS);
    concessions.shortenTimes(SHORT_DATE);
    concessions.cutNames(Share.NONE);
    concessions.leaveOutTheRest();
    concessions.cutStatus();
    concessions.cutDirectory();
    concessions.leaveOutAllButOne();
    return concessions.made;
  }

  private static int[] leastImportantFirst(List<Field> columns) {
    int[] order = new int[columns.size()];
    for (int i = 0; i < order.length; i++) {
      int rank = columns.get(i).rank();
      int at = i;
      while (at > 0 && columns.get(order[at - 1]).rank() < rank) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
    return order;
  }

  /// Shrinks all columns but the status to their shorter forms.
  private void shortenNames() {
    for (int column : leastImportantFirst) {
      if (isName(look(column))) {
        made.add(new Concession(column, uncut[column], true));
      }
    }
  }

  /// Cuts names to a share of the typical width, but not below the least useful width.
  private void cutNames(Share share) {
    for (int column : leastImportantFirst) {
      Look look = look(column);
      if (isName(look)) {
        int width = Math.max(look.leastWidth(), share.of(typical[column]));
        made.add(new Concession(column, width, true));
      }
    }
  }

  private static boolean isName(Look look) {
    return look.leastWidth() > 0 && look != Look.STATUS;
  }

  private void shortenTimes(int width) {
    for (int column : leastImportantFirst) {
      if (look(column) == Look.DATE) {
        made.add(new Concession(column, width, false));
      }
    }
  }

  private void shortenStatus() {
    int column = columns.indexOf(Field.STATUS);
    if (column >= 0) {
      made.add(new Concession(column, uncut[column], true));
    }
  }

  private void cutStatus() {
    int column = columns.indexOf(Field.STATUS);
    if (column >= 0) {
      made.add(new Concession(column, Look.STATUS.leastWidth(), true));
    }
  }

  /// Cuts the directory down to a few letters, because a row without its directory is useless.
  private void cutDirectory() {
    for (int column : leastImportantFirst) {
      if (look(column).isDirectory()) {
        made.add(new Concession(column, LEAST_DIRECTORY, true));
      }
    }
  }

  /// Drops all columns but the status and the directories. The most important column always stays.
  private void leaveOutTheRest() {
    for (int i = 0; i < leastImportantFirst.length - 1; i++) {
      Look look = look(leastImportantFirst[i]);
      if (look != Look.STATUS && !look.isDirectory()) {
        made.add(new Concession(leastImportantFirst[i], 0, false));
      }
    }
  }

  private void leaveOutAllButOne() {
    for (int i = 0; i < leastImportantFirst.length - 1; i++) {
      made.add(new Concession(leastImportantFirst[i], 0, false));
    }
  }

  private Look look(int column) {
    return columns.get(column).look();
  }
}
