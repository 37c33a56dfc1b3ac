package gitoverit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import gitoverit.testing.House;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The files that may touch the system around the program, each with its reason. A file that no
/// longer needs its permission fails the test too.
final class SystemAccessTest {
  private static final Set<String> THREAD_CLASSES =
      Set.of(
          "java.lang.Thread$Builder",
          "java.lang.Thread$Builder$OfPlatform",
          "java.lang.Thread$Builder$OfVirtual",
          "java.util.Timer",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.ThreadPoolExecutor");
  private static final Set<String> THREAD_STARTS =
      Set.of("<init>", "start", "ofPlatform", "ofVirtual", "startVirtualThread");

  private static final Set<String> FILE_CLASSES =
      Set.of(
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.nio.channels.FileChannel",
          "java.nio.file.FileSystem",
          "java.nio.file.FileSystems",
          "java.nio.file.Files",
          "java.nio.file.WatchService");
  private static final Set<String> FILE_METHODS = Set.of("toRealPath", "toFile", "register");

  private static final Set<String> PROCESS_CLASSES =
      Set.of("java.lang.ProcessBuilder", "java.lang.ProcessHandle");

  private static boolean owner(JavaAccess<?> access, Set<String> names) {
    return names.contains(access.getTargetOwner().getName());
  }

  private static boolean method(JavaAccess<?> access, String owner, Set<String> names) {
    return access.getTargetOwner().getName().equals(owner) && names.contains(access.getName());
  }

  private static void only(Map<String, String> reasons, Predicate<JavaAccess<?>> access) {
    assertThat(House.filesThatUse(access)).isEqualTo(new TreeSet<>(reasons.keySet()));
  }

  @Test
  void onlyTheseStartThreads() {
    only(
        Map.ofEntries(
            entry("schedule.WorkerPool", "search and analysis"),
            entry("remote.stage.RemoteStage", "waits for remotes"),
            entry("fs.StartingFileAccess", "links the system calls meanwhile"),
            entry("git.command.ChildProcesses", "one clock for all deadlines"),
            entry("git.command.StreamReader", "the errors of a process, beside its output"),
            entry("cli.Keyboard", "the keys of --watch"),
            entry("cli.Interrupt", "a shutdown hook is a thread")),
        access ->
            owner(access, THREAD_CLASSES) || method(access, "java.lang.Thread", THREAD_STARTS));
  }

  @Test
  void onlyTheFileSystemPackageAndTheseOpenFiles() {
    only(
        Map.ofEntries(
            entry("cli.Main", "resolves the current directory, before there is a file access"),
            entry("cli.Training", "prepares the runs of the training"),
            entry(
                "git.command.GitCommand",
                "ProcessBuilder takes the directory of a process as a File"),
            entry("remote.journal.Journal", "writes the only file that the program writes")),
        access ->
            !access.getOriginOwner().getPackageName().equals("gitoverit.fs")
                && (owner(access, FILE_CLASSES)
                    || method(access, "java.nio.file.Path", FILE_METHODS)));
  }

  @Test
  void onlyTheseStartOrEndProcesses() {
    only(
        Map.ofEntries(
            entry("cli.Main", "halts with the exit code"),
            entry("cli.Defect", "ends the program when a thread dies"),
            entry("cli.Interrupt", "a shutdown hook"),
            entry("cli.Keyboard", "stty sets the mode of the terminal"),
            entry("git.command.GitCommand", "git"),
            entry("git.command.ChildProcesses", "knows every process that it started"),
            entry("git.command.ProcessTree", "ends processes")),
        access ->
            owner(access, PROCESS_CLASSES)
                || method(access, "java.lang.Process", Set.of("destroy", "destroyForcibly"))
                || method(
                    access,
                    "java.lang.Runtime",
                    Set.of("exec", "exit", "halt", "addShutdownHook", "removeShutdownHook"))
                || method(access, "java.lang.System", Set.of("exit")));
  }

  @Test
  void onlyTheseSeeStandardStreams() {
    only(
        Map.ofEntries(entry("cli.Main", "passes the streams on")),
        access ->
            method(access, "java.lang.System", Set.of("in", "out", "err", "console"))
                || owner(access, Set.of("java.io.Console", "java.io.FileDescriptor")));
  }

  @Test
  void onlyTheseReadTheEnvironmentAndProperties() {
    only(
        Map.ofEntries(
            entry("cli.Main", "passes both on, and the number of processors"),
            entry("cli.Training", "runs as a program of its own"),
            entry("fs.Machine", "the system and the processor decide which system calls exist")),
        access ->
            method(
                    access,
                    "java.lang.System",
                    Set.of("getenv", "getProperty", "getProperties", "setProperty"))
                || method(access, "java.lang.Boolean", Set.of("getBoolean"))
                || method(access, "java.lang.Integer", Set.of("getInteger"))
                || method(access, "java.lang.Long", Set.of("getLong"))
                || method(access, "java.lang.Runtime", Set.of("availableProcessors", "version")));
  }

  @Test
  void onlyTheFileSystemPackageCallsForeignCode() {
    only(
        Map.ofEntries(entry("fs.SystemCall", "the calls"), entry("fs.LinuxCalls", "their memory")),
        access -> access.getTargetOwner().getPackageName().startsWith("java.lang.foreign"));
  }
}
