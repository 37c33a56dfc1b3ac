# The flags of the JVM; docs/performance has the reason for each. Sourced by launcher/build.sh.
#
# Reads jdk, the home of the JDK. Sets flags to those that it accepts, one to a word.

all_flags='-XX:+UseSerialGC -Xms24m -Xmn8m -XX:MinHeapFreeRatio=5 -XX:PretenureSizeThreshold=256k
    -XX:+UseTransparentHugePages -XX:TieredStopAtLevel=1 -XX:CompileCommand=quiet
    -XX:CompileCommand=CompileThresholdScaling,gitoverit.*::*,0.2
    -XX:CompileCommand=exclude,jdk.internal.classfile.impl.StackMapGenerator::processBlock
    -XX:-UsePerfData -Xlog:disable -XX:+DisplayVMOutputToStderr --enable-native-access=ALL-UNNAMED
    -Djava.lang.foreign.VERIFY_BINDINGS=false'

# Whether the JVM starts with flags, and without a warning about any of them.
accepts_flags() (
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
    output=$("$jdk/bin/java" "$@" -version 2>&1) || exit
    case $output in *' warning: '*) exit 1 ;; esac
)

# A JVM refuses to start with a flag that it does not know, and warns about one that it no longer
# uses: JDK 27 has lost one of these, and only Linux has huge pages. So flags are tried, each of them
# only when not all are accepted, as a try takes as long as the start of a JVM.
choose_flags() {
    set -f # a flag has a star in it
    flags=$(echo $all_flags)
    if ! accepts_flags $flags; then
        flags=
        for flag in $all_flags; do
            ! accepts_flags $flags "$flag" || flags="${flags:+$flags }$flag"
        done
    fi
    set +f
}
