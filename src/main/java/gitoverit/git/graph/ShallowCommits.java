package gitoverit.git.graph;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the commits at which the history of a shallow clone ends (`gitformat-shallow`, the file
/// `shallow`).
final class ShallowCommits {
  private static final int LIMIT = 1 << 24;

  private ShallowCommits() {}

  /// Returns the commits that git treats as having no parents; null if the repository is not
  /// shallow.
  static @Nullable Set<ObjectId> read(FileAccess files, Path commonDir) throws IOException {
    Path file = commonDir.resolve("shallow");
    byte[] bytes = files.read(file, LIMIT);
    if (bytes == null) {
      return null;
    }
    Set<ObjectId> commits = new HashSet<>();
    int number = 0;
    for (String line : new String(bytes, US_ASCII).lines().toList()) {
      number++;
      ObjectId oid = ObjectId.parse(line);
      if (oid == null) {
        throw new GitFormatException(file.toString(), number, "not an oid");
      }
      commits.add(oid);
    }
    return commits;
  }
}
