package gitoverit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares whole outputs with files under `src/test/resources/gitoverit`.
///
/// Run the tests with `-Dgitoverit.golden.update=true` to overwrite the files with the actual
/// output, and read the diff before you commit it.
public final class Golden {
  private static final Path DIRECTORY = Path.of("src/test/resources/gitoverit");

  private Golden() {}

  /// Returns whether the files are overwritten instead of compared.
  public static boolean isUpdated() {
    return Boolean.getBoolean("gitoverit.golden.update");
  }

  /// Requires `actual` to equal the content of the file with this name.
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
