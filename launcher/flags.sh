# The flags of the JVM; docs/performance gives the reason for each. Sourced by launcher/build.sh.
#
# Reads jdk, the home of the JDK. Sets flags to the flags that it accepts, separated by spaces.

all_flags='-XX:+UseSerialGC -Xms24m -Xmn8m -XX:MinHeapFreeRatio=5 -XX:PretenureSizeThreshold=256k
    -XX:+UseTransparentHugePages -XX:TieredStopAtLevel=1 -XX:CompileCommand=quiet
    -XX:CompileCommand=CompileThresholdScaling,gitoverit.*::*,0.2
    -XX:CompileCommand=exclude,jdk.internal.classfile.impl.StackMapGenerator::processBlock
    -XX:-UsePerfData -Xlog:disable -XX:+DisplayVMOutputToStderr --enable-native-access=ALL-UNNAMED
    -Djava.lang.foreign.VERIFY_BINDINGS=false'

# Whether the JVM starts with the given flags without a warning about them.
accepts_flags() (
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
    output=$("$jdk/bin/java" "$@" -version 2>&1) || exit
    case $output in *' warning: '*) exit 1 ;; esac
)

# A JVM refuses to start with an unknown flag and warns about an obsolete one: JDK 27 has dropped one
# of these, and only Linux has huge pages. So the flags are tried, first all together and then, only if
# they are not all accepted, one by one, because each try takes as long as the start of a JVM.
choose_flags() {
    set -f # one flag contains a star
    flags=$(echo $all_flags)
    if ! accepts_flags $flags; then
        flags=
        for flag in $all_flags; do
            ! accepts_flags $flags "$flag" || flags="${flags:+$flags }$flag"
        done
    fi
    set +f
}
