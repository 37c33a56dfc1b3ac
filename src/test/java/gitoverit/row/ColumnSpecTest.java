package gitoverit.row;

import static gitoverit.row.Field.BRANCH_REMOTE;
import static gitoverit.row.Field.DIR;
import static gitoverit.row.Field.IDENT;
import static gitoverit.row.Field.MTIME;
import static gitoverit.row.Field.STATUS;
import static gitoverit.row.Field.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnSpecTest {
  @Test
  void appendsAndMovesAndRemovesFromLeftToRight() {
    assertThat(apply("ident")).containsExactly(DIR, STATUS, BRANCH_REMOTE, URL, MTIME, IDENT);
    assertThat(apply("dir")).containsExactly(STATUS, BRANCH_REMOTE, URL, MTIME, DIR);
    assertThat(apply("-url,-mtime")).containsExactly(DIR, STATUS, BRANCH_REMOTE);
    assertThat(apply("-,status, dir")).containsExactly(STATUS, DIR);
    assertThat(apply("ident,-,dir,-dir,mtime")).containsExactly(MTIME);
    assertThat(apply("-ident")).isEqualTo(Field.DEFAULT_COLUMNS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "-nope", "dir,", ",dir", "", "DIR", "dir status"})
  void refusesAnUnknownNameInOneLine(String spec) {
    assertThatThrownBy(() -> apply(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("unknown column '")
        .contains("ahead, asked_git, behind, branch, branch_remote, ")
        .doesNotContain("\n");
  }

  @Test
  void mayLeaveNoColumn() {
    assertThat(apply("-")).isEmpty();
  }

  private static List<Field> apply(String spec) {
    return ColumnSpec.apply(spec, Field.DEFAULT_COLUMNS);
  }
}
