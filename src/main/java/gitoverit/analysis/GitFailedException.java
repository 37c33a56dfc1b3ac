package gitoverit.analysis;

import gitoverit.git.command.GitOutput;
import gitoverit.report.Failure;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;

/// Reports that git was asked about a repository and refused or failed.
final class GitFailedException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private static final List<String> UNSUPPORTED =
      List.of(
          "unknown repository extension",
          "unknown object format",
          "unknown ref storage format",
          "Expected git repo version",
          "index uses",
          "bad index version",
          "nknown index entry format",
          "requires repositoryformatversion");
  private static final List<String> CORRUPT =
      List.of(
          "index file",
          "bad signature",
          "bad index",
          "bad object",
          "bad tree object",
          "bad config",
          "corrupt",
          "unable to read",
          "could not parse",
          "is empty",
          "loose object",
          "malformed",
          "inflate",
          "bad numeric config value",
          "bad boolean config value",
          "does not point to a valid object");

  private final Failure.Kind kind;

  private GitFailedException(Failure.Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /// Recognises the kind of failure by git's messages.
  static GitFailedException of(Path repository, GitOutput output) {
    String said = output.errorText();
    if (said.contains("detected dubious ownership") || said.contains("is owned by someone else")) {
      return new GitFailedException(
          Failure.Kind.DUBIOUS_OWNERSHIP,
          "owned by another user; to trust it: git config --global --add safe.directory "
              + repository);
    }
    return new GitFailedException(kindOf(said), output.reason());
  }

  private static Failure.Kind kindOf(String said) {
    if (containsAny(said, UNSUPPORTED)) {
      return Failure.Kind.UNSUPPORTED;
    }
    if (said.contains("Permission denied")) {
      return Failure.Kind.UNREADABLE;
    }
    if (said.contains("not a git repository")) {
      return Failure.Kind.NOT_A_REPOSITORY;
    }
    return containsAny(said, CORRUPT) ? Failure.Kind.CORRUPT : Failure.Kind.GIT_FAILED;
  }

  private static boolean containsAny(String text, List<String> words) {
    return words.stream().anyMatch(text::contains);
  }

  Failure failure() {
    return new Failure(kind, String.valueOf(getMessage()));
  }
}
