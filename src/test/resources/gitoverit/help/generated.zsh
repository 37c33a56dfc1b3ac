#compdef gitoverit gito
# zsh completion for gitoverit; made by `gitoverit --generate zsh`.
_gitoverit_views() {
  local -a views
  views=(${(f)"$(git config --get-regexp --name-only '^gitoverit\.view\.' 2>/dev/null | sed 's/^gitoverit\.view\.//; s/\.[^.]*$//' | sort -u)"})
  _values view $views
}
_gitoverit_columns() {
  compset -P '*,'
  compset -P '-'
  compadd -q -S , -- added_lines ahead asked_git behind branch branch_remote deleted dir dirty display_path engine error fetch_failed gone head ident last_commit last_fetch latest_mtime modified mtime operation path plan pull_failed pulled push_failed pushed remote remote_url removed_lines skipped staged stashes status subject submodules unmerged unstaged untracked url worktree worktree_status_checked
}
local -a options
options=(
  '-I[include nested repositories that their parent ignores]'
  '--include-ignored[include nested repositories that their parent ignores]'
  '--bare[include bare repositories]'
  '--depth=[search at most N levels below a directory]:n: '
  '*--exclude=[skip directories whose name matches GLOB; repeatable]:glob: '
  '-f[run `git fetch --all` first in repositories that have a remote]'
  '--fetch[run `git fetch --all` first in repositories that have a remote]'
  '-P[fetch, then fast-forward branches that are clean and only behind]'
  '--pull-safe[fetch, then fast-forward branches that are clean and only behind]'
  '-U[fetch, then push branches that are clean and only ahead]'
  '--push-safe[fetch, then push branches that are clean and only ahead]'
  '--dry-run[show what -f, -P or -U would do, without doing it]'
  '--metadata-only[skip worktrees]'
  '--timeout=[give up on a repository after SECONDS (default 120)]:seconds: '
  '-p[analyse in parallel (default)]'
  '--parallel[analyse in parallel (default)]'
  '--no-parallel[analyse one repository at a time]'
  '-w+[analyse N repositories at a time]:n: '
  '--workers=[analyse N repositories at a time]:n: '
  '-j+[do the same as --workers]:n: '
  '--jobs=[do the same as --workers]:n: '
  '-d[show only repositories with uncommitted changes, and those that failed]'
  '--dirty-only[show only repositories with uncommitted changes, and those that failed]'
  '--attention[show only repositories that need attention, most urgent first]'
  '--where=[show only rows for which EXPR is true]:expr: '
  '--check=[exit with status 1 if EXPR is true for a row that is shown]:expr: '
  '-s+[sort by mtime (default), dir, name, status, branch or another field]:field:(mtime dir path name status branch remote url ident attention none author)'
  '--sort=[sort by mtime (default), dir, name, status, branch or another field]:field:(mtime dir path name status branch remote url ident attention none author)'
  '-r[reverse the order]'
  '--reverse[reverse the order]'
  '-n+[show at most N rows]:n: '
  '--limit=[show at most N rows]:n: '
  '-o+[print table (default), json, ndjson, csv, markdown (md) or html]:format:(table json ndjson csv markdown html md)'
  '--format=[print table (default), json, ndjson, csv, markdown (md) or html]:format:(table json ndjson csv markdown html md)'
  '*-c+[choose columns, a comma list\: `col` appends, `-col` removes, `-` clears]:spec:_gitoverit_columns'
  '*--columns=[choose columns, a comma list\: `col` appends, `-col` removes, `-` clears]:spec:_gitoverit_columns'
  '--print=[print the value of EXPR for each row instead of a table]:expr: '
  '-0[end each value with a NUL; without --print, print paths]'
  '--print0[end each value with a NUL; without --print, print paths]'
  '--errors[report every failure in full on stderr]'
  '--watch=[keep the table on screen, refreshed every 2 s; q quits]::seconds: '
  '--no-progress[hide the progress line]'
  '--color=[use colours\: auto (default), always or never]:when:(auto always never)'
  '--hyperlinks=[link directories and URLs\: auto (default), always or never]:when:(auto always never)'
  '--view=[use the options saved as gitoverit.view.NAME in git'\''s configuration]:name:_gitoverit_views'
  '--no-config[ignore gitoverit.* settings in git'\''s configuration]'
  '--generate=[print the manual page (man), or completions for bash, zsh or fish]:what:(man bash zsh fish)'
  '--help-where[list the names and operators of EXPR]'
  '--yes[move branches back; only with undo]'
  '-h[print this help]'
  '--help[print this help]'
  '-V[print the version]'
  '--version[print the version]'
)
_arguments -s -S $options '*:directory:_files -/'
