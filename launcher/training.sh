# Prepares a fast start: the JVM runs the program on a few repositories, and keeps the classes it loaded
# and linked for the next start. Sourced by launcher/build.sh.
#
# Reads root, app, work, jdk and flags. Sets fleet, a directory for the caller to remove, and
# classpath. Needs list_jars of gitoverit, and run_logged and say of build.sh.

. "$root/launcher/fleet.sh"

# Runs the program's classes on a java, with more flags or none, a main class and its arguments.
run_classes() {
    java=$1
    shift
    set -f # a flag has a star in it
    run_logged "$java" $flags -cp "$classpath" "$@"
    status=$?
    set +f
    return $status
}

# Writes the cache. The JVM keeps the paths of the jars too, so they have to be in place. Records for
# a second compiler, which does not run, would only make it larger: the JVM moves all of it at every
# start.
write_cache() {
    run_classes "$1" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
        -XX:+IgnoreUnrecognizedVMOptions "-XX:AOTCacheOutput=$work/gitoverit.aot" \
        gitoverit.cli.Training "$fleet" && [ -f "$work/gitoverit.aot" ]
}

# Whether a twin of the JDK can be made: its libraries must be where Linux has them.
has_twin() {
    home=$(CDPATH='' cd -- "$jdk" && pwd -P) &&
        [ -f "$home/lib/libjli.so" ] && [ -f "$home/lib/server/libjvm.so" ]
}

# Writes a cache that has more of the classes that link the system calls. A JVM keeps the forms of
# method handles that are in the list of its JDK, lib/classlist, and makes classes for all others in
# every run. It finds the list by the place of its library. So the training runs on a twin of the JDK,
# made of links to it, whose list has the forms that a first training needed.
write_cache_with_forms() {
    has_twin || return
    twin=$work/jdk
    run_classes "$jdk/bin/java" "-XX:DumpLoadedClassList=$work/classes" \
        gitoverit.cli.Training "$fleet" || return
    mkdir -p "$twin/bin" "$twin/lib/server" &&
        cp "$home/bin/java" "$twin/bin" &&
        cp "$home/lib/libjli.so" "$twin/lib" &&
        cp "$home/lib/server/libjvm.so" "$twin/lib/server" &&
        grep '^@lambda-form-invoker ' "$work/classes" >"$twin/lib/classlist" || return
    for file in "$home"/* "$home"/lib/*; do
        link=$twin${file#"$home"}
        [ -e "$link" ] || ln -s "$file" "$link" || return
    done
    write_cache "$twin/bin/java" && is_accepted
}

# Whether the JDK that will run the program takes the cache.
is_accepted() {
    run_classes "$jdk/bin/java" -XX:AOTMode=on "-XX:AOTCache=$work/gitoverit.aot" \
        gitoverit.cli.Main --version
}

# The repositories are not below the checkout, whose own repository ignores them there.
train() {
    fleet=$(mktemp -d "${TMPDIR:-/tmp}/gitoverit.XXXXXX") && mkdir "$fleet/empty" &&
        run_logged make_fleet "$fleet"
    list_jars "$app"
    if write_cache_with_forms; then
        mv "$work/gitoverit.aot" "$app"
    elif write_cache "$jdk/bin/java"; then
        mv "$work/gitoverit.aot" "$app"
        ! has_twin || say 'this JDK accepts only a smaller cache; each start takes some milliseconds more'
    else
        rm -f "$app/gitoverit.aot"
        say 'could not prepare a fast start; each start takes longer'
    fi
}
