package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A usual run finds its classes in the AOT cache. A class that is read from a jar or generated
/// takes as long as a small repository, so the training must cover the usual runs.
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class CachedClassesTest {
  /// The classes that link system calls, which every run generates anew.
  private static final Pattern LINKED =
      Pattern.compile("java\\.lang\\.invoke\\.[^$]+\\$.*|jdk\\.internal\\.foreign\\.abi\\..*");

  private static final String FLEET =
      """
      git init -q -b main large && cd large
      for i in $(seq 400); do mkdir -p d$((i % 5)); echo $i >d$((i % 5))/file$i; done
      echo '*.log' >.gitignore
      git add . && git commit -qm one
      echo more >d1/new && git add . && git commit -qm two && git gc -q
      git reset -q --hard HEAD^
      cd .. && for i in $(seq 4); do git clone -q large clone$i; done
      cd clone1 && echo more >>d1/file1 && echo new >new
      git remote set-url origin git@example.org:team/project.git
      cd ../clone2 && echo more >>d2/file2 && git add . && git stash -q
      echo more >>d1/file1 && git add .
      cd ../clone3 && echo more >d1/other && git add . && git commit -qm three
      git remote set-url origin https://example.org/team/project.git
      cd ../clone4 && git checkout -q --detach && rm -r d3
      cd .. && git init -q -b main small && cd small && touch one && git add . && git commit -qm one
      for i in $(seq 70); do git clone -q . ../small$i; done
      """;

  @TempDir private Path place;

  private GitSandbox sandbox;

  @BeforeEach
  void makeFleet() throws Exception {
    Path root = Files.createDirectory(place.resolve("fleet"));
    sandbox = GitSandbox.in(root);
    sandbox.sh(root, FLEET);
  }

  @Test
  void aTableOfManyRepositories() throws Exception {
    assertOnlyLinking(loaded(sandbox.root().toString()));
  }

  @Test
  void oneRepositoryThatIsShared() throws Exception {
    assertOnlyLinking(loaded(sandbox.repo("large").path().toString()));
  }

  @Test
  void oneAfterTheOther() throws Exception {
    assertOnlyLinking(loaded("--no-parallel", sandbox.root().toString()));
  }

  @Test
  void json() throws Exception {
    assertOnlyLinking(loaded("--format", "json", sandbox.root().toString()));
  }

  @Test
  void nothingToLinkForTheVersion() throws Exception {
    assertThat(loaded("--version")).isEmpty();
  }

  /// Requires fewer classes than a single `equals` of a record would add.
  private static void assertOnlyLinking(List<String> classes) {
    assertThat(classes).isNotEmpty().hasSizeLessThan(24).allMatch(LINKED.asMatchPredicate());
  }

  private List<String> loaded(String... arguments) throws Exception {
    return LoadedClasses.notFromTheCache(
        RealBuild.get().with("HOME", sandbox.home().toString()),
        place.resolve("classes.log"),
        arguments);
  }
}
