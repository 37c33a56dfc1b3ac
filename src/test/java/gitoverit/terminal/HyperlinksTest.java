package gitoverit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HyperlinksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TERM=xterm-kitty",
        "TERM=xterm-256color TERM_PROGRAM=iTerm.app",
        "TERM=xterm VTE_VERSION=7006",
        "TERM=xterm KONSOLE_VERSION=230401",
        "TERM=xterm WT_SESSION=x",
        "TERM=dumb FORCE_HYPERLINK=1",
      })
  void someTerminalsAreKnownToShowLinks(String environment) {
    assertThat(Hyperlinks.isKnownToWork(variables(environment))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X=",
        "TERM=xterm-256color",
        "TERM=dumb VTE_VERSION=7006",
        "TERM=xterm VTE_VERSION=4900",
        "TERM=xterm VTE_VERSION=new",
        "TERM=tmux-256color TERM_PROGRAM=iTerm.app TMUX=/tmp/x",
        "TERM=xterm-kitty FORCE_HYPERLINK=0",
      })
  void othersAreLeftAlone(String environment) {
    assertThat(Hyperlinks.isKnownToWork(variables(environment))).isFalse();
  }

  private static Map<String, String> variables(String environment) {
    Map<String, String> variables = new HashMap<>();
    for (String assignment : environment.split(" ", -1)) {
      int equals = assignment.indexOf('=');
      variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return variables;
  }
}
