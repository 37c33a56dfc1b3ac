package gitoverit.git.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/r.git, o/r",
    "https://github.com/o/r, o/r",
    "https://github.com/o/r/, o/r",
    "https://github.com/o/r.git/, o/r",
    "https://github.com/o/r.git///, o/r",
    "https://www.github.com/o/r, o/r",
    "HTTPS://GitHub.com/O/R.git, O/R",
    "http://github.com/o/r.git, o/r",
    "git://github.com/o/r.git, o/r",
    "https://github.com/o/r.github, o/r.github",
    "https://github.com/o/.git, o",
    "https://github.com/o/r/.git, o/r",
    "https://github.com/, github.com",
    "https://github.com, github.com",
    "https://gitlab.com/g/s/r.git, gl:g/s/r",
    "https://bitbucket.org/t/r.git, bb:t/r",
    "https://codeberg.org/o/r.git, cb:o/r",
    "https://gitea.com/o/r.git, gitea:o/r",
    "https://git.sr.ht/~ada/r, sr.ht:~ada/r",
    "https://git.kernel.org/pub/scm/git/git.git, kernel:pub/scm/git/git",
    "https://git.savannah.gnu.org/git/emacs.git, gnu:git/emacs",
    "git://git.sv.gnu.org/emacs.git, gnu:emacs",
    "https://gitbox.apache.org/repos/asf/maven.git, apache:repos/asf/maven",
    "https://git.postgresql.org/git/postgresql.git, pg:git/postgresql",
    "https://hg.mozilla.org/mozilla-central, moz:mozilla-central",
  })
  void usesAPrefixForWellKnownHosts(String url, String simple) {
    assertThat(ShortUrl.of(url)).isEqualTo(simple);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/t/r.git, example.org/t/r",
    "https://bob@host:8443/t/r, host/t/r",
    "https://bob:secret@host:8443/t/r.git, host/t/r",
    "https://host:8443/t/r, host/t/r",
    "https://notgithub.com/o/r, notgithub.com/o/r",
    "https://github.com.evil.org/o/r, github.com.evil.org/o/r",
    "https://[::1]:8443/t/r.git, '[::1]/t/r'",
    "https://[::1]/t/r.git, '[::1]/t/r'",
    "ftp://host/r.git, host/r",
    "ftps://host/r.git, host/r",
    "git://host:9418/~ada/r.git, host/~ada/r",
    "https://host/a%20b/r.git, host/a%20b/r",
    "https://host/@scope/r, host/@scope/r",
    "https://host, host",
  })
  void showsHostAndPathOfOthers(String url, String simple) {
    assertThat(ShortUrl.of(url)).isEqualTo(simple);
  }

  @ParameterizedTest
  @CsvSource({
    "git@github.com:o/r.git, ssh+o/r",
    "github.com:o/r.git, ssh+o/r",
    "ssh://git@github.com/o/r.git, ssh+o/r",
    "ssh://git@ssh.github.com:443/o/r.git, ssh+o/r",
    "git+ssh://git@github.com/o/r.git, ssh+o/r",
    "ssh+git://git@github.com/o/r.git, ssh+o/r",
    "git@gitlab.com:g/r.git, ssh+gl:g/r",
    "git@altssh.gitlab.com:g/r.git, ssh+gl:g/r",
    "git@git.sr.ht:~ada/r, ssh+sr.ht:~ada/r",
    "ada@host:r.git, ssh+host/r",
    "host:r.git, ssh+host/r",
    "host:/srv/git/r.git, ssh+host/srv/git/r",
    "host:~/r, ssh+host/~/r",
    "host:~ada/r, ssh+host/~ada/r",
    "ssh://host/~/r.git, ssh+host/~/r",
    "ssh://host:2222/srv/r.git/, ssh+host/srv/r",
    "ssh://[::1]:2222/srv/r.git, 'ssh+[::1]/srv/r'",
    "ssh://ada@[fe80::1]/r, 'ssh+[fe80::1]/r'",
    "[::1]:srv/r.git, 'ssh+[::1]/srv/r'",
    "ada@[::1]:srv/r.git, 'ssh+[::1]/srv/r'",
    "[host:2222]:srv/r.git, ssh+host/srv/r",
    "[ada@host:2222]:srv/r.git, ssh+host/srv/r",
    "bob@corp.example@host:r, ssh+host/r",
    "ssh://[host:2222]/srv/r.git, ssh+host/srv/r",
    "x[y]:r, ssh+x[y]/r",
    "ssh://ada%40host/r, ssh+host/r",
    "git@host:~x@y/z, ssh+host/~x@y/z",
    "host:, ssh+host",
    "c:r, ssh+c/r",
  })
  void marksWhatGoesThroughSsh(String url, String simple) {
    assertThat(ShortUrl.of(url)).isEqualTo(simple);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/git/r.git",
        "../sibling",
        "./r:s",
        "r",
        "/srv/a:b/r.git",
        "/srv/http/r@2",
        "httpd/r@2",
        "~/r.git",
        "file:///srv/git/r.git",
        "file://host/share/r.git",
        "file:///home/ada@home/r",
        "C:\\src\\r",
        "C:/src/r",
        ""
      })
  void leavesLocalPathsAsTheyAre(String path) {
    assertThat(ShortUrl.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "hg::https://hg.example.org/r, hg::https://hg.example.org/r",
    "hg::https://bob:secret@hg.example.org/r, hg::https://hg.example.org/r",
    "codecommit::eu-west-1://profile@r, codecommit::eu-west-1://r",
    "foo::bob:secret@host:r, foo::host:r",
    "foo::https://host/r?token=secret, foo::https://host/r",
    "s3://bucket/r.git, s3://bucket/r.git",
    "foo://bob:secret@host:99/r.git, foo://host:99/r.git",
  })
  void keepsTheShapeOfWhatItDoesNotKnow(String url, String simple) {
    assertThat(ShortUrl.of(url)).isEqualTo(simple);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://secret@github.com/o/r",
        "https://bob:secret@github.com/o/r",
        "https://bob:a@secret@github.com/o/r",
        "https://bob:a/secret@github.com/o/r",
        "https://bob@corp:a/secret@github.com/o/r",
        "https://github.com/o/r?access_token=secret",
        "https://github.com/o/r.git#secret",
        "https://bob:a?secret@github.com/o/r",
        "ssh://bob:secret@github.com/o/r",
        "bob:secret@github.com:o/r",
        "bob:a@secret@github.com:o/r",
        "bob@corp:secret@github.com:o/r",
        "[bob:secret@github.com:22]:o/r",
        "git://bob:secret@github.com/o/r",
        "x::https://bob:secret@github.com/o/r",
        "unknown://bob:secret@github.com/o/r",
        "file://bob:secret@host/r",
        "ssh://bob:secret%40github.com/o/r",
        "foo://bob:secret%40github.com/o/r",
        "[bob:secret@github.com]",
        " https://bob:secret@github.com/o/r",
        "\"https://secret@github.com/o/r\"",
        "<https://bob:a/secret@github.com/o/r>",
        "git clone https://bob:secret@github.com/o/r",
        "https:/bob:secret@github.com/o/r",
        "https:secret@github.com/o/r",
        "https//bob:secret@github.com/o/r",
        "http/secret@github.com/o/r",
        " ssh://bob:secret@github.com/o/r",
      })
  void neverShowsAPasswordOrToken(String url) {
    assertThat(ShortUrl.of(url)).doesNotContain("secret").doesNotContain("bob");
  }

  @Test
  void showsThePushUrlOnlyIfItStillDiffers() {
    assertThat(ShortUrl.describe(null, null, "\n")).isEqualTo("-");
    assertThat(ShortUrl.describe("https://github.com/o/r.git", null, "\n")).isEqualTo("o/r");
    assertThat(ShortUrl.describe("https://github.com/o/r.git", "https://github.com/o/r", "\n"))
        .isEqualTo("o/r");
    assertThat(ShortUrl.describe("https://github.com/o/r.git", "git@github.com:o/r", "\n"))
        .isEqualTo("o/r\nssh+o/r");
  }
}
