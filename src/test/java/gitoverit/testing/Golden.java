package gitoverit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares whole outputs with files under `src/test/resources/gitoverit`.
///
/// Run the tests with `-Dgitoverit.golden.update=true` to write what they got instead; then read
/// the difference before committing it.
public final class Golden {
  private static final Path DIRECTORY = Path.of("src/test/resources/gitoverit");

  private Golden() {}

  /// Returns whether the files get the new content instead of a comparison.
  public static boolean isUpdated() {
    return Boolean.getBoolean("gitoverit.golden.update");
  }

  /// Requires `actual` to be exactly what the file of this name holds.
  public static void assertMatches(String name, String actual) throws IOException {
    Path file = DIRECTORY.resolve(name);
    if (isUpdated()) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(file).exists();
    assertThat(actual).as(name).isEqualTo(Files.readString(file));
  }
}
