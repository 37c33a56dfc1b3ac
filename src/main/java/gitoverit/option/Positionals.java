package gitoverit.option;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments that are not options: a command, if its word comes first, the path that it
/// explains, and directories.
///
/// @param path the path of [Command#WHY]; null for other commands
record Positionals(Command command, @Nullable String path, List<String> directories) {

  /// @param literals the number of last arguments that cannot be a command
  static Positionals of(List<String> arguments, int literals) throws UsageException {
    List<String> rest = new ArrayList<>(arguments);
    for (int i = 0; i < arguments.size() - literals; i++) {
      Command command = Command.of(arguments.get(i));
      if (command != null) {
        rest.remove(i);
        return new Positionals(command, command == Command.WHY ? takePath(rest, i) : null, rest);
      }
    }
    return new Positionals(Command.SHOW, null, rest);
  }

  private static String takePath(List<String> arguments, int at) throws UsageException {
    if (at == arguments.size()) {
      throw new UsageException("why needs a PATH (a directory named why is written ./why)");
    }
    return arguments.remove(at);
  }
}
