package gitoverit.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A port of this machine on which a test handles each connection; the real `git daemon` serves
/// git, one process for each connection.
final class GitPort implements AutoCloseable {
  private final ServerSocket server;
  private final Handler handler;
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger all = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Set<Process> processes = ConcurrentHashMap.newKeySet();

  /// Handles a connection.
  interface Handler {
    /// Deals with one connection, which is closed afterwards.
    void handle(GitPort port, Socket socket) throws Exception;
  }

  GitPort(Handler handler) throws IOException {
    this.handler = handler;
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  /// Serves all repositories below a directory, and keeps each connection open for some time.
  static GitPort daemon(Path root, long delayMillis) throws IOException {
    return new GitPort((port, socket) -> port.serve(socket, root, delayMillis, Long.MAX_VALUE));
  }

  /// Accepts and never answers.
  static GitPort blackHole() throws IOException {
    return new GitPort((_, _) -> new CountDownLatch(1).await());
  }

  /// Accepts and resets.
  static GitPort resetting() throws IOException {
    return new GitPort((_, socket) -> reset(socket));
  }

  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  String url(String repository) {
    return "git://127.0.0.1:" + server.getLocalPort() + "/" + repository;
  }

  int port() {
    return server.getLocalPort();
  }

  /// How many connections there are.
  int now() {
    return now.get();
  }

  /// How many connections there were at once at most. They are counted when one has been open for
  /// its delay: a client that has gone is noticed a moment later, and may have been replaced.
  int most() {
    return most.get();
  }

  /// How many connections there were.
  int all() {
    return all.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        all.incrementAndGet();
        now.incrementAndGet();
        Thread.ofPlatform().daemon().start(() -> handle(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void handle(Socket socket) {
    try (socket) {
      handler.handle(this, socket);
    } catch (Exception _) {
      // The client has gone, or the test is over.
      return;
    } finally {
      left(socket);
    }
  }

  /// Takes note that a client has gone, which may be noticed in two ways.
  private void left(Socket socket) {
    if (sockets.remove(socket)) {
      now.decrementAndGet();
    }
  }

  /// Passes a connection on to a daemon.
  ///
  /// @param bytes how many bytes of its answer go through before it stalls for ever
  void serve(Socket socket, Path root, long delayMillis, long bytes) throws Exception {
    Thread.sleep(delayMillis);
    most.accumulateAndGet(now.get(), Math::max);
    List<String> words =
        List.of(
            "git",
            "daemon",
            "--inetd",
            "--export-all",
            "--enable=receive-pack",
            "--base-path=" + root,
            root.toString());
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    environment(builder, root);
    Process process = builder.start();
    processes.add(process);
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          copy(socket, process);
          left(socket);
        });
    try (InputStream answer = process.getInputStream()) {
      copy(answer, socket.getOutputStream(), bytes);
    }
    process.waitFor();
    processes.remove(process);
  }

  /// The environment of a server: that of nobody.
  static void environment(ProcessBuilder builder, Path root) {
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                System.getenv("PATH"),
                "HOME",
                root.resolve("home").toString(),
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "LC_ALL",
                "C"));
  }

  private static void copy(Socket from, Process to) {
    try (OutputStream out = to.getOutputStream()) {
      copy(from.getInputStream(), out, Long.MAX_VALUE);
    } catch (IOException | InterruptedException _) {
      to.destroy();
    }
  }

  private static void copy(InputStream in, OutputStream out, long bytes)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[4096];
    long left = bytes;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      int some = (int) Math.min(n, left);
      out.write(buffer, 0, some);
      out.flush();
      left -= some;
      if (left == 0) {
        new CountDownLatch(1).await();
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    processes.forEach(Process::destroy);
  }
}
