# The questions that the oracle asks git about the repository in the current directory. Each answer
# goes into a file of its own below $OUT; a question that git cannot answer leaves an empty file, one
# that need not be asked leaves none. git refusing to look at the repository ends this with exit code 1.

exec 2> $OUT/errors
config='-c core.fsmonitor=false -c core.untrackedCache=false'
config="$config -c core.quotePath=true -c color.ui=never -c column.ui=never"
git() { command git $config "$@"; }
nl='
'

git rev-parse --is-bare-repository --path-format=absolute --git-dir --git-common-dir \
  --show-prefix > $OUT/layout || exit 1
{ read -r bare; read -r _; read -r _; read -r prefix; } < $OUT/layout
[ -z "$prefix" ] || exit 1
if [ $bare = true ]; then
  oid=$(git rev-parse -q --verify HEAD) || oid='(initial)'
  ref=$(git symbolic-ref -q HEAD) || ref='(detached)'
  stashes=$(git stash list --format=%H | wc -l)
  status="# branch.oid $oid$nl# branch.head ${ref#refs/heads/}$nl# stash $stashes"
else
  status=$(git status --porcelain=v2 --branch --show-stash --ahead-behind \
    --untracked-files=normal) || exit 1
  git status --long -uno > $OUT/long
  git ls-files -z -co --exclude-standard --deduplicate |
    xargs -0 -r stat --printf '%f %.9Y %n\0' -- > $OUT/files
fi
printf '%s\n' "$status" > $OUT/status
git symbolic-ref -q HEAD > $OUT/branch

case "$status" in *"$nl"[12u]\ *)
  git diff --numstat --no-ext-diff --cached > $OUT/lines &&
    git -c diff.autoRefreshIndex=false diff --numstat --no-ext-diff >> $OUT/lines ||
    echo unknown > $OUT/lines
esac
case "$status" in *"$nl"[12]\ ?D*) git diff-files -z --name-only --diff-filter=D > $OUT/deleted; esac
blob=
case "$status$nl" in *" .gitmodules$nl"*) [ -e .gitmodules ] || blob='--blob :.gitmodules'; esac
if [ $bare = false ] && [ -e .gitmodules -o -n "$blob" ]; then
  git config -z ${blob:--f .gitmodules} --get-regexp '^submodule\..*\.path$' > $OUT/modules
  git ls-files -s -z > $OUT/index
fi

git var GIT_COMMITTER_IDENT > $OUT/ident
case "$status" in
  *'# branch.oid (initial)'*) ;;
  *)
    git log -1 --format=%ct > $OUT/committed
    git log -1 --encoding=UTF-8 --format=%s > $OUT/subject
esac
branch=${status#*'# branch.head '}
branch=${branch%%"$nl"*}
case "$status" in *'# branch.upstream '*)
  git rev-parse -q --verify "$branch@{upstream}" > $OUT/upstream
esac
git remote > $OUT/remotes
[ -s $OUT/remotes ] || exit 0
followed=$(git config "branch.$branch.remote")
if grep -qxF -e "$followed" $OUT/remotes; then remote=$followed
elif grep -qx origin $OUT/remotes; then remote=origin
elif [ $(wc -l < $OUT/remotes) = 1 ]; then read -r remote < $OUT/remotes
else exit 0; fi
git remote get-url "$remote" > $OUT/url
git remote get-url --push "$remote" > $OUT/pushUrl
