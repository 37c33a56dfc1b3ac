package gitoverit.render.table;

import gitoverit.render.table.ColumnLayout.Concession;
import gitoverit.row.Field;
import java.util.ArrayList;
import java.util.List;

/// In which order the columns of a table give way when the terminal is too narrow.
///
/// In each of these rounds the least important column goes first: names take their shorter forms;
/// rows much longer than the others are cut; times lose their hours; the status loses its lines;
/// names lose a third; times keep only month and day; names keep only what still tells them apart;
/// columns are left out; the status is cut, then the directory. At the end one column is left.
final class Concessions {
  private static final int DATE = 10;
  private static final int SHORT_DATE = 5;
  private static final int LEAST_DIRECTORY = 4;

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

  /// Returns the concessions for these columns.
  ///
  /// @param typical the width in which most rows of each column fit
  /// @param uncut the width in which all rows fit in their shortest forms
  static List<Concession> of(List<Field> columns, int[] typical, int[] uncut) {
    Concessions concessions = new Concessions(columns, typical, uncut);
    concessions.shortenNames(false);
    concessions.cutNames(1, 1);
    concessions.shortenTimes(DATE);
    concessions.shortenNames(true);
    concessions.cutNames(2, 3);
    concessions.shortenTimes(SHORT_DATE);
    concessions.cutNames(0, 1);
    concessions.leaveOut(true);
    concessions.cutStatus();
    concessions.cutDirectory();
    concessions.leaveOut(false);
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

  /// Goes to the shorter forms, of the status or of all the others.
  private void shortenNames(boolean status) {
    for (int column : leastImportantFirst) {
      Field field = columns.get(column);
      if (leastUseful(field) > 0 && status == (field == Field.STATUS)) {
        made.add(new Concession(column, uncut[column], true));
      }
    }
  }

  /// Cuts to a part of the typical width, but not below what is of use. The status is spared.
  private void cutNames(int numerator, int denominator) {
    for (int column : leastImportantFirst) {
      int least = leastUseful(columns.get(column));
      if (least > 0 && columns.get(column) != Field.STATUS) {
        int width = typical[column] * numerator / denominator;
        made.add(new Concession(column, Math.max(least, width), true));
      }
    }
  }

  private void shortenTimes(int width) {
    for (int column : leastImportantFirst) {
      if (isTime(columns.get(column))) {
        made.add(new Concession(column, width, false));
      }
    }
  }

  private void cutStatus() {
    int column = columns.indexOf(Field.STATUS);
    if (column >= 0) {
      made.add(new Concession(column, leastUseful(Field.STATUS), true));
    }
  }

  /// Without its directory a row says nothing, so a few letters are better than none.
  private void cutDirectory() {
    for (int column : leastImportantFirst) {
      Field field = columns.get(column);
      if (field != Field.STATUS && field.rank() <= Field.PATH.rank()) {
        made.add(new Concession(column, LEAST_DIRECTORY, true));
      }
    }
  }

  /// Leaves out all but the most important column.
  ///
  /// @param spareNames whether the status and the names of directories stay
  private void leaveOut(boolean spareNames) {
    for (int i = 0; i < leastImportantFirst.length - 1; i++) {
      int column = leastImportantFirst[i];
      if (!spareNames || columns.get(column).rank() > Field.PATH.rank()) {
        made.add(new Concession(column, 0, false));
      }
    }
  }

  private static boolean isTime(Field column) {
    return column == Field.MTIME || column == Field.LATEST_MTIME;
  }

  /// The width below which a column of names says nothing; 0 for a column that is not cut.
  private static int leastUseful(Field column) {
    return switch (column) {
      case DIR, DISPLAY_PATH, PATH -> 12;
      case BRANCH_REMOTE -> 11;
      case REMOTE_URL, URL -> 10;
      case BRANCH, ERROR, IDENT, OPERATION, REMOTE, STATUS -> 8;
      case HEAD -> 7;
      case LAST_COMMIT -> 3;
      default -> 0;
    };
  }
}
