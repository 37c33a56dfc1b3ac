package gitoverit.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import gitoverit.cli.InProcess;
import gitoverit.testing.Git;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One run of the program.
///
/// @param properties the system properties of the program
/// @param environment all environment variables of the program
/// @param cwd the current directory of the program, a real path
/// @param arguments the command line
record ProgramRun(
    Map<String, String> properties,
    Map<String, String> environment,
    Path cwd,
    List<String> arguments) {

  /// Runs the program inside a process that uses the given git.
  InProcess.Result with(Git git) {
    return git.equals(Git.installed()) ? here() : ProgramProcess.run(git, this);
  }

  /// Runs the program inside this process, which uses the installed git.
  InProcess.Result here() {
    return InProcess.run(properties, environment, cwd, arguments.toArray(String[]::new));
  }

  void write(DataOutputStream out) throws IOException {
    write(out, properties);
    write(out, environment);
    write(out, cwd.toString());
    out.writeInt(arguments.size());
    for (String argument : arguments) {
      write(out, argument);
    }
    out.flush();
  }

  static ProgramRun read(DataInputStream in) throws IOException {
    return new ProgramRun(readMap(in), readMap(in), Path.of(readText(in)), readList(in));
  }

  private static void write(DataOutputStream out, Map<String, String> map) throws IOException {
    out.writeInt(map.size());
    for (Map.Entry<String, String> entry : map.entrySet()) {
      write(out, entry.getKey());
      write(out, entry.getValue());
    }
  }

  /// Writes a text of any length, unlike `writeUTF`.
  static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Map<String, String> readMap(DataInputStream in) throws IOException {
    Map<String, String> map = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      map.put(readText(in), readText(in));
    }
    return map;
  }

  private static List<String> readList(DataInputStream in) throws IOException {
    List<String> list = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      list.add(readText(in));
    }
    return list;
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), UTF_8);
  }
}
