package gitoverit.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/// An ssh server on this machine that runs the real `git-upload-pack` and `git-receive-pack`: `ada`
/// may log in with a key, any other user only with an unknown password.
final class GitSsh implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private final AtomicInteger passwords = new AtomicInteger();

  /// Makes one.
  ///
  /// @param root the home of the server
  /// @param authorizedKeys the file of keys that `ada` may have
  GitSsh(Path root, Path authorizedKeys) throws IOException {
    server.setHost("127.0.0.1");
    server.setPort(0);
    SimpleGeneratorHostKeyProvider hostKey =
        new SimpleGeneratorHostKeyProvider(root.resolve("hostkey"));
    hostKey.setAlgorithm(KeyUtils.EC_ALGORITHM);
    hostKey.setKeySize(256);
    server.setKeyPairProvider(hostKey);
    AuthorizedKeysAuthenticator keys = new AuthorizedKeysAuthenticator(authorizedKeys);
    server.setPublickeyAuthenticator(
        (user, key, session) -> user.equals("ada") && keys.authenticate(user, key, session));
    server.setPasswordAuthenticator((_, _, _) -> {
      passwords.incrementAndGet();
      return false;
    });
    server.setUserAuthFactories(
        List.of(new UserAuthPublicKeyFactory(), new UserAuthPasswordFactory()));
    server.setCommandFactory((_, command) -> new ShellCommand(command, root));
    server.start();
  }

  String url(String user, Path repository) {
    return "ssh://" + user + "@127.0.0.1:" + server.getPort() + repository;
  }

  /// How many passwords were offered.
  int passwords() {
    return passwords.get();
  }

  /// The command that the client requests, run by a shell.
  private static final class ShellCommand extends AbstractCommandSupport {
    private final Path root;

    ShellCommand(String command, Path root) {
      super(command, null);
      this.root = root;
    }

    @Override
    public void run() {
      try {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", getCommand());
        GitPort.environment(builder, root);
        Process process = builder.start();
        pump(getInputStream(), process.getOutputStream());
        pump(process.getErrorStream(), getErrorStream());
        copy(process.getInputStream(), getOutputStream());
        onExit(process.waitFor());
      } catch (IOException e) {
        onExit(1, String.valueOf(e.getMessage()));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    private static void pump(InputStream from, OutputStream to) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            try (to) {
              copy(from, to);
            } catch (IOException _) {
              // The other side has gone.
              return;
            }
          });
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
      byte[] buffer = new byte[4096];
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        to.write(buffer, 0, n);
        to.flush();
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
