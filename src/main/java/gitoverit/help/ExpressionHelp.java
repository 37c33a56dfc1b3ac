package gitoverit.help;

import gitoverit.git.Operation;
import gitoverit.query.Vocabulary;
import gitoverit.row.FieldType;
import java.util.ArrayList;
import java.util.List;

/// The text of `--help-where`. The lists of names come from the fields and from the language.
public final class ExpressionHelp {
  private static final int WIDTH = 100;

  /// The text.
  public static final String TEXT = text();

  private ExpressionHelp() {}

  private static String text() {
    return """
    Expressions of --where, --check and --print

      --where EXPR    show only the rows for which EXPR is true
      --check EXPR    exit with 1 if EXPR is true for a row that is shown, whatever else failed
      --print EXPR    print the value of EXPR for each row, one a line, instead of the table
      -0, --print0    end each value with a NUL, and print a `path` as its bytes;
                      without --print it prints `path`

    Examples:
      dirty and branch != "main"            branch.startswith("feature/")
      ahead > 0 or stashes                  rx(branch, "^(release|hotfix)")
      not dirty and "myorg" in url          branch.rxi("fix")
      branch in ["main", "master"]          remote == "-"
      mtime > now - 7*days                  error.kind == "timeout"

    Values: 12, 0.5, "text", 'text', r"a\\b" (no escapes), ["a", "b"], ("a", "b"), true, false, null
    (True, False and None are the same). \\n \\t \\\\ \\" \\' are escapes in a text.

    Joining:     and &&   or ||   not !   ( )
    Comparing:   == != < <= > >=, also in a chain (0 < ahead < 5); is, is not; in, not in
                 (a part of a text, an element of a list). Case matters.
    Calculating: + - * / %; + also joins texts
    """
        + list("Methods:     ", Vocabulary.methods())
        + """
                     on a text; for startswith and endswith, x can be a list of texts; a list has
                     .contains(x) too
        Functions:   len(x) of a text or a list; str(x) of any value
        Patterns:    rx(text, "pattern") or text.rx("pattern") is true when the regular expression (of
                     RE2) is found anywhere in the text; rxi ignores case

        A number other than 0, a text or list that is not empty, and an error are true.

        Unknown facts are null; for a failed repository nearly all are. A comparison with null is unknown,
        which is not true; `x == null` and `x != null` always have an answer. `and` and `or` decide when
        they can: false and unknown is false, true or unknown is true.

        Names:
        """
        + list("  texts:      ", Vocabulary.names(FieldType.TEXT))
        + list("  numbers:    ", Vocabulary.names(FieldType.NUMBER))
        + list("  times:      ", Vocabulary.names(FieldType.TIME))
        + list("  yes or no:  ", Vocabulary.names(FieldType.YES_NO))
        + list("  lists:      ", Vocabulary.names(FieldType.WORDS))
        + list("  errors:     ", Vocabulary.names(FieldType.ERROR))
        + """

          remote      the upstream; `-` without one
          worktree    main, linked or bare
          skipped     the reason why nothing was pulled or pushed
          plan        the steps that --dry-run would take
        """
        + list("  operation   ", operations())
        + """
          error       has the parts error.kind and error.message

        Times are seconds since 1970; seconds, minutes, hours, days and weeks are numbers of seconds.

        --print shows null as `-`, yes or no as true or false, the elements of a list with a space
        between them, and quotes a text that would break the line as git quotes it.
        """;
  }

  private static List<String> operations() {
    List<String> words = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      words.add(operation.label());
    }
    return words;
  }

  /// Returns words in lines, the first of which begins with `label`; the others are indented as
  /// far.
  private static String list(String label, List<String> words) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(label);
    for (String word : words) {
      if (line.length() + word.length() > WIDTH) {
        text.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
        line.append(" ".repeat(label.length()));
      }
      line.append(word).append(' ');
    }
    return text.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
