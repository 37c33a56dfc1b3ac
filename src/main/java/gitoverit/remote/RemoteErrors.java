package gitoverit.remote;

import gitoverit.git.command.GitOutput;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteFailure.Cause;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the cause of a failure in the messages of git, ssh and curl.
///
/// The messages are in English (`LC_ALL=C`), and nothing else distinguishes failures: git's exit
/// code is 128, or 1, for all of them.
final class RemoteErrors {
  private static final Pattern CREDENTIALS_IN_URL = Pattern.compile("://[^/@\\s']*@");

  /// The beginning of a line about the server, and not about this machine.
  private static final String FROM_SERVER = "remote: ";

  /// The most reliable signs come first.
  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              Cause.DISK_FULL,
              "No space left on device",
              "Disk quota exceeded",
              "File too large",
              // SIGXFSZ, of the process that writes the fetched objects.
              "died of signal 25",
              "file write error",
              "unable to write file"),
          new Sign(Cause.REJECTED, "[rejected]", "[remote rejected]"),
          new Sign(
              Cause.HOST_KEY,
              "Host key verification failed",
              "HOST IDENTIFICATION HAS CHANGED",
              "SSL certificate problem",
              "certificate verification failed"),
          new Sign(
              Cause.CREDENTIALS,
              "Permission denied (",
              "could not read Username",
              "could not read Password",
              "Authentication failed",
              "terminal prompts disabled",
              "Too many authentication failures",
              "returned error: 401",
              "returned error: 403"),
          new Sign(
              Cause.UNREACHABLE,
              "Could not resolve host",
              "unable to look up",
              "Name or service not known",
              "nodename nor servname",
              "Temporary failure in name resolution",
              "Connection refused",
              "No route to host",
              "Network is unreachable",
              "Connection timed out",
              "Operation timed out",
              "Failed to connect",
              "Couldn't connect to server"),
          new Sign(
              Cause.NOT_FOUND,
              "does not appear to be a git repository",
              "repository not exported",
              "epository not found",
              "returned error: 404",
              "' not found",
              "o such repository",
              "does not exist"),
          new Sign(
              Cause.CONNECTION_LOST,
              "Connection reset",
              "Connection closed",
              "connection closed",
              "Too many connections",
              "oo many concurrent",
              "early EOF",
              "unexpected EOF",
              "unexpected disconnect",
              "hung up unexpectedly",
              "Broken pipe",
              "RPC failed",
              "Recv failure",
              "Empty reply from server",
              "returned error: 429",
              "returned error: 502",
              "returned error: 503",
              "returned error: 504"));

  private RemoteErrors() {}

  /// The words that indicate a cause.
  private record Sign(Cause cause, List<String> words) {
    Sign(Cause cause, String... words) {
      this(cause, List.of(words));
    }

    /// Returns the first line with one of the words; null without one.
    @Nullable String lineIn(String[] lines) {
      for (String line : lines) {
        boolean ours = cause != Cause.DISK_FULL || !line.startsWith(FROM_SERVER);
        for (String word : words) {
          if (ours && line.contains(word)) {
            return line;
          }
        }
      }
      return null;
    }
  }

  /// Returns the failure that git reports.
  ///
  /// @param host the host of the remote; null for this machine
  static RemoteFailure of(GitOutput output, @Nullable String host) {
    return of(output.errorText(), output.reason(), host);
  }

  /// Returns the failure that messages report.
  ///
  /// @param said all messages
  /// @param reason the message to show if none of them is known
  static RemoteFailure of(String said, String reason, @Nullable String host) {
    String[] lines = said.split("\n", -1);
    for (Sign sign : SIGNS) {
      String line = sign.lineIn(lines);
      if (line != null) {
        return new RemoteFailure(sign.cause(), host, clean(line));
      }
    }
    return new RemoteFailure(Cause.OTHER, host, clean(reason));
  }

  /// Returns whether another attempt may succeed.
  static boolean isTransient(RemoteFailure failure) {
    return failure.cause() == Cause.CONNECTION_LOST;
  }

  private static String clean(String line) {
    String text = line.strip();
    for (String prefix : new String[] {"fatal: ", "error: ", "! "}) {
      if (text.startsWith(prefix)) {
        text = text.substring(prefix.length()).strip();
      }
    }
    return CREDENTIALS_IN_URL.matcher(text).replaceAll("://");
  }
}
