package gitoverit.remote.journal;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.PathBytes;
import gitoverit.remote.journal.MovedRef.Action;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class MovedRefTest {
  private static final String OLD = "1".repeat(40);
  private static final String NEW = "2".repeat(40);

  @Test
  void aLineOfTheJournalReadsBackWhateverTheNames() {
    byte[] name = "/tab\there/100%/caf_".getBytes(StandardCharsets.ISO_8859_1);
    name[name.length - 1] = (byte) 0xE9;
    Path path = PathBytes.ofAbsolute(name);
    MovedRef moved = new MovedRef(1, 2, Action.FETCH, null, NEW, "refs/heads/\u00fc", path);
    assertThat(MovedRef.parse(moved.line().strip())).isEqualTo(moved);
    assertThat(MovedRef.parse(moved.line().substring(0, 60))).isNull();
    assertThat(MovedRef.parse("1\t2\tpull\t" + OLD + "\tnonsense\tr\t/x")).isNull();
  }
}
