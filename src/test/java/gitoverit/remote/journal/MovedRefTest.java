package gitoverit.remote.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.PathBytes;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
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
    RefName ref = new RefName("refs/heads/\u00fc");
    MovedRef moved = new MovedRef(1, 2, Action.FETCH, null, ObjectId.parse(NEW), ref, path);
    assertThat(MovedRef.parse(moved.line().strip())).isEqualTo(moved);
    assertThat(MovedRef.parse(moved.line().substring(0, 60))).isNull();
    assertThat(MovedRef.parse("1\t2\tpull\t" + OLD + "\tnonsense\tr\t/x")).isNull();
  }

  @Test
  void readsTheLinesOfOlderJournals() {
    String line =
        "1764263601000\t1764263602\tpull\t" + OLD + "\t" + NEW + "\trefs/heads/main\t/r%20r";
    MovedRef moved = MovedRef.parse(line);
    assertThat(moved)
        .isEqualTo(
            new MovedRef(
                1764263601000L,
                1764263602,
                Action.PULL,
                ObjectId.parse(OLD),
                ObjectId.parse(NEW),
                new RefName("refs/heads/main"),
                Path.of("/r r")));
    assertThat(requireNonNull(moved).line()).isEqualTo(line + "\n");
  }

  @Test
  void ignoresALineWhoseRefGitWouldNotAccept() {
    assertThat(MovedRef.parse("1\t2\tpull\t" + OLD + "\t" + NEW + "\trefs/heads/..\t/r")).isNull();
  }
}
