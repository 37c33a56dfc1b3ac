package gitoverit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Console;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.lang.foreign.Linker;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The rules of the house: who may know whom, and who may touch what.
final class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gitoverit");

  @Test
  void packagesFormNoCycle() {
    slices().matching("gitoverit.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void valuesKnowNothingButValues() {
    onlyDependsOn("gitoverit.git", "gitoverit.git");
    onlyDependsOn("gitoverit.fs", "gitoverit.fs");
    onlyDependsOn("gitoverit.schedule", "gitoverit.schedule");
    onlyDependsOn("gitoverit.report", "gitoverit.report", "gitoverit.git");
  }

  @Test
  void theEngineKnowsNothingOfOutput() {
    noClasses()
        .that()
        .resideInAnyPackage("gitoverit.git..", "gitoverit.analysis", "gitoverit.discovery")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "gitoverit.row",
            "gitoverit.render..",
            "gitoverit.terminal",
            "gitoverit.option",
            "gitoverit.run",
            "gitoverit.cli")
        .check(HOUSE);
  }

  @Test
  void onlyTheFileSystemPackageOpensFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackage("gitoverit.fs")
        .and()
        .doNotHaveFullyQualifiedName("gitoverit.cli.Main")
        .and()
        .doNotHaveFullyQualifiedName("gitoverit.cli.Training")
        .and()
        // It writes the one file that the program writes.
        .doNotHaveFullyQualifiedName("gitoverit.remote.journal.Journal")
        .should()
        .dependOnClassesThat(
            belongToAnyOf(
                Files.class,
                FileInputStream.class,
                FileOutputStream.class,
                RandomAccessFile.class,
                FileChannel.class))
        .check(HOUSE);
  }

  @Test
  void onlyTheFileSystemPackageCallsForeignCode() {
    noClasses()
        .that()
        .resideOutsideOfPackage("gitoverit.fs")
        .should()
        .dependOnClassesThat(belongToAnyOf(Linker.class))
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineSeesTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("gitoverit.cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .dependOnClassesThat(belongToAnyOf(Console.class))
        .check(HOUSE);
  }

  @Test
  void onlyTheSchedulerAndTheWaitForGitMakeThreads() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "gitoverit.schedule", "gitoverit.git.command", "gitoverit.remote", "gitoverit.cli")
        .should()
        .dependOnClassesThat(belongToAnyOf(Thread.Builder.class, Thread.Builder.OfPlatform.class))
        .check(HOUSE);
  }

  @Test
  void nearlyEveryTypeIsClosed() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(HOUSE);
  }

  private static void onlyDependsOn(String packageName, String... known) {
    String[] allowed = java.util.Arrays.copyOf(known, known.length + 4);
    allowed[known.length] = "java..";
    allowed[known.length + 1] = "org.jspecify..";
    allowed[known.length + 2] = "";
    // Tells the user id on systems without /proc.
    allowed[known.length + 3] = "com.sun.security.auth..";
    classes()
        .that()
        .resideInAPackage(packageName)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(HOUSE);
  }
}
