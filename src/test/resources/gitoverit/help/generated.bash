# bash completion for gitoverit; made by `gitoverit --generate bash`.
_gitoverit() {
  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} values=
  if [[ $current == = ]]; then
    current=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    --depth) values='' ;;
    --exclude) values='' ;;
    --timeout) values='' ;;
    -w|--workers) values='' ;;
    -j|--jobs) values='' ;;
    --where) values='' ;;
    --check) values='' ;;
    -s|--sort) values='mtime dir path name status branch remote url ident attention none author' ;;
    -n|--limit) values='' ;;
    -o|--format) values='table json ndjson csv markdown html md' ;;
    -c|--columns)
      local item=${current##*,} before=
      [[ $current == *,* ]] && before=${current%,*},
      [[ $item == -* ]] && before+=- item=${item#-}
      compopt -o nospace
      COMPREPLY=($(compgen -P "$before" -W 'added_lines ahead asked_git behind branch branch_remote deleted dir dirty display_path engine error fetch_failed gone head ident last_commit last_fetch latest_mtime modified mtime operation path plan pull_failed pulled push_failed pushed remote remote_url removed_lines skipped staged stashes status subject submodules unmerged unstaged untracked url worktree worktree_status_checked' -- "$item"))
      return ;;
    --print) values='' ;;
    --color) values='auto always never' ;;
    --hyperlinks) values='auto always never' ;;
    --view) values=$(git config --get-regexp --name-only '^gitoverit\.view\.' 2>/dev/null | sed 's/^gitoverit\.view\.//; s/\.[^.]*$//' | sort -u) ;;
    --generate) values='man bash zsh fish' ;;
    *)
      if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W '--include-ignored --bare --depth --exclude --fetch --pull-safe --push-safe --dry-run --metadata-only --timeout --parallel --no-parallel --workers --jobs --dirty-only --attention --where --check --sort --reverse --limit --format --columns --print --print0 --errors --watch --no-progress --color --hyperlinks --view --no-config --generate --help-where --yes --help --version' -- "$current"))
      else
        compopt -o filenames
        COMPREPLY=($(compgen -d -- "$current"))
        ((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W 'undo why' -- "$current"))
      fi
      return ;;
  esac
  COMPREPLY=($(compgen -W "$values" -- "$current"))
}
complete -F _gitoverit gitoverit gito
