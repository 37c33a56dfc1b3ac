# Finds a JDK and Maven, without starting a java to get its version. Sourced by launcher/build.sh, check
# and bench/make-fleet.
#
# Reads JAVA_HOME, GITOVERIT_JDKS and PATH; exec_maven also reads root, the checkout, and via, a
# command to run Maven through, if there is one. Sets jdk, the home of the JDK, and java_version.

# Whether a directory is the home of a JDK 25 or newer; sets java_version to its number.
is_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    java_version=0
    while IFS='="' read -r key _ value _; do
        [ "$key" = JAVA_VERSION ] && java_version=${value%%[!0-9]*} && break
    done <"$1/release"
    [ "${java_version:-0}" -ge 25 ]
}

# Sets jdk to the home of the java on PATH, regardless of its version.
jdk_on_path() {
    java=$(command -v java) || return 1
    while [ -h "$java" ]; do
        link=$(readlink "$java")
        case $link in /*) java=$link ;; *) java=${java%/*}/$link ;; esac
    done
    jdk=${java%/bin/java}
}

# Sets jdk to the first JDK 25 among directories, or else to the last newer one.
jdk_among() {
    jdk=
    for home in "$@"; do
        if is_jdk "$home"; then
            jdk=$home
            [ "$java_version" -eq 25 ] && break
        fi
    done
    [ -n "$jdk" ]
}

# Sets jdk to the home of a JDK 25 or newer: JAVA_HOME, then the java on PATH, then the directories of
# platforms and version managers. GITOVERIT_JDKS names a directory to search instead of those.
find_jdk() {
    if is_jdk "${JAVA_HOME-}"; then
        jdk=$JAVA_HOME
    elif jdk_on_path && is_jdk "$jdk"; then
        :
    elif [ -n "${GITOVERIT_JDKS-}" ]; then
        jdk_among "$GITOVERIT_JDKS"/*
    else
        jdk_among /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/*jdk* /opt/*java* \
            /usr/local/*jdk* /usr/local/*java* /Library/Java/JavaVirtualMachines/*/Contents/Home \
            "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
            /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
            /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
            /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
            "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.asdf/installs/java/* \
            "${HOME-}"/.local/share/mise/installs/java/*
    fi
}

require_jdk() {
    find_jdk && return
    echo "gitoverit: no JDK 25 or newer found; install one" \
        "(Debian: temurin-25-jdk or openjdk-25-jdk, macOS: brew install openjdk, any system: Eclipse Temurin)" \
        "or set JAVA_HOME to its directory" >&2
    exit 2
}

require_maven() {
    command -v mvn >/dev/null && return
    echo "gitoverit: no Maven found: there is no mvn on PATH; install it" \
        "(Debian: apt install maven, macOS: brew install maven)" >&2
    exit 2
}

# Replaces this process by Maven on the JDK found, without the warnings about Maven's own libraries.
exec_maven() {
    export JAVA_HOME="$jdk" MAVEN_OPTS="${MAVEN_OPTS-} --sun-misc-unsafe-memory-access=allow"
    exec ${via-} mvn -B -f "$root/pom.xml" "$@"
}
