package gitoverit.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.render.table.ColumnLayout.Concession;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnLayoutTest {
  private static final List<Concession> CONCESSIONS =
      List.of(
          new Concession(1, 10, true),
          new Concession(2, 10, false),
          new Concession(0, 12, true),
          new Concession(1, 5, true),
          new Concession(2, 0, false),
          new Concession(1, 0, false));

  @Test
  void leavesEverythingAsItIsWhileItFits() {
    assertThat(fit(20 + 2 + 30 + 2 + 16)).containsExactly(20, 30, 16);
    assertThat(fit(Integer.MAX_VALUE)).containsExactly(20, 30, 16);
  }

  @Test
  void takesFromTheFirstOnlyWhatIsNeeded() {
    assertThat(fit(69)).containsExactly(20, 29, 16);
    assertThat(fit(50)).containsExactly(20, 10, 16);
  }

  @Test
  void givesBackWhatOneStepFreedTooMuch() {
    assertThat(fit(49)).containsExactly(20, 15, 10);
  }

  @Test
  void makesAllConcessionsBeforeItLeavesAColumnOut() {
    assertThat(fit(12 + 2 + 5 + 2 + 10)).containsExactly(12, 5, 10);
    assertThat(fit(12 + 2 + 5 + 2 + 9)).containsExactly(18, 10, 0);
  }

  @Test
  void keepsOneColumnWhateverTheWidth() {
    assertThat(fit(18)).containsExactly(18, 0, 0);
    assertThat(fit(3)).containsExactly(3, 0, 0);
    assertThat(fit(0)).containsExactly(0, 0, 0);
  }

  @Test
  void neverExceedsAnyWidth() {
    for (int available = 0; available < 80; available++) {
      int used = 0;
      for (int width : fit(available)) {
        used += width == 0 ? 0 : used == 0 ? width : width + 2;
      }
      assertThat(used).isLessThanOrEqualTo(available);
    }
  }

  private static int[] fit(int available) {
    return ColumnLayout.fit(new int[] {20, 30, 16}, 2, available, CONCESSIONS);
  }
}
