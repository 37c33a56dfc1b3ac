# The words that fixtures are written in. A fixture is made in an empty directory $ROOT/repo.

nl='
'

# lines: five of them
lines() { printf '1\n2\n3\n4\n5\n'; }

# commit [MESSAGE]: commits everything that differs
commit() { git add -A; git commit -qm "${1:-next}"; }

# save FILE [FORMAT]: writes a file by printf, long settled: its time is far in the past
save() { printf "${2:-}" > "$1"; touch -d @1600000000 "$1"; }

# base: a repository with three such files of five lines, a, b and dir/c, committed
base() {
  git init -q
  mkdir dir
  lines > a; lines > b; lines > dir/c
  touch -d @1600000000 a b dir/c
  commit base
}

# origin: makes ../origin.git of what is committed and lets the branch main follow its main
origin() {
  git clone -q --bare . ../origin.git
  quiet git remote add -f origin ../origin.git
  git branch -q -u origin/main
}

# published COMMAND: runs a command in a clone of that remote, pushes from there and fetches
published() {
  git clone -q ../origin.git ../other
  ( cd ../other; eval "$1"; git push -q )
  rm -r ../other
  git fetch -q
}

# quiet COMMAND: runs a command that has nothing to say
quiet() { "$@" > /dev/null 2>&1; }

fail() { printf '%s\n' "$@" >&2; exit 1; }

# fails COMMAND: insists on a command failing
fails() {
  code=0; quiet "$@" || code=$?
  case $code in 0) fail "did not fail: $*" ;; 127) fail "no such command: $*" ;; esac
}

# listed: the status in a form that is easy to check; it changes nothing
listed() {
  GIT_OPTIONAL_LOCKS=0 git -c core.quotePath=true -c core.fsmonitor=false \
    status --porcelain=v2 --branch --untracked-files=normal --ignored
}

# shows WORDS: insists on a line of `listed` that begins so
shows() {
  status=$(listed)
  case "$status" in "$1"* | *"$nl$1"*) ;; *) fail "not '$1':" "$status"; esac
}

# says WORDS: insists on `git status` for people saying that
says() {
  status=$(GIT_OPTIONAL_LOCKS=0 git status --long)
  case "$status" in *"$1"*) ;; *) fail "not '$1':" "$status"; esac
}

# refuses WORDS: insists on git failing with these words
refuses() {
  status=$(git status 2>&1) && fail "not refused:" "$status"
  case "$status" in *"$1"*) ;; *) fail "not '$1':" "$status"; esac
}
