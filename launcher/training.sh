# Prepares a fast start: the JVM runs the program on a few repositories, and keeps the classes it loaded
# and linked for the next start. Sourced by launcher/build.sh.

. "$root/launcher/fleet.sh"

# Runs the program's classes on a java; what is told first is more flags, or the main class.
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

# Writes a cache that has more of what links the system calls. Of method handles a JVM keeps the forms
# that are in the list of its JDK, lib/classlist, and makes classes for all others in every run. It
# finds the list by the place of its library. So the training runs on a JDK of links to the other,
# whose list is what a first training asked for.
write_cache_with_forms() {
    home=$(CDPATH='' cd -- "$jdk" && pwd -P) || return
    twin=$work/jdk
    [ -f "$home/lib/libjli.so" ] && [ -f "$home/lib/server/libjvm.so" ] || return
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
    if write_cache_with_forms || write_cache "$jdk/bin/java"; then
        mv "$work/gitoverit.aot" "$app"
    else
        rm -f "$app/gitoverit.aot"
        say 'could not prepare a fast start; it goes on without'
    fi
}
