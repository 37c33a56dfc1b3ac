package gitoverit.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.config.GitConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemoteSettingsTest {

  private static RemoteSettings read(String section) throws Exception {
    byte[] bytes = ("[gitoverit]\n" + section + "\n").getBytes(UTF_8);
    return RemoteSettings.read(GitConfig.parse(bytes, "/home/ada/.gitconfig"));
  }

  @Test
  void withoutSettingsTheUsualValuesHold() throws Exception {
    assertThat(read("")).isEqualTo(new RemoteSettings(8, 32, 60_000, 120_000, 120_000));
  }

  @Test
  void theLastOfEachCounts() throws Exception {
    String section =
        """
        fetchPerHost = 1
        fetchPerHost = 3
        fetchJobs = 5
        fetchTimeout = 0.5
        pullTimeout = 7
        pushTimeout = 9
        """;
    assertThat(read(section)).isEqualTo(new RemoteSettings(3, 5, 500, 7_000, 9_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fetchPerHost = many | gitoverit.fetchPerHost: 'many' is not a whole number",
        "fetchJobs = 0 | gitoverit.fetchJobs: must be between 1 and 1000: '0'",
        "fetchjobs | gitoverit.fetchJobs: '' is not a whole number",
        "fetchTimeout = soon | gitoverit.fetchTimeout: 'soon' is not a number of seconds",
        "pullTimeout = -1 | gitoverit.pullTimeout: must be greater than 0 and at most 86400: '-1'",
        "pushTimeout = NaN | gitoverit.pushTimeout: must be greater than 0 and at most 86400: 'NaN'",
      })
  void aWrongValueIsOneLineWithFileAndKey(String section, String message) {
    assertThatThrownBy(() -> read(section))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("/home/ada/.gitconfig:2: " + message);
  }
}
