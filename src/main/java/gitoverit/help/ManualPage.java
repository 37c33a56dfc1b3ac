package gitoverit.help;

import gitoverit.option.OptionDoc;
import gitoverit.option.OptionGroup;

/// The manual page, for `man`: the language of `man(7)`.
final class ManualPage {
  private ManualPage() {}

  /// Returns the page.
  static String text() {
    StringBuilder page = new StringBuilder(16_384);
    page.append(".TH GITOVERIT 1 \"\" \"gitoverit ").append(Version.NUMBER).append("\"\n");
    page.append(
        """
        .SH NAME
        gitoverit, gito \\- the state of many git repositories at once
        .SH SYNOPSIS
        .B gitoverit
        .RI [ OPTIONS ]
        .RI [ DIR... ]
        .br
        .B gitoverit why
        .I PATH
        .RI [ OPTIONS ]
        .RI [ DIR... ]
        .br
        .B gitoverit undo
        .RB [ \\-\\-yes ]
        .SH DESCRIPTION
        Finds every git repository below the directories given (the current one if none is), analyses
        them in parallel and shows one row each: where it is, what is not committed, which branch, how
        far from its upstream, where it came from, when it was last touched.
        .PP
        The status says only what is not zero:
        .BR 3m " changed, " (+4/\\-2) " lines, " 1u " untracked, " 2d " deleted, " 1s " submodules,"
        .BR 2\\(ua " ahead, " 1\\(da " behind, " ! " unmerged, detached or an operation in progress;"
        .B ?
        is what is not known.
        .PP
        .B gitoverit why
        says in words why a path is or is not a row of the same search: ignored by which rule, a submodule,
        too deep, excluded, a symbolic link, unreadable. A directory of that name is
        .IR ./why .
        .PP
        .B gitoverit undo
        shows the refs that the last run with
        .BR \\-f ", " \\-P " or " \\-U
        moved; with
        .B \\-\\-yes
        it moves local branches back that still stand where they were moved to.
        .SH OPTIONS
        """);
    for (OptionGroup group : OptionGroup.values()) {
      page.append(".SS ").append(group.title()).append('\n');
      for (OptionDoc doc : group.options()) {
        append(page, doc);
      }
    }
    appendExpressions(page);
    return page.append(
            """
            .SH CONFIGURATION
            Section
            .B gitoverit
            of git's configuration, of the user and the system, holds options by their names
            .RB ( gitoverit.sort ),
            .B gitoverit.root
            for the directories to search when none is given, and views
            .RB ( gitoverit.view.NAME.where ).
            .SH EXIT STATUS
            0 done, 1
            .B \\-\\-check
            was true, 2 wrong usage, 3 a repository failed, 130 interrupted.
            .SH ENVIRONMENT
            .BR NO_COLOR ", " CLICOLOR_FORCE ", " FORCE_HYPERLINK ", " TERM " and " COLUMNS
            are honoured.
            .SH SEE ALSO
            .BR git\\-status "(1), " git\\-config "(1)"
            """)
        .toString();
  }

  private static void append(StringBuilder page, OptionDoc doc) {
    page.append(".TP\n\\fB").append(escape(doc.synopsis().strip())).append("\\fR\n");
    page.append(escape(sentence(doc.brief()))).append('\n');
    if (!doc.more().isEmpty()) {
      page.append(escape(doc.more())).append('\n');
    }
  }

  private static String sentence(String brief) {
    return Character.toUpperCase(brief.charAt(0)) + brief.substring(1) + ".";
  }

  private static void appendExpressions(StringBuilder page) {
    page.append(".SH EXPRESSIONS\n.nf\n");
    ExpressionHelp.TEXT.lines().skip(1).forEach(line -> page.append(escape(line)).append('\n'));
    page.append(".fi\n");
  }

  /// Keeps `man` from reading anything into a line.
  private static String escape(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
