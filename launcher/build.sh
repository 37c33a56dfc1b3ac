# Builds and trains if necessary. Sourced by gitoverit if its build is not up to date, or if the JDK
# may differ from that of the last training.
#
# Reads root, app and stamp. Sets jdk and flags, or exits. Needs is_built, read_stamp, read_release,
# is_trained and list_jars of gitoverit.
#
# All files are created in a separate directory and renamed into place, the stamp last, so that half a
# build never runs. The lock keeps two processes from doing the same work.

. "$root/launcher/jdk.sh"
. "$root/launcher/flags.sh"
. "$root/launcher/lock.sh"
. "$root/launcher/training.sh"

work=$root/target/launcher.$$
lock=$root/target/launcher.builder
child='' fleet=''

say() {
    printf 'gitoverit: %s\n' "$*" >&2
}

clean_up() {
    trap - EXIT HUP INT TERM
    [ -n "$child" ] && kill "$child" 2>/dev/null
    rm -rf "$work" ${fleet:+"$fleet"}
    release_lock
}

report_wait() {
    say 'waiting for another build to finish …'
}

# Runs a command with its output in a log, in the background, so that a signal to this shell ends it.
run_logged() {
    "$@" </dev/null >"$work/log" 2>&1 &
    child=$!
    wait $child
    status=$?
    child=
    return $status
}

# Builds with Maven, and replaces the last build, its cache and its stamp by the jars.
package() {
    require_maven
    say 'building (once) …'
    if ! run_logged exec_maven -q -Dquick -Dmaven.test.skip "-DbuildDirectory=$work/build" package; then
        cat "$work/log" >&2
        say 'the build failed'
        exit 2
    fi
    mkdir "$work/app" && mv "$work/build/gitoverit.jar" "$work/build/lib" "$work/app"
    [ ! -d "$app" ] || mv "$app" "$work/old"
    mv "$work/app" "$app"
}

# Prints an assignment to a variable, as a shell reads it.
assign() {
    rest=$2 quoted=''
    while [ "$rest" != "${rest#*\'}" ]; do
        quoted="$quoted${rest%%\'*}'\\''" rest=${rest#*\'}
    done
    printf "%s='%s'\n" "$1" "$quoted$rest"
}

# The time of the stamp decides which sources are newer, so it is written before they are read. A
# stamp in place means that there is a build, so it is moved last.
build() {
    mkdir "$work" || exit 2
    read_release "$jdk"
    choose_flags
    {
        assign jdk "$jdk"
        assign trained_release "$release"
        assign trained_java_home ":${JAVA_HOME-}"
        assign flags "$flags"
    } >"$work/stamp.sh"
    if is_built; then
        say 'preparing a fast start with another JDK (once) …'
    else
        package
    fi
    rm -f "$stamp"
    train
    mv "$work/stamp.sh" "$stamp"
}

# Sets jdk: JAVA_HOME, then the JDK of the last training if it still exists, then any other.
choose_jdk() {
    if is_jdk "${JAVA_HOME-}" || ! { [ -f "$stamp" ] && read_stamp && is_jdk "$jdk"; }; then
        require_jdk
    fi
}

# Whether the build is up to date and trained for the chosen JDK. A different JAVA_HOME alone does not
# require a new training.
is_ready() {
    chosen=$jdk
    is_built && read_stamp || return 1
    trained=$jdk
    jdk=$chosen
    [ "$trained" = "$chosen" ] && is_trained
}

case $root in
    *:*)
        say "a Java class path cannot contain a directory with a colon in its name; move $root"
        exit 2
        ;;
esac
choose_jdk
if ! is_ready; then
    mkdir -p "$root/target" 2>/dev/null
    if [ -w "$root/target" ]; then
        trap clean_up EXIT
        trap 'exit 129' HUP
        trap 'exit 130' INT
        trap 'exit 143' TERM
        take_lock
        rm -rf "$root"/target/launcher.[0-9]* # of killed builders
        is_ready || build
        clean_up
    elif [ -f "$stamp" ]; then
        is_built || say "running a build older than its sources: cannot write $root/target"
        choose_flags # the flags in the stamp may be those of another JDK
    else
        say "cannot build: cannot write $root/target"
        exit 2
    fi
fi
