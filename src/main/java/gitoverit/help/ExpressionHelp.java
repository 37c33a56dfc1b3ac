package gitoverit.help;

import gitoverit.git.Operation;
import gitoverit.query.Vocabulary;
import gitoverit.row.FieldType;
import java.util.ArrayList;
import java.util.List;

/// The text of `--help-where`. Its lists of names come from the fields and from the expression
/// language.
public final class ExpressionHelp {
  private static final int WIDTH = 100;

  /// The text.
  public static final String TEXT = text();

  private ExpressionHelp() {}

  private static String text() {
    return """
    Expressions for --where, --check and --print

      --where EXPR    show only rows for which EXPR is true
      --check EXPR    exit with status 1 if EXPR is true for a row that is shown
      --print EXPR    print the value of EXPR for each row, one per line, instead of a table
      -0, --print0    end each value with a NUL and print a `path` as its bytes;
                      without --print, print `path`

    Examples:
      dirty and branch != "main"            branch.startswith("feature/")
      ahead > 0 or stashes                  rx(branch, "^(release|hotfix)")
      not dirty and "myorg" in url          branch.rxi("fix")
      branch in ["main", "master"]          remote == "-"
      mtime > now - 7*days                  error.kind == "timeout"

    Values: 12, 0.5, "text", 'text', r"a\\b" (no escapes), ["a", "b"], ("a", "b"), true, false, null
    (or True, False, None). The escapes in a string are \\n \\t \\\\ \\" and \\'.

    Logic:       and &&   or ||   not !   ( )
    Comparison:  == != < <= > >=, which can be chained (0 < ahead < 5); is, is not; in, not in
                 (part of a string, element of a list). Case matters.
    Arithmetic:  + - * / %; + also joins strings
    """
        + list("Methods:     ", Vocabulary.methods())
        + """
                     apply to a string; for startswith and endswith, x can be a list of strings;
                     .contains(x) also applies to a list
        Functions:   len(x) of a string or a list; str(x) of any value
        Patterns:    rx(string, "pattern") or string.rx("pattern") is true if the RE2 regular expression
                     matches anywhere in the string; rxi ignores case

        A number other than 0, a string or list that is not empty, and an error are true.

        Unknown facts are null; for a failed repository nearly all are. Comparing with an unknown value
        yields unknown, which is not true, but `x == null` and `x != null` are always true or false.
        `and` and `or` decide where they can: `false and unknown` is false, `true or unknown` is true.

        Names:
        """
        + list("  strings:    ", Vocabulary.names(FieldType.TEXT))
        + list("  numbers:    ", Vocabulary.names(FieldType.NUMBER))
        + list("  times:      ", Vocabulary.names(FieldType.TIME))
        + list("  booleans:   ", Vocabulary.names(FieldType.YES_NO))
        + list("  lists:      ", Vocabulary.names(FieldType.WORDS))
        + list("  errors:     ", Vocabulary.names(FieldType.ERROR))
        + """

          remote      the upstream; `-` if there is none
          worktree    main, linked or bare
          skipped     the reason why nothing was pulled or pushed
          plan        the steps that --dry-run would take
        """
        + list("  operation   ", operations())
        + """
          error       has the members error.kind and error.message

        Times are seconds since 1970; seconds, minutes, hours, days and weeks are numbers of seconds.

        --print shows null as `-`, a boolean as true or false, and a list as its elements with spaces
        between them. It quotes a string that would break the line, as git does.
        """;
  }

  private static List<String> operations() {
    List<String> words = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      words.add(operation.label());
    }
    return words;
  }

  /// Returns words in lines. The first line begins with `label`; the others are indented to the
  /// same column.
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
