package gitoverit.git.url;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.url.RemoteUrl.Form;
import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteUrlTest {
  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/r.git, github.com",
    "https://bob:secret@Host.Example:8443/t/r, host.example",
    "https://host?query, host",
    "ssh://git@host:22/path, host",
    "ssh://git@[::1]:2222/path, ::1",
    "ssh://[host:22]/path, host",
    "git://127.0.0.1:9418/r, 127.0.0.1",
    "git@host:path/r.git, host",
    "host:path, host",
    "git@[::1]:path, ::1",
    "[git@host:2222]:path, host",
    "C:/src/r, c",
    "file:///srv/r.git, ''",
    "file://host/share/r.git, ''",
    "/srv/r.git, ''",
    "../r.git, ''",
    "./odd:name, ''",
    "r.git, ''",
    "'', ''",
  })
  void findsTheHostInEveryFormThatGitKnows(String url, String host) {
    assertThat(RemoteUrl.parse(url).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "hg::https://hg.example.org/r, hg, hg.example.org",
    "codecommit::eu-west-1://profile@r, codecommit, r",
    "hg::file:///srv/r, hg, ''",
    "ext::ssh -q host %S r, ext, ''",
    "foo::bob:secret@host:r, foo, ''",
  })
  void theAddressOfAHelperHasAHostOnlyIfItIsAUrl(String url, String helper, String host) {
    RemoteUrl parsed = RemoteUrl.parse(url);
    assertThat(parsed.form()).isEqualTo(Form.HELPER);
    assertThat(parsed.scheme()).isEqualTo(helper);
    assertThat(parsed.host()).isEqualTo(host);
    assertThat(parsed.path()).isEqualTo(url.substring(helper.length() + 2));
  }

  /// Schemes that git itself speaks, so that it reports how it splits the URL.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://git@host/p",
        "ssh://git@Host:22/p",
        "ssh://git@host:/p",
        "ssh://git@[::1]:22/p",
        "ssh://[fe80::1]/p",
        "ssh://[host:22]/p",
        "ssh://host?x/p",
        "ssh://a%40host/p",
        "ssh://a@b@host/p",
        "ssh://host/~ada/p",
        "git+ssh://host/p",
        "ssh+git://host/p",
        "host:p",
        "host:/p",
        "host:~ada/p",
        "host:/~ada/p",
        "ada@host:p",
        "a@b@host:p",
        "bob:password@host:p",
        "[::1]:p",
        "ada@[::1]:p",
        "bob:password@[::1]:p",
        "[host]:p",
        "[host:22]:p",
        "[ada@host:22]:p",
        "[::1]x:p",
        "[host:p",
        "x[y]:p",
        "x[y:z]:p",
        "C:/p",
        ":p",
        "file:///p",
        "file://host/p",
        "/a:b",
        "./a:b",
        "a/b@c:d",
        "p",
      })
  void splitsAsGitDoes(String url) {
    Map<String, String> git = askGit(url);
    RemoteUrl parsed = RemoteUrl.parse(url);
    String scheme = requireNonNull(git.get("protocol"));
    assertThat(parsed.scheme().replaceAll("git\\+|\\+git", "")).isEqualTo(scheme);
    assertThat(parsed.path()).isEqualTo(git.get("path"));
    if (scheme.equals("ssh")) {
      String host =
          requireNonNull(git.get("userandhost")).replaceAll(".*@", "").toLowerCase(Locale.ROOT);
      assertThat(parsed.host()).isEqualTo(host);
    }
  }

  private Map<String, String> askGit(String url) {
    String answer = GitSandbox.in(root).init("repo").git("fetch-pack", "--diag-url", url);
    Map<String, String> answers = new HashMap<>();
    for (String line : answer.split("\n", -1)) {
      int equals = line.indexOf('=');
      answers.put(line.substring("Diag: ".length(), equals), line.substring(equals + 1));
    }
    return answers;
  }
}
