package gitoverit.option;

/// What is said about an option.
///
/// @param option the option
/// @param brief one line, of at most 70 characters
/// @param more what the manual page adds; may be empty
public record OptionDoc(Flag option, String brief, String more) {

  static OptionDoc of(Flag option, String brief) {
    return new OptionDoc(option, brief, "");
  }

  static OptionDoc of(Flag option, String brief, String more) {
    return new OptionDoc(option, brief, more);
  }

  /// Returns the option with its letter and its argument, such as `-o, --format FORMAT`.
  public String synopsis() {
    String letter = option.letter() == null ? "    " : "-" + option.letter() + ", ";
    String argument = option.argument() == null ? "" : " " + option.argument();
    return letter + "--" + option.word() + argument;
  }
}
