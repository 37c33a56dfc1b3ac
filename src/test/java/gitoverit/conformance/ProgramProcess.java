package gitoverit.conformance;

import gitoverit.cli.InProcess;
import gitoverit.testing.Git;
import gitoverit.testing.Jvm;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Runs the program with another git, in a process of its own.
///
/// Java finds programs on the `PATH` with which its own process started, so a process can run only
/// one git. Such a process runs the program once for each request. It ends with its standard input,
/// at the latest when the tests end.
final class ProgramProcess {
  private static final Map<Git, Queue<ProgramProcess>> IDLE = new ConcurrentHashMap<>();

  private final DataOutputStream requests;
  private final DataInputStream results;

  private ProgramProcess(Process process) {
    requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    results = new DataInputStream(process.getInputStream());
  }

  /// Runs the program in a process that no other thread uses.
  static InProcess.Result run(Git git, ProgramRun run) {
    Queue<ProgramProcess> idle = IDLE.computeIfAbsent(git, _ -> new ConcurrentLinkedQueue<>());
    try {
      ProgramProcess process = idle.poll();
      process = process == null ? start(git) : process;
      InProcess.Result result = process.run(run);
      idle.add(process);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the command that starts Java in the same way as this process.
  ///
  /// @param properties system properties
  /// @param main the class to run
  static List<String> java(Map<String, String> properties, String main) {
    List<String> flags = new ArrayList<>();
    properties.forEach((key, value) -> flags.add("-D" + key + "=" + value));
    return Jvm.of(main, flags.toArray(String[]::new));
  }

  private static ProgramProcess start(Git git) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(java(Map.of(), ProgramProcess.class.getName()));
    builder.environment().put("PATH", git.path());
    return new ProgramProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private InProcess.Result run(ProgramRun run) throws IOException {
    run.write(requests);
    return new InProcess.Result(
        results.readInt(), ProgramRun.readText(results), ProgramRun.readText(results));
  }

  /// Answers requests until there are no more.
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err);
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream results = new DataOutputStream(new BufferedOutputStream(out));
    try {
      while (true) {
        write(results, ProgramRun.read(in).here());
      }
    } catch (EOFException _) {
      // No more requests.
    }
  }

  private static void write(DataOutputStream out, InProcess.Result result) throws IOException {
    out.writeInt(result.exitCode());
    ProgramRun.write(out, result.out());
    ProgramRun.write(out, result.err());
    out.flush();
  }
}
