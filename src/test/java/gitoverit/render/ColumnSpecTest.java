package gitoverit.render;

import static gitoverit.render.ReportField.BRANCH_REMOTE;
import static gitoverit.render.ReportField.DIR;
import static gitoverit.render.ReportField.IDENT;
import static gitoverit.render.ReportField.MTIME;
import static gitoverit.render.ReportField.STATUS;
import static gitoverit.render.ReportField.URL;
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
    assertThat(apply("-ident")).isEqualTo(ReportField.DEFAULT_COLUMNS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "-nope", "dir,", ",dir", "", "DIR", "dir status"})
  void refusesAnUnknownNameInOneLine(String spec) {
    assertThatThrownBy(() -> apply(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("unknown column '")
        .contains("ahead, behind, branch, branch_remote, ")
        .doesNotContain("\n");
  }

  @Test
  void refusesToShowNothing() {
    assertThatThrownBy(() -> apply("-")).hasMessage("no columns left");
  }

  private static List<ReportField> apply(String spec) {
    return ColumnSpec.apply(spec, ReportField.DEFAULT_COLUMNS);
  }
}
