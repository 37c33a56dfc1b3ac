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
  compadd -q -S , -- added_lines ahead asked_git behind branch branch_remote deleted dir dirty display_path engine error fetch_failed gone head ident last_commit last_fetch latest_mtime modified mtime operation path plan pull_failed pulled push_failed pushed remote remote_url removed_lines skipped staged stashes status submodules unmerged unstaged untracked url worktree worktree_status_checked
}
local -a options
options=(
  '-I[also nested repositories that their parent ignores]'
  '--include-ignored[also nested repositories that their parent ignores]'
  '--bare[also bare repositories]'
  '--depth=[search at most N levels below a directory]:n: '
  '*--exclude=[do not enter directories of this name, or path; repeatable]:glob: '
  '-f[`git fetch --all` first, where there is a remote]'
  '--fetch[`git fetch --all` first, where there is a remote]'
  '-P[fetch, then fast-forward what is clean and only behind]'
  '--pull-safe[fetch, then fast-forward what is clean and only behind]'
  '-U[fetch, then push what is clean and only ahead]'
  '--push-safe[fetch, then push what is clean and only ahead]'
  '--dry-run[show what -f, -P or -U would do, and do nothing]'
  '--metadata-only[do not look at worktrees]'
  '--timeout=[give up on a repository after this time (120)]:seconds: '
  '-p[analyse in parallel (default)]'
  '--parallel[analyse in parallel (default)]'
  '--no-parallel[analyse one repository after the other]'
  '-w+[how many at once]:n: '
  '--workers=[how many at once]:n: '
  '-j+[the same as --workers]:n: '
  '--jobs=[the same as --workers]:n: '
  '-d[only those with uncommitted changes, or that failed]'
  '--dirty-only[only those with uncommitted changes, or that failed]'
  '--attention[only those that ask for it, the most urgent first]'
  '--where=[only those of which an expression is true]:expr: '
  '--check=[exit with 1 if an expression is true of one]:expr: '
  '--help-where[all words of the expressions]'
  '-o+[table (default), json, ndjson, csv, markdown or html]:format:(table json ndjson csv markdown html)'
  '--format=[table (default), json, ndjson, csv, markdown or html]:format:(table json ndjson csv markdown html)'
  '-s+[mtime (default), dir, path, name, status, branch, remote, url, ...]:field:(mtime dir path name status branch remote url ident attention none author)'
  '--sort=[mtime (default), dir, path, name, status, branch, remote, url, ...]:field:(mtime dir path name status branch remote url ident attention none author)'
  '-r[reverse the order]'
  '--reverse[reverse the order]'
  '*-c+[comma list, left to right\: `col` appends, `-col` removes, `-` clears]:spec:_gitoverit_columns'
  '*--columns=[comma list, left to right\: `col` appends, `-col` removes, `-` clears]:spec:_gitoverit_columns'
  '--print=[print one value for each instead]:expr: '
  '-0[end each value with a NUL; without --print, print paths]'
  '--print0[end each value with a NUL; without --print, print paths]'
  '--errors[tell every failure in detail, on stderr]'
  '--watch=[the table again and again (every 2 s), in place; q quits]::seconds: '
  '--no-progress[show no progress]'
  '--color=[auto (default), always or never]:when:(auto always never)'
  '--hyperlinks=[the same, for links on directories and URLs]:when:(auto always never)'
  '--view=[options saved in git'\''s configuration, gitoverit.view.NAME]:name:_gitoverit_views'
  '--no-config[leave git'\''s configuration, gitoverit.*, alone]'
  '--generate=[print the man page, or completions for bash, zsh or fish]:what:(man bash zsh fish)'
  '-h[this text]'
  '--help[this text]'
  '-V[the version]'
  '--version[the version]'
)
_arguments -s -S $options '*:directory:_files -/'
