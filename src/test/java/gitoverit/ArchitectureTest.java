package gitoverit;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import gitoverit.testing.Golden;
import gitoverit.testing.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The structure of the program: which package knows which, and how large things may be.
///
/// [#KNOWN] is the only list of packages. The table in `ARCHITECTURE.md` is generated from it and
/// from the first sentence of each `package-info`: run this test with
/// `-Dgitoverit.golden.update=true` to write the table again.
final class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java/gitoverit");
  private static final Path DOCUMENT = Path.of("ARCHITECTURE.md");
  private static final int MOST_FILES = 25;

  private static final int MOST_PARAMETERS = 6;

  /// Each package, with all packages that it knows and no other.
  private static final Map<String, Set<String>> KNOWN = new LinkedHashMap<>();

  static {
    knows(
        "cli",
        "analysis discovery fs git git.command git.config help option remote remote.journal render render.table report row run schedule terminal");
    knows("help", "git option option.value query row");
    knows(
        "run",
        "analysis discovery fs git git.command git.config git.repo option remote remote.journal report schedule");
    knows("option", "fs git.config option.value query query.token remote report row terminal");
    knows("option.value", "row");
    knows("query", "fs query.token report row terminal");
    knows("query.token", "terminal");
    knows("render.table", "render report row terminal");
    knows("render", "fs git.url report row terminal");
    knows("row", "fs git git.url report terminal");
    knows(
        "analysis",
        "fs git git.command git.commit git.config git.graph git.object git.ref git.repo report schedule status");
    knows("discovery", "fs git git.config git.ignore git.index git.repo schedule status");
    knows("status", "fs git git.config git.ignore git.index git.object git.repo report schedule");
    knows(
        "remote",
        "fs git git.command git.config git.object git.ref git.url remote.journal remote.stage report");
    knows("remote.stage", "git.command");
    knows("remote.journal", "fs git git.command");
    knows("report", "git");
    knows("terminal", "fs schedule");
    knows("schedule", "");
    knows("git.graph", "fs git git.commit git.object");
    knows("git.object", "fs git git.commit");
    knows("git.commit", "git");
    knows("git.ref", "fs git");
    knows("git.index", "git");
    knows("git.ignore", "");
    knows("git.repo", "fs git git.config git.ignore git.object git.ref");
    knows("git.config", "fs git git.ignore");
    knows("git.url", "");
    knows("git.command", "fs");
    knows("git", "");
    knows("fs", "");
  }

  /// The libraries, with the packages that know them. The last is a part of the JDK.
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "com.google.gson", Set.of("render"),
          "com.google.gson.stream", Set.of("render"),
          "com.google.re2j", Set.of("query"),
          "org.apache.commons.cli", Set.of("option"),
          "com.sun.security.auth.module", Set.of("fs"));

  /// The methods and constructors with more parameters, each with its reason.
  private static final Map<String, String> WIDE =
      Map.ofEntries(
          entry("fs.SystemCall.call", "a system call takes numbers"),
          entry("cli.Invocation.<init>", "a record: what the process was started with"),
          entry("option.Output.<init>", "a record: one component an option"),
          entry("remote.BranchFacts.<init>", "a record: facts of a branch"),
          entry("remote.RemoteContext.<init>", "a record: what all tasks share"),
          entry("remote.journal.MovedRef.<init>", "a record: the fields of a line"),
          entry("report.RepoReport.<init>", "a record: facts of a row"));

  private static void knows(String name, String known) {
    KNOWN.put(name, known.isEmpty() ? Set.of() : new TreeSet<>(List.of(known.split(" "))));
  }

  private static Stream<String> targets(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .map(JavaClass::getPackageName);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("gitoverit.(**)").should().beFreeOfCycles().check(House.CLASSES);
  }

  @Test
  void eachPackageKnowsExactlyThePackagesListed() {
    Map<String, Set<String>> actual = new LinkedHashMap<>();
    KNOWN.keySet().forEach(name -> actual.put(name, new TreeSet<>()));
    for (JavaClass type : House.types()) {
      String name = House.nameOfPackage(type.getPackageName());
      Set<String> known = actual.computeIfAbsent(name, _ -> new TreeSet<>());
      targets(type)
          .filter(House::isInside)
          .map(House::nameOfPackage)
          .filter(target -> !target.equals(name))
          .forEach(known::add);
    }
    assertThat(lines(actual)).isEqualTo(lines(KNOWN));
  }

  private static String lines(Map<String, Set<String>> known) {
    return known.entrySet().stream()
        .map(entry -> "%s: %s%n".formatted(entry.getKey(), String.join(" ", entry.getValue())))
        .collect(joining());
  }

  @Test
  void eachLibraryIsKnownByThePackagesListed() {
    Map<String, Set<String>> actual = new LinkedHashMap<>();
    for (JavaClass type : House.types()) {
      targets(type)
          .filter(name -> !House.isInside(name) && !isPlatform(name))
          .forEach(name ->
              actual
                  .computeIfAbsent(name, _ -> new TreeSet<>())
                  .add(House.nameOfPackage(type.getPackageName())));
    }
    assertThat(actual).isEqualTo(LIBRARIES);
  }

  private static boolean isPlatform(String packageName) {
    return packageName.isEmpty()
        || packageName.startsWith("java.")
        || packageName.startsWith("org.jspecify.")
        || packageName.startsWith("com.google.errorprone.");
  }

  @Test
  void theTableOfPackagesIsTrue() throws IOException {
    String document = Files.readString(DOCUMENT);
    Matcher table = Pattern.compile("(?m)^\\| package \\|.*\\n(\\|.*\\n)+").matcher(document);
    assertThat(table.find()).isTrue();
    if (Golden.isUpdated()) {
      Files.writeString(DOCUMENT, table.replaceFirst(Matcher.quoteReplacement(tableOfPackages())));
    } else {
      assertThat(table.group()).isEqualTo(tableOfPackages());
    }
  }

  private static String tableOfPackages() throws IOException {
    StringBuilder table = new StringBuilder("| package | what it does | knows |\n|---|---|---|\n");
    for (Map.Entry<String, Set<String>> entry : KNOWN.entrySet()) {
      String name = entry.getKey();
      String known =
          entry.getValue().stream().map(other -> "`" + other + "`").collect(joining(", "));
      table.append("| `" + name + "` | " + sentence(name) + " | ");
      table.append(known.isEmpty() ? "none" : known).append(" |\n");
    }
    return table.toString();
  }

  /// Returns the first sentence of the documentation of a package, without its full stop.
  private static String sentence(String name) throws IOException {
    String text =
        Files.readAllLines(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"))
            .stream()
            .filter(line -> line.startsWith("///"))
            .map(line -> line.substring(3).strip())
            .collect(joining(" "));
    return text.substring(0, text.indexOf(". "));
  }

  @Test
  void noPackageHasManyFiles() throws IOException {
    for (String name : KNOWN.keySet()) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
        List<Path> sources =
            files
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.endsWith("package-info.java"))
                .toList();
        assertThat(sources).as(name).hasSizeLessThanOrEqualTo(MOST_FILES);
      }
    }
  }

  @Test
  void nearlyEveryTypeIsClosed() {
    assertThat(House.types())
        .filteredOn(type -> type.isTopLevelClass() && !type.isInterface() && !type.isEnum())
        .filteredOn(type -> !type.getModifiers().contains(JavaModifier.FINAL) && !isSealed(type))
        .isEmpty();
  }

  private static boolean isSealed(JavaClass type) {
    return type.reflect().isSealed();
  }

  @Test
  void noMethodHasManyParameters() {
    Set<String> wide = new TreeSet<>();
    for (JavaClass type : House.types()) {
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        if (!isGenerated(unit) && written(unit) > MOST_PARAMETERS) {
          wide.add(House.nameOf(type) + "." + unit.getName());
        }
      }
    }
    assertThat(wide).isEqualTo(new TreeSet<>(WIDE.keySet()));
  }

  private static boolean isGenerated(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.SYNTHETIC)
        || unit.getName().startsWith("lambda$")
        || unit.getOwner().isAnonymousClass();
  }

  /// Returns the number of parameters in the source: the constructor of an enum has two more, the
  /// name and the ordinal number.
  private static int written(JavaCodeUnit unit) {
    int all = unit.getRawParameterTypes().size();
    return unit.isConstructor() && unit.getOwner().isEnum() ? all - 2 : all;
  }
}
