# Prepares a fast start: the JVM runs the program on a few repositories and stores the classes that it
# loaded and linked in a cache. Sourced by launcher/build.sh.
#
# Reads root, app, work, jdk and flags. Sets fleet, a directory for the caller to remove, and
# classpath. Needs list_jars of gitoverit, and run_logged and say of build.sh.

. "$root/launcher/fleet.sh"

# Runs a main class. Arguments: the java, further flags, the main class and its arguments.
run_classes() {
    java=$1
    shift
    set -f # one flag contains a star
    run_logged "$java" $flags -cp "$classpath" "$@"
    status=$?
    set +f
    return $status
}

# Writes the cache. It contains the paths of the jars, so they must be in place. Records for the second
# compiler, which does not run, would only enlarge it, and the JVM relocates all of it at every start.
write_cache() {
    run_classes "$1" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
        -XX:+IgnoreUnrecognizedVMOptions "-XX:AOTCacheOutput=$work/gitoverit.aot" \
        gitoverit.cli.Training "$fleet" && [ -f "$work/gitoverit.aot" ]
}

# Whether a twin of the JDK can be created: its libraries must have the layout of a JDK for Linux.
has_twin() {
    home=$(CDPATH='' cd -- "$jdk" && pwd -P) &&
        [ -f "$home/lib/libjli.so" ] && [ -f "$home/lib/server/libjvm.so" ]
}

# Writes a cache with more of the classes that link the system calls. A JVM stores only the forms of
# method handles in the list of its JDK, lib/classlist, and generates classes for all others in every
# run. It finds the list relative to its library. So the training runs on a twin of the JDK, made of
# links to it, whose list has the forms that a first training needed.
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

# Whether the JDK that will run the program accepts the cache.
is_accepted() {
    run_classes "$jdk/bin/java" -XX:AOTMode=on "-XX:AOTCache=$work/gitoverit.aot" \
        gitoverit.cli.Main --version
}

# The repositories are outside the checkout, whose own repository would ignore them.
train() {
    fleet=$(mktemp -d "${TMPDIR:-/tmp}/gitoverit.XXXXXX") && mkdir "$fleet/empty" &&
        run_logged make_fleet "$fleet"
    list_jars "$app"
    if write_cache_with_forms; then
        mv "$work/gitoverit.aot" "$app"
    elif write_cache "$jdk/bin/java"; then
        mv "$work/gitoverit.aot" "$app"
        ! has_twin || say 'this JDK accepts only a smaller cache; each start takes a few milliseconds longer'
    else
        rm -f "$app/gitoverit.aot"
        say 'cannot prepare a fast start; each start takes longer'
    fi
}
