package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.OptionGroup;

/// The text of `--help`.
public final class HelpText {
  private static final int TEXT_COLUMN = 28;

  private HelpText() {}

  /// Returns the text.
  public static String text() {
    StringBuilder text = new StringBuilder(4096);
    text.append(
        """
        Usage: gitoverit [OPTIONS] [DIR...]
               gitoverit why PATH [OPTIONS] [DIR...]    explain why PATH is listed or not
               gitoverit undo [--yes]                   list the refs last moved; --yes moves branches back

        Shows the state of every git repository below the directories (default: the current one).
        """);
    for (OptionGroup group : OptionGroup.values()) {
      text.append('\n').append(group.title()).append(":\n");
      for (Flag option : group.flags()) {
        append(text, option);
      }
    }
    return text.append(
            """

            Exit: 0 done, 1 --check was true, 2 usage error, 3 a repository failed, 70 defect, 130 interrupted.

            Examples:
              gitoverit --attention ~/projects       show what needs work, most urgent first
              gitoverit -f --attention ~/projects    fetch first, then show the same
              gitoverit --where 'ahead > 0 and branch != "main"' ~/projects
            """)
        .toString();
  }

  private static void append(StringBuilder text, Flag option) {
    String synopsis = (option.letter() == null ? "    " : "") + option.synopsis();
    text.append("  ").append(synopsis);
    text.repeat(' ', Math.max(2, TEXT_COLUMN - 2 - synopsis.length()));
    text.append(option.brief()).append('\n');
  }
}
