package gitoverit.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Commands that run a class of this class path in a JVM of its own.
public final class Jvm {
  private static final String PROGRAM = "gitoverit.cli.Main";

  private Jvm() {}

  /// Returns the words that run the program, to which its arguments can be added.
  ///
  /// @param flags more flags of the JVM
  public static List<String> program(String... flags) {
    return of(PROGRAM, flags);
  }

  /// Returns the words that run the `main` method of a class.
  ///
  /// @param flags more flags of the JVM
  public static List<String> of(String mainClass, String... flags) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.add("--enable-native-access=ALL-UNNAMED");
    words.addAll(List.of(flags));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    return words;
  }
}
