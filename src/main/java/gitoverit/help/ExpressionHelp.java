package gitoverit.help;

/// What `--help-where` prints.
public final class ExpressionHelp {
  public static final String TEXT =
      """
      Expressions of --where, --check and --print

        --where EXPR    show only the rows of which EXPR is true
        --check EXPR    exit with 1 if EXPR is true of a row that is shown, whatever else failed
        --print EXPR    print the value of EXPR for each row, one a line, in place of the table
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
      Of a text:   .startswith(x) .endswith(x) (x a text or a list of texts) .contains(x) .lower()
                   .upper() .strip()
      Of any:      len(x) of a text or list, str(x)
      Patterns:    rx(text, "pattern") or text.rx("pattern") is true when the regular expression (of
                   RE2) is found anywhere in the text; rxi does not regard case

      A number other than 0, a text or list that is not empty, and an error are true.

      What is unknown is null: of a repository that failed nearly everything is. A comparison with it
      is unknown, and so is not true; `x == null` and `x != null` always have an answer. `and` and `or`
      know what they can: false and unknown is false, true or unknown is true.

      Names, texts:
        path display_path dir name branch branch_remote remote (`-` without an upstream)
        remote_url url head ident author status worktree (main, linked or bare) engine
        asked_git (why git was asked) skipped (why nothing was pulled or pushed) plan (of --dry-run)
      Names, numbers:
        ahead behind staged unstaged unmerged modified deleted untracked added_lines removed_lines
        submodules stashes
        mtime latest_mtime last_commit last_fetch now: seconds since 1970
        seconds minutes hours days weeks: so many seconds
      Names, yes or no:
        dirty gone fetch_failed pulled pull_failed pushed push_failed worktree_status_checked
      Others:
        operation: a list of merge, rebase, am, cherry-pick, revert, bisect
        error: with error.kind and error.message

      --print shows null as `-`, yes or no as true or false, the elements of a list with a space
      between them, and quotes a text that would break the line as git quotes it.
      """;

  private ExpressionHelp() {}
}
