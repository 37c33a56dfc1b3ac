# Builds and trains when needed. Sourced by gitoverit when its build is not up to date, or when the
# JDK may not be the one of the last training.
#
# Reads root, app and stamp. Sets jdk and flags, or exits. Needs is_built, read_stamp, read_release,
# is_trained and list_jars of gitoverit.
#
# All is made in a directory of its own and put in place by renames, the stamp last, so half a build
# can never run. The lock keeps two processes from doing the same work.

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

# Runs a command with its output in a log, so that a signal to this shell ends it at once.
run_logged() {
    "$@" </dev/null >"$work/log" 2>&1 &
    child=$!
    wait $child
    status=$?
    child=
    return $status
}

# Builds with Maven, and puts the jars in place of the last build, its cache and its stamp.
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

# The time of the stamp decides which sources are newer, so it is written before they are read. There
# is a build when it is in place, so that comes last.
build() {
    mkdir "$work" || exit 2
    read_release "$jdk"
    choose_flags
    printf '%s\n' "$jdk" "$release" ":${JAVA_HOME-}" "$flags" >"$work/stamp"
    if is_built; then
        say 'preparing a fast start with another JDK (once) …'
    else
        package
    fi
    rm -f "$stamp"
    train
    mv "$work/stamp" "$stamp"
}

# Sets jdk: JAVA_HOME, then the JDK of the last training as long as it is there, then any other.
choose_jdk() {
    if is_jdk "${JAVA_HOME-}" || ! { [ -f "$stamp" ] && read_stamp && is_jdk "$jdk"; }; then
        require_jdk
    fi
}

# Whether the build is up to date and trained for the JDK chosen. Another JAVA_HOME alone is no reason
# to train again.
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
        rm -rf "$root"/target/launcher.[0-9]* # of builders that were killed
        is_ready || build
        clean_up
    elif [ -f "$stamp" ]; then
        is_built || say "running a build older than its sources: cannot write $root/target"
        choose_flags # the stamp may have those of another JDK
    else
        say "cannot build: cannot write $root/target"
        exit 2
    fi
fi
