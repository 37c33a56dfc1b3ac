package gitoverit.git.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/r.git, https://github.com/o/r.git",
    "https://bob:secret@host:8443/r?token=x, https://host:8443/r",
    "https://bob:secret%40host/r, https://host/r",
    "git@github.com:o/r.git, https://github.com/o/r",
    "ssh://git@altssh.bitbucket.org:443/o/r.git, https://bitbucket.org/o/r",
    "git://git.sv.gnu.org/emacs.git, https://git.savannah.gnu.org/emacs",
    "HTTPS://GitHub.com/o/r, https://github.com/o/r",
  })
  void leadsToTheRepository(String url, String address) {
    assertThat(WebAddress.of(url)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"git@host:r", "/srv/r", "hg::https://github.com/o/r", "github.com:", ""})
  void isUnknownForOtherUrls(String url) {
    assertThat(WebAddress.of(url)).isNull();
  }
}
