package gitoverit.help;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.option.Flag;
import gitoverit.option.Generated;
import gitoverit.option.OptionGroup;
import gitoverit.testing.Command;
import gitoverit.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class HelpTest {
  private @TempDir Path temporary;

  private InProcess.Result run(String... arguments) {
    return InProcess.run(Map.of(), Map.of(), temporary, arguments);
  }

  @ParameterizedTest
  @EnumSource
  void everyTextIsAShortSentenceWithoutItsFullStop(Flag option) {
    assertThat(option.brief()).hasSizeLessThanOrEqualTo(72).matches("[a-z].*[^.]");
    assertThat(option.more()).matches("|[A-Za-z].*\\.");
  }

  @Test
  void groupsHaveAllOptionsInTheirOrder() {
    List<Flag> grouped = new ArrayList<>();
    for (OptionGroup group : OptionGroup.values()) {
      grouped.addAll(group.flags());
    }
    assertThat(grouped).containsExactly(Flag.values());
  }

  @Test
  void helpFitsOnAScreen() throws Exception {
    String help = run("--help").out();
    Golden.assertMatches("help/help.txt", help);
    assertThat(help.lines().count()).isLessThan(60);
    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    for (Flag option : Flag.values()) {
      String letter = option.letter() == null ? "" : "-" + option.letter() + ", ";
      assertThat(help).contains(letter + "--" + option.word());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everythingIsMadeFromTheOneTable(Generated what) throws Exception {
    String name = what.name().toLowerCase(Locale.ROOT);
    String made = run("--generate", name).out();
    Golden.assertMatches("help/generated." + name, made);
    for (Flag option : Flag.values()) {
      assertThat(made.replace("\\-", "-")).contains(option.word());
    }
  }

  @Test
  void theManualPageKnowsOnlyRequestsOfMan() {
    assertThat(run("--generate", "man").out().lines())
        .filteredOn(line -> line.startsWith(".") || line.startsWith("'"))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|B|I|BR|IR|RB|RI|br|nf|fi)( .*)?"));
  }

  @Test
  void anOptionWithoutALetterHasNone() {
    assertThat(run("-null").exitCode()).isEqualTo(2);
  }

  @Test
  void anotherShellIsAMistake() {
    assertThat(run("--generate", "tcsh").err())
        .contains("--generate: 'tcsh' is not one of man, bash, zsh, fish");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--dir|--dirty-only",
        "-o js|json",
        "-o m|markdown md",
        "--format = nd|ndjson",
        "-s au|author",
        "-c sta|staged stashes status",
        "-c -mtime,st|-mtime,staged -mtime,stashes -mtime,status",
        "-c -,-mti|-,-mtime",
        "--color n|never",
        "--view w|work",
        "--depth 1 sub|subdirectory",
        "--generate z|zsh",
      })
  void bashCompletes(String words, String completions) throws Exception {
    Files.createDirectory(temporary.resolve("subdirectory"));
    Files.createFile(temporary.resolve("subfile"));
    Files.writeString(
        temporary.resolve(".gitconfig"), "[gitoverit \"view.work\"]\nwhere = dirty\nsort = dir\n");
    Files.writeString(temporary.resolve("script"), run("--generate", "bash").out());
    String script =
        """
        compopt() { :; }
        . ./script
        COMP_WORDS=(gitoverit %s)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _gitoverit
        echo "${COMPREPLY[@]}"
        """
            .formatted(words);
    Map<String, String> environment =
        Map.of("PATH", System.getenv("PATH"), "HOME", temporary.toString());
    assertThat(
            new Command(List.of("bash", "-c", script), temporary, environment).runOrThrow().text())
        .isEqualTo(completions);
  }
}
