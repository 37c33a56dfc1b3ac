import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Compares two commands in alternating runs, so that both see the same state of the machine.
///
/// @param environment additional variables for both
record Pair(String name, List<String> first, List<String> second, Map<String, String> environment) {
  private static final double LONG_MILLIS = 30_000;

  Pair(String name, List<String> first, List<String> second) {
    this(name, first, second, Map.of());
  }

  static void printHeader(String title, String first, String second) {
    System.out.printf("%n%-44s %10s %10s %8s%n", title, first, second, "ratio");
  }

  /// Prints the medians in milliseconds and the median of the ratios of neighbouring runs. If the
  /// runs take long, there are fewer rounds than `rounds`, but at least three.
  void measure(int rounds) throws IOException, InterruptedException {
    List<Double> a = new ArrayList<>();
    List<Double> b = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    double spent = run(first, environment) + run(second, environment);
    while (a.size() < 3 || (a.size() < rounds && spent < LONG_MILLIS)) {
      a.add(run(first, environment));
      b.add(run(second, environment));
      ratios.add(a.getLast() / b.getLast());
      spent += a.getLast() + b.getLast();
    }
    System.out.printf(
        "%-44s %7.1f ms %7.1f ms %8.3f%n", name, median(a), median(b), median(ratios));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// Runs a command to its end and returns its duration in milliseconds.
  static double run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectInput(Redirect.from(new java.io.File("/dev/null")));
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (code != 0) {
      throw new IOException("exit code " + code + " of " + command);
    }
    return millis;
  }
}
