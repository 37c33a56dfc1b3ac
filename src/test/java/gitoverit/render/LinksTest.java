package gitoverit.render;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinksTest {
  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/r.git, https://github.com/o/r.git",
    "https://bob:secret@example.org:8443/t/r?token=x, https://example.org:8443/t/r",
    "git@github.com:o/r.git, https://github.com/o/r",
    "ssh://git@gitlab.com:22/g/s/r, https://gitlab.com/g/s/r",
    "ssh://git@altssh.gitlab.com:443/g/r.git, https://gitlab.com/g/r",
    "git://git.kernel.org/pub/scm/git/git.git, https://git.kernel.org/pub/scm/git/git",
    "https://x/a b\u00E9\u001B[1m, https://x/a%20b%c3%a9%1b[1m",
  })
  void aUrlLeadsToAWebPageWithoutCredentials(String url, String link) {
    assertThat(link(Field.URL, Rows.at("/r").urls(url, null).done())).isEqualTo(link);
  }

  @ParameterizedTest
  @CsvSource({"git@example.org:o/r", "/srv/git/r.git", "ext::sh -c x", "../github.com/r"})
  void aUrlWithoutAKnownWebPageLeadsNowhere(String url) {
    assertThat(link(Field.URL, Rows.at("/r").urls(url, null).done())).isNull();
  }

  @Test
  void aDirectoryLeadsToItselfWhateverItsBytes() {
    assertThat(link(Field.DIR, Rows.at("/home/a b/c\u001B%").done()))
        .isEqualTo("file://host/home/a%20b/c%1b%25");
    assertThat(link(Field.PATH, Rows.at(Rows.notUtf8()).done()))
        .isEqualTo("file://host/home/ada/src/caf%e9");
    assertThat(link(Field.BRANCH, Rows.at("/r").done())).isNull();
  }

  private static @Nullable String link(Field column, RepoResult row) {
    return Links.of(column, row, "host");
  }
}
