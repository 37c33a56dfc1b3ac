package gitoverit.remote;

import java.io.IOException;

/// Checks names of remotes. Git allows `[remote "--all"]` in a configuration, but takes that name
/// for an option on a command line.
final class RemoteName {
  private RemoteName() {}

  /// Returns the name, which git accepts as the name of a remote.
  ///
  /// @throws IOException if git would take it for an option
  static String argument(String name) throws IOException {
    if (name.startsWith("-")) {
      throw new IOException("remote name looks like an option: '" + name + "'");
    }
    return name;
  }
}
