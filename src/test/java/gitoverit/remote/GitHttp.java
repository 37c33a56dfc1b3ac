package gitoverit.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The real `git http-backend` behind a small HTTP server on this machine, with and without a
/// password: below `/open` everyone may read, below `/secret` only `ada` with `lovelace` may read
/// and write, and below `/busy` the server is too busy the first time.
final class GitHttp implements AutoCloseable {
  private final Path root;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  private final AtomicInteger busy = new AtomicInteger();

  GitHttp(Path root) throws IOException {
    this.root = root;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/open", exchange -> answer(exchange, null));
    server.createContext("/busy", this::answerLater);
    HttpContext secret = server.createContext("/secret", exchange -> answer(exchange, "ada"));
    secret.setAuthenticator(
        new BasicAuthenticator("git") {
          @Override
          public boolean checkCredentials(String user, String password) {
            return user.equals("ada") && password.equals("lovelace");
          }
        });
    server.start();
  }

  /// Returns the URL of a repository.
  ///
  /// @param user to stand before the host, such as `ada:lovelace@`; may be empty
  String url(String user, String area, String repository) {
    return "http://" + user + "127.0.0.1:" + port() + "/" + area + "/" + repository;
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private void answerLater(HttpExchange exchange) throws IOException {
    if (busy.getAndIncrement() == 0) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
    } else {
      answer(exchange, null);
    }
  }

  private void answer(HttpExchange exchange, @Nullable String user) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    Process process = backend(exchange, user, request.length);
    try (OutputStream in = process.getOutputStream()) {
      in.write(request);
    }
    try (InputStream out = process.getInputStream()) {
      int status = headers(out, exchange);
      byte[] body = out.readAllBytes();
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private Process backend(HttpExchange exchange, @Nullable String user, int length)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    GitPort.environment(builder, root);
    String path = exchange.getRequestURI().getPath();
    Map<String, String> variables = builder.environment();
    variables.put("GIT_PROJECT_ROOT", root.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    variables.put("PATH_INFO", path.substring(path.indexOf('/', 1)));
    variables.put(
        "QUERY_STRING", Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
    variables.put("CONTENT_LENGTH", Integer.toString(length));
    put(variables, "CONTENT_TYPE", exchange.getRequestHeaders().getFirst("Content-Type"));
    put(variables, "GIT_PROTOCOL", exchange.getRequestHeaders().getFirst("Git-Protocol"));
    put(
        variables,
        "HTTP_CONTENT_ENCODING",
        exchange.getRequestHeaders().getFirst("Content-Encoding"));
    put(variables, "REMOTE_USER", user);
    return builder.start();
  }

  private static void put(Map<String, String> variables, String name, @Nullable String value) {
    if (value != null) {
      variables.put(name, value);
    }
  }

  /// Passes the header lines of a CGI answer on, and returns the status.
  private static int headers(InputStream out, HttpExchange exchange) throws IOException {
    int status = 200;
    for (String line = line(out); !line.isEmpty(); line = line(out)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      if (name.equals("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(name, value);
      }
    }
    return status;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(ISO_8859_1).strip();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
