package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.OptionGroup;
import gitoverit.option.Setting;
import java.util.ArrayList;
import java.util.List;

/// The manual page, in the format of `man(7)`.
final class ManualPage {
  private ManualPage() {}

  /// Returns the page.
  static String text() {
    StringBuilder page = new StringBuilder(16_384);
    page.append(".TH GITOVERIT 1 \"\" \"gitoverit ").append(Version.NUMBER).append("\"\n");
    page.append(
        """
        .SH NAME
        gitoverit, gito \\- show the state of many git repositories at once
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
        Finds every git repository below the directories given (default: the current one), analyses
        them in parallel and shows one row for each: its directory, uncommitted changes, branch,
        distance from its upstream, remote URL and last modification.
        .PP
        The status shows only counts that are not zero:
        .BR 3m " changed, " (+4/\\-2) " lines, " 1u " untracked, " 2d " deleted, " 1s " submodules,"
        .BR 2\\(ua " ahead, " 1\\(da " behind, " ! " unmerged, detached or an operation in progress;"
        .B ?
        means unknown.
        .PP
        .B gitoverit why
        explains why the same search lists a path or not. A path may be ignored (the rule is printed),
        a submodule, too deep, excluded, a symbolic link or unreadable. Write a directory named why as
        .IR ./why .
        .PP
        .B gitoverit undo
        lists the refs that the last run with
        .BR \\-f ", " \\-P " or " \\-U
        moved. With
        .B \\-\\-yes
        it moves local branches back, unless they have moved again since. Write a directory named undo as
        .IR ./undo .
        .PP
        Options and directories may appear in any order.
        .SH OPTIONS
        """);
    for (OptionGroup group : OptionGroup.values()) {
      page.append(".SS ").append(group.title()).append('\n');
      for (Flag option : group.flags()) {
        append(page, option);
      }
    }
    appendExpressions(page);
    appendSettings(page);
    return page.append(
            """
            .SH EXIT STATUS
            .TP
            .B 0
            Done.
            .TP
            .B 1
            The expression of
            .B \\-\\-check
            was true for a row.
            .TP
            .B 2
            Usage error; nothing was searched.
            .TP
            .B 3
            Done, but a repository failed, or its fetch, pull or push failed.
            .TP
            .B 70
            A defect of the program, reported in one line.
            .TP
            .B 130
            Interrupted.
            .SH ENVIRONMENT
            .BR NO_COLOR ", " CLICOLOR_FORCE ", " FORCE_HYPERLINK ", " TERM " and " COLUMNS
            are respected.
            .SH FILES
            .TP
            .I $XDG_STATE_HOME/gitoverit
            The journal of moved refs, for
            .BR "gitoverit undo" .
            The default of
            .B XDG_STATE_HOME
            is
            .IR ~/.local/state .
            .SH EXAMPLES
            .nf
            gitoverit \\-\\-attention ~/projects
            gitoverit \\-f \\-\\-attention ~/projects
            gitoverit \\-\\-where \\(aqahead > 0 and branch != "main"\\(aq ~/projects
            gitoverit \\-0 \\-\\-where behind | xargs \\-0 \\-I{} git \\-C {} pull \\-\\-ff\\-only
            .fi
            .SH SEE ALSO
            .BR git\\-status "(1), " git\\-config "(1)"
            """)
        .toString();
  }

  private static void append(StringBuilder page, Flag option) {
    page.append(".TP\n\\fB").append(escape(option.synopsis())).append("\\fR\n");
    page.append(escape(sentence(option.brief()))).append('\n');
    if (!option.more().isEmpty()) {
      page.append(escape(option.more())).append('\n');
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

  private static void appendSettings(StringBuilder page) {
    page.append(
        """
        .SH CONFIGURATION
        Section
        .B gitoverit
        of the user or system git configuration may set these options under their names, such as
        .BR gitoverit.sort :
        """);
    page.append(escape(names(Setting.ALWAYS))).append(".\n");
    page.append(
        """
        .PP
        .B gitoverit.root
        is a directory to search when none is given; it may be repeated.
        .PP
        The settings of a view, such as
        .BR gitoverit.view.NAME.sort ,
        apply with
        .BR "\\-\\-view NAME" .
        They may also set
        """);
    page.append(escape(names(Setting.IN_VIEWS))).append(".\n");
    page.append(
        """
        .PP
        .B gitoverit.ident.SHORT.insteadOf
        makes tables show SHORT in place of the beginning of an identity.
        .BR gitoverit.fetchPerHost ", " gitoverit.fetchJobs ", " gitoverit.fetchTimeout ,
        .BR gitoverit.pullTimeout " and " gitoverit.pushTimeout
        limit the work with remotes.
        .PP
        The command line overrides the view, and the view overrides the other settings. An unknown name
        causes a warning. A repository's own configuration is ignored.
        """);
  }

  private static String names(Setting setting) {
    List<String> names = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (flag.setting() == setting) {
        names.add(flag.word());
      }
    }
    return String.join(", ", names);
  }

  /// Escapes characters that `man` would interpret.
  private static String escape(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
