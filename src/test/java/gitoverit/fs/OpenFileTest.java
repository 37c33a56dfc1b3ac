package gitoverit.fs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenFileTest {
  private static final FileAccess FILES = FileAccess.create();

  @TempDir Path directory;

  @Test
  void readsAtAnyPlaceAndUpToTheEnd() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "0123456789");
    try (OpenFile file = open(path)) {
      byte[] buffer = new byte[8];
      assertThat(file.read(7, buffer, 1, 2)).isEqualTo(2);
      assertThat(buffer).isEqualTo("\00078\0\0\0\0\0".getBytes(US_ASCII));
      assertThat(file.read(4, buffer, 0, 8)).isEqualTo(6);
      assertThat(file.read(10, buffer, 0, 8)).isZero();
      assertThat(file.read(1L << 40, buffer, 0, 8)).isZero();
      assertThat(file.size()).isEqualTo(10);
    }
  }

  private static OpenFile open(Path path) throws IOException {
    return requireNonNull(FILES.open(path));
  }

  @Test
  void followsALinkToTheFile() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "text");
    try (OpenFile file = open(Files.createSymbolicLink(directory.resolve("link"), path))) {
      assertThat(file.size()).isEqualTo(4);
    }
  }

  @Test
  void tellsThatThereIsNone() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "text");
    assertThat(FILES.open(directory.resolve("none"))).isNull();
    assertThat(FILES.open(file.resolve("below a file"))).isNull();
  }

  @Test
  void refusesToReadADirectory() {
    assertThatThrownBy(
            () -> {
              try (OpenFile file = open(directory)) {
                file.read(0, new byte[1], 0, 1);
              }
            })
        .isInstanceOf(IOException.class);
  }
}
