package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteFailure.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemoteErrorsTest {

  private static RemoteFailure of(String said) {
    return RemoteErrors.of(said, said, "example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fatal: could not read Username for 'http://h': terminal prompts disabled | CREDENTIALS",
        "git@h: Permission denied (publickey,password). | CREDENTIALS",
        "fatal: Authentication failed for 'http://h/r/' | CREDENTIALS",
        "fatal: unable to access 'http://h/': The requested URL returned error: 403 | CREDENTIALS",
        "Host key verification failed. | HOST_KEY",
        "fatal: unable to access 'http://h/': Could not resolve host: h | UNREACHABLE",
        "ssh: Could not resolve hostname h: Name or service not known | UNREACHABLE",
        "fatal: unable to look up h (port 9418) (Name or service not known) | UNREACHABLE",
        "ssh: connect to host h port 22: Connection refused | UNREACHABLE",
        "fatal: read error: Connection reset by peer | CONNECTION_LOST",
        "kex_exchange_identification: Connection closed by remote host | CONNECTION_LOST",
        "fatal: early EOF | CONNECTION_LOST",
        "fatal: unable to access 'http://h/': The requested URL returned error: 503 |"
            + " CONNECTION_LOST",
        "fatal: remote error: access denied or repository not exported: /r | NOT_FOUND",
        "fatal: repository 'http://h/r/' not found | NOT_FOUND",
        "fatal: 'x' does not appear to be a git repository | NOT_FOUND",
        "error: file write error: No space left on device | DISK_FULL",
        "! [remote rejected] main -> main (pre-receive hook declined) | REJECTED",
        "fatal: something new | OTHER",
      })
  void tellsTheCauseByWhatWasSaid(String said, Cause cause) {
    assertThat(of(said).cause()).isEqualTo(cause);
  }

  @Test
  void theSurestLineCounts() {
    RemoteFailure failure =
        of(
            """
            git@h: Permission denied (publickey).
            fatal: Could not read from remote repository.
            fatal: the remote end hung up unexpectedly
            """);
    assertThat(failure.cause()).isEqualTo(Cause.CREDENTIALS);
    assertThat(failure.message()).isEqualTo("git@h: Permission denied (publickey).");
    assertThat(RemoteErrors.isTransient(failure)).isFalse();
  }

  @Test
  void aFullDiskOfTheServerIsNotOurs() {
    assertThat(of("remote: fatal: write error: No space left on device").cause())
        .isEqualTo(Cause.OTHER);
  }

  @Test
  void passwordsAreNotRepeated() {
    assertThat(of("fatal: unable to access 'http://bob:secret@h/r/': x").message())
        .isEqualTo("unable to access 'http://h/r/': x");
  }

  @Test
  void aSummaryNamesTheHostWhereThatIsThePoint() {
    assertThat(of("Could not resolve host: example").summary())
        .isEqualTo("unreachable host example");
    assertThat(of("Authentication failed").summary()).isEqualTo("credentials needed");
  }
}
