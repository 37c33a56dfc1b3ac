package gitoverit.option;

import gitoverit.fs.FileAccess;
import gitoverit.fs.PathBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the arguments of this process as bytes, for the rare one that is not valid text. Java has
/// replaced the undecodable bytes by U+FFFD, but the system still has them.
public final class RawArguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final int LIMIT = 1 << 22;

  private final FileAccess files;

  public RawArguments(FileAccess files) {
    this.files = files;
  }

  /// Resolves an argument against `directory` as a path.
  public Path path(Path directory, String argument) throws IOException {
    if (argument.indexOf('\uFFFD') >= 0) {
      for (byte[] raw : read()) {
        if (new String(raw, StandardCharsets.UTF_8).equals(argument)) {
          return raw[0] == '/' ? PathBytes.ofAbsolute(raw) : PathBytes.resolve(directory, raw);
        }
      }
    }
    return directory.resolve(argument);
  }

  private List<byte[]> read() throws IOException {
    List<byte[]> arguments = new ArrayList<>();
    byte[] all = files.read(COMMAND_LINE, LIMIT);
    int start = 0;
    for (int i = 0; all != null && i < all.length; i++) {
      if (all[i] == 0) {
        arguments.add(Arrays.copyOfRange(all, start, i));
        start = i + 1;
      }
    }
    return arguments;
  }
}
