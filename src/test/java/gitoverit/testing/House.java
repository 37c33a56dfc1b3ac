package gitoverit.testing;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The classes of the program, without its tests, for tests of its structure.
public final class House {
  /// All compiled classes.
  public static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gitoverit");

  private static final String ROOT = "gitoverit.";

  private House() {}

  /// Returns all types in a package of the program.
  public static List<JavaClass> types() {
    return CLASSES.stream().filter(type -> isInside(type.getPackageName())).toList();
  }

  /// Returns whether a package belongs to the program.
  public static boolean isInside(String packageName) {
    return packageName.startsWith(ROOT);
  }

  /// Returns the name of a package as documents use it, such as `git.index`.
  public static String nameOfPackage(String packageName) {
    return packageName.substring(ROOT.length());
  }

  /// Returns the name of a type with its package, such as `cli.Main`.
  public static String nameOf(JavaClass type) {
    return type.getName().substring(ROOT.length());
  }

  /// Returns the files, such as `cli.Main`, with a matching access.
  public static Set<String> filesThatUse(Predicate<JavaAccess<?>> access) {
    Set<String> files = new TreeSet<>();
    for (JavaClass type : types()) {
      if (type.getAccessesFromSelf().stream().anyMatch(access)) {
        files.add(nameOf(type).replaceFirst("\\$.*", ""));
      }
    }
    return files;
  }
}
