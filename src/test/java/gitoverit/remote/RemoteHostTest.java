package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemoteHostTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/r.git, github.com",
    "https://bob:secret@Host.Example:8443/t/r, host.example",
    "ssh://git@host:22/path, host",
    "ssh://git@[::1]:2222/path, ::1",
    "git://127.0.0.1:9418/r, 127.0.0.1",
    "git@host:path/r.git, host",
    "host:path, host",
    "git@[::1]:path, ::1",
    "[git@host:2222]:path, host",
    "file:///srv/r.git, ''",
    "/srv/r.git, ''",
    "../r.git, ''",
    "./odd:name, ''",
    "r.git, ''",
  })
  void tellsTheHostOfEveryFormThatGitKnows(String url, String host) {
    assertThat(RemoteHost.of(url)).isEqualTo(host);
  }
}
