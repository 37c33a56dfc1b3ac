package gitoverit.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExcludeGlobsTest {
  private static final Path START = Path.of("/start");

  @ParameterizedTest
  @CsvSource({
    "node_modules,  a/node_modules, true",
    "node_*,        a/node_modules, true",
    "modules,       a/node_modules, false",
    "node_modules/, a/node_modules, true",
    "a/node*,       a/node_modules, true",
    "a/node*,       b/a/node_modules, false",
    "/a,            a, true",
    "**/x,          a/b/x, true",
    "a/*,           a/b/c, false",
    "a/**,          a/b/c, true",
    "A,             a, false",
  })
  void aGlobWithASlashMatchesThePathAnyOtherTheName(String glob, String path, boolean excluded) {
    Path directory = START.resolve(path);
    byte[] name = String.valueOf(directory.getFileName()).getBytes(UTF_8);
    ExcludeGlobs globs = new ExcludeGlobs(List.of("unrelated", glob));
    assertThat(globs.match(START, directory, name)).isEqualTo(excluded);
    assertThat(globs.matching(START, directory, name) != null).isEqualTo(excluded);
  }
}
