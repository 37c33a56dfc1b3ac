package gitoverit.help;

import gitoverit.option.OptionDoc;
import gitoverit.option.OptionGroup;

/// What `--help` prints.
public final class HelpText {
  private static final int TEXT_COLUMN = 28;

  private HelpText() {}

  /// Returns the text.
  public static String text() {
    StringBuilder text = new StringBuilder(4096);
    text.append(
        """
        Usage: gitoverit [OPTIONS] [DIR...]
               gitoverit why PATH [OPTIONS] [DIR...]    why is it a row, or not?
               gitoverit undo [--yes]                   move back what -P or -f moved

        The state of every git repository below the directories (default: the current one).
        """);
    for (OptionGroup group : OptionGroup.values()) {
      text.append('\n').append(group.title()).append(":\n");
      for (OptionDoc doc : group.options()) {
        append(text, doc);
      }
    }
    return text.append(
            """

            Exit code: 0 done, 1 --check was true, 2 wrong usage, 3 a repository failed, 130 interrupted.

            Examples:
              gitoverit --attention ~/projects     what to do next
              gitoverit -f -s status ~/projects    fetch first, then see who is ahead or behind
              gitoverit --where 'ahead > 0 and branch != "main"' ~/projects
            """)
        .toString();
  }

  private static void append(StringBuilder text, OptionDoc doc) {
    String synopsis = doc.synopsis();
    text.append("  ").append(synopsis);
    text.repeat(' ', Math.max(2, TEXT_COLUMN - 2 - synopsis.length()));
    text.append(doc.brief()).append('\n');
  }
}
