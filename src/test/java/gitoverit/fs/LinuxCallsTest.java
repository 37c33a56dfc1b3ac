package gitoverit.fs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class LinuxCallsTest {
  @TempDir private Path root;

  /// As on ext4 without `filetype`, on XFS without `ftype` and on some network file systems.
  @Test
  void asksForTheTypesThatAFileSystemDoesNotTell() throws Exception {
    Files.createFile(root.resolve("file"));
    Files.createDirectory(root.resolve("directory"));
    Files.createSymbolicLink(root.resolve("link"), Path.of("file"));
    DirectoryListing listing = new DirectoryListing();
    for (String name : new String[] {"file", "directory", "link", "vanished"}) {
      listing.add(name.getBytes(UTF_8), 0, name.length(), 0);
    }
    LinuxCalls linux = new LinuxCalls();
    int directory = linux.openDirectory(PathBytes.of(root));
    linux.resolveTypes(directory, listing);
    linux.close(directory);
    assertThat(new int[] {listing.type(0), listing.type(1), listing.type(2), listing.type(3)})
        .containsExactly(
            FileType.REGULAR, FileType.DIRECTORY, FileType.SYMBOLIC_LINK, FileType.OTHER);
  }
}
