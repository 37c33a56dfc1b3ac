package gitoverit.analysis;

import gitoverit.git.GitFormatException;
import gitoverit.git.NotARepositoryException;
import gitoverit.git.command.GitMissingException;
import gitoverit.git.command.GitTimeoutException;
import gitoverit.report.Failure;
import gitoverit.report.Failure.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Turns exceptions into the failures that rows show. It is the only place in the program that
/// does.
public final class Failures {
  private Failures() {}

  /// Returns the failure that `thrown` means.
  public static Failure of(Throwable thrown) {
    return switch (thrown) {
      case GitFailedException e -> e.failure();
      case GitTimeoutException e -> new Failure(Kind.TIMEOUT, message(e));
      case NotARepositoryException e -> new Failure(Kind.NOT_A_REPOSITORY, message(e));
      case GitFormatException e -> new Failure(Kind.CORRUPT, message(e));
      case AccessDeniedException e ->
          new Failure(Kind.UNREADABLE, e.getFile() + ": permission denied");
      case NoSuchFileException e ->
          new Failure(Kind.UNREADABLE, e.getFile() + ": no longer exists");
      case FileSystemException e -> new Failure(Kind.UNREADABLE, message(e));
      case GitMissingException _ -> new Failure(Kind.GIT_FAILED, "cannot run git; is it on PATH?");
      case IOException e -> new Failure(Kind.UNREADABLE, message(e));
      case OutOfMemoryError e -> new Failure(Kind.INTERNAL, "not enough memory: " + message(e));
      default -> new Failure(Kind.INTERNAL, internal(thrown));
    };
  }

  private static String message(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : message;
  }

  /// A mistake of this program is reported with the place where it happened.
  private static String internal(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return thrown + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
