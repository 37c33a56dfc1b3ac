package gitoverit.option;

import org.jspecify.annotations.Nullable;

/// The commands of the program. A directory with the name of a command is written `./why`.
public enum Command {
  /// Shows a row for each repository. It has no word.
  SHOW(""),
  WHY("why"),
  UNDO("undo");

  private final String word;

  Command(String word) {
    this.word = word;
  }

  /// Returns its name on the command line.
  public String word() {
    return word;
  }

  /// Returns the command with this word; null if there is none.
  static @Nullable Command of(String word) {
    for (Command command : values()) {
      if (command != SHOW && command.word.equals(word)) {
        return command;
      }
    }
    return null;
  }
}
