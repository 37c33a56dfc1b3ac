package gitoverit.row;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.Operation;
import gitoverit.report.Failure;
import gitoverit.report.RepoResult;
import gitoverit.terminal.StyledText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTest {
  @Test
  void isCleanWhenThereIsNothingToSay() {
    assertThat(StatusText.plain(demo().done())).isEqualTo("clean");
  }

  @Test
  void saysEverythingInItsOrder() {
    RepoResult everything =
        demo()
            .changes(3, 2, 1, 1, 4, 2)
            .submodules(1)
            .aheadBehind(2, 1)
            .operations(Operation.MERGE)
            .done();
    assertThat(StatusText.plain(everything)).isEqualTo("3m (+4/-2) 1u 2d 1s 2↑ 1↓ !");
  }

  @Test
  void showsBothLineTotalsIfOneIsNotZero() {
    assertThat(StatusText.plain(demo().changes(1, 0, 0, 0, 4, 0).done())).isEqualTo("1m (+4/-0)");
    assertThat(StatusText.plain(demo().changes(1, 0, 0, 0, 0, 0).done())).isEqualTo("1m");
  }

  @Test
  void marksLineTotalsThatAreUnknown() {
    RepoResult row = demo().changes(1, 0, 2, 0, 0, 0).unknownLines().done();
    assertThat(StatusText.plain(row)).isEqualTo("1m (+?/-?) 2u");
    assertThat(forms(row)).containsExactly("1m (+?/-?) 2u", "1m 2u");
  }

  @Test
  void arrowsFromAFetchOverADayAgoAreDim() {
    String dim = "\u001B[2m2↑\u001B[0m";
    assertThat(colored(demo().aheadBehind(2, 0).lastFetch("2026-11-23T08:59:59Z").done()))
        .contains(dim);
    assertThat(colored(demo().aheadBehind(2, 0).lastFetch("2026-11-23T09:00:01Z").done()))
        .doesNotContain(dim);
    assertThat(colored(demo().aheadBehind(2, 0).done())).doesNotContain(dim);
  }

  private static String colored(RepoResult row) {
    StringBuilder text = new StringBuilder();
    StatusText.forms(row, Rows.CONTEXT.now())[0].appendTo(text, true);
    return text.toString();
  }

  @Test
  void marksWhatNeedsAttention() {
    assertThat(StatusText.plain(demo().detached().done())).isEqualTo("!");
    assertThat(StatusText.plain(demo().operations(Operation.BISECT).done())).isEqualTo("!");
    assertThat(StatusText.plain(demo().changes(0, 0, 0, 1, 0, 0).done())).isEqualTo("!");
  }

  @Test
  void startsWithAQuestionMarkWhenTheWorktreeWasNotLookedAt() {
    assertThat(StatusText.plain(demo().metadataOnly().done())).isEqualTo("?");
    Rows merging = demo().metadataOnly().aheadBehind(2, 0).operations(Operation.MERGE);
    assertThat(StatusText.plain(merging.done())).isEqualTo("? 2↑ !");
  }

  @Test
  void namesTheKindOfFailure() {
    assertThat(StatusText.plain(Rows.failed("/x", Failure.Kind.DUBIOUS_OWNERSHIP, "not yours")))
        .isEqualTo("error: dubious-ownership");
  }

  @Test
  void losesLinesFirstAndThenSubmodules() {
    RepoResult row = demo().changes(3, 0, 0, 0, 10, 20).submodules(4).done();
    assertThat(forms(row)).containsExactly("3m (+10/-20) 4s", "3m 4s", "3m");
  }

  private static List<String> forms(RepoResult row) {
    List<String> plain = new ArrayList<>();
    for (StyledText form : StatusText.forms(row, Rows.CONTEXT.now())) {
      plain.add(form.plain());
    }
    return plain;
  }

  private static Rows demo() {
    return Rows.at("/home/ada/src/demo");
  }
}
