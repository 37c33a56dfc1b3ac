# Creates a few small repositories in typical states, for the training run. Sourced by
# launcher/training.sh; reads and sets no variable.

# Appends a line to a file of a repository and commits it.
commit_line() {
    echo "$2" >>"$1/$2" && git -C "$1" add . && git -C "$1" commit -qm "$2"
}

# Creates the fleet in a directory, which stays unchanged if git does not work.
make_fleet() (
    cd "$1" && git --version || exit
    unset $(git rev-parse --local-env-vars)
    export HOME="$1" GIT_CONFIG_NOSYSTEM=1
    unset XDG_CONFIG_HOME GIT_CONFIG_GLOBAL
    git config --global user.name a && git config --global user.email a@b

    git init -q -b main upstream
    mkdir -p upstream/src/deep
    echo '*.log' >upstream/.gitignore
    echo text | tee upstream/one upstream/src/three upstream/src/four >upstream/src/deep/five
    commit_line upstream two
    for name in clean modified staged untracked behind diverged conflicting detached; do
        git clone -q upstream $name
    done

    commit_line upstream two
    git -C behind fetch -q
    commit_line diverged one && git -C diverged fetch -q
    echo other >>conflicting/two
    commit_line conflicting two && git -C conflicting pull -q --no-rebase
    echo more >>modified/one && rm modified/src/three
    echo more >>staged/one && git -C staged stash -q && echo more >>staged/two && git -C staged add two
    mkdir untracked/new && touch untracked/new/file untracked/file untracked/ignored.log
    git -C detached checkout -q --detach
    git -C clean gc -q && git -C clean commit-graph write --reachable
    git -C clean worktree add -q -b other ../linked
    git clone -q --bare upstream bare.git
    git -C modified remote set-url origin https://example.org/team/project.git

    # Large enough to be divided among threads, with trees stored as deltas.
    git init -q -b main large && cd large
    i=0
    while [ $i -lt 600 ]; do
        i=$((i + 1)) && mkdir -p "d$((i % 7))" && echo $i >"d$((i % 7))/file$i"
    done
    commit_line . one && commit_line . d1/more && git gc -q && git reset -q --hard HEAD^
    echo more >>d1/file1 && git add d1
)
