package gitoverit.cli;

/// What `--help` prints.
final class HelpText {
  static final String TEXT =
      """
      Usage: gitoverit [OPTIONS] [DIR...]

      Finds every git repository below the directories (default: the current one), analyses them in
      parallel and prints one row each. `gito` is the same command.

      Which repositories:
        -d, --dirty-only       only those with uncommitted changes, or that failed
            --attention        only those that ask for it, the most urgent first
        -I, --include-ignored  also nested repositories that their parent ignores
            --where EXPR       only those of which an expression is true; see --help-where
            --bare             also bare repositories
            --depth N          search at most N levels below a directory
            --exclude GLOB     do not enter directories of this name, or path if it has a slash;
                               may be given more than once

      What is done:
        -f, --fetch            `git fetch --all` first, where there is a remote
            --metadata-only    do not look at worktrees; what they would tell is shown as `?`
            --timeout SECONDS  give up on a repository after this time (default 120)
        -p, --parallel         analyse in parallel (default)
            --no-parallel      analyse one repository after the other
        -w, --workers N        how many at once; -j, --jobs N is the same
                               (default: the processors, less one when more than two, at most 8)

      What is shown:
        -o, --format FORMAT    table (default), json, ndjson, csv, markdown or html
        -s, --sort FIELD       mtime (default, newest first), dir, path, name, status, branch,
                               remote, url, ident, author, attention or none
        -r, --reverse          reverse the order
        -c, --columns SPEC     comma list, left to right: `col` appends, `-col` removes, `-` clears;
                               columns: dir, status, branch, remote, url, mtime, ident, branch_remote
            --print EXPR       print one value for each; -0, --print0 ends it with a NUL
            --check EXPR       exit with 1 if an expression is true of one
            --errors           tell every failure in detail, on stderr
            --no-progress      show no progress
            --color WHEN, --hyperlinks WHEN
                               auto (default), always or never

            --view NAME        a set of options saved in git's configuration
            --no-config        leave section `gitoverit` of git's configuration alone

        -h, --help             this text; --help-where is about expressions
        -V, --version          the version

      Exit code: 0 done, 1 --check was true, 2 wrong usage, 3 a repository failed, 130 interrupted.

      Examples:
        gitoverit ~/projects                   everything, most recently changed first
        gitoverit -d ~/projects                what is not committed yet
        gitoverit -f -s status ~/projects      fetch first, then see who is ahead or behind
        gitoverit -o json ~/projects | jq -r '.[] | select(.ahead > 0) | .path'
      """;

  private HelpText() {}
}
