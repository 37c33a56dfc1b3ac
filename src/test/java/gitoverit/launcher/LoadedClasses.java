package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.launcher.Checkout.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the classes that a run of the program loads from the log of its JVM.
final class LoadedClasses {
  private static final Pattern LOADED = Pattern.compile("(?m)^(\\S+) source: (.*)$");

  private LoadedClasses() {}

  /// Runs the program and returns the classes that did not come from the AOT cache.
  static List<String> notFromTheCache(Checkout program, Path log, String... arguments)
      throws Exception {
    Outcome outcome =
        program.with("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log + ":none").run(arguments);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    List<String> others = new ArrayList<>();
    Matcher matcher = LOADED.matcher(Files.readString(log));
    int all = 0;
    while (matcher.find()) {
      all++;
      if (!matcher.group(2).startsWith("shared objects file")) {
        others.add(matcher.group(1));
      }
    }
    assertThat(all).isGreaterThan(500);
    return others;
  }
}
