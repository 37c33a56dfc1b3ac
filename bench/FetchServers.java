import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Simulates distant git servers: they answer after a delay and take almost no processor time.
///
/// They support the part of git's protocol version 2 (`gitprotocol-v2`) that a fetch without new
/// commits needs: the capabilities and the commit of `main`. Each has its own loopback address
/// (127.0.0.1 and following), which git treats as a host.
final class FetchServers implements AutoCloseable {
  private static final String FLUSH = "0000";

  private final long delayMillis;
  private final Map<String, String> heads;
  private final List<ServerSocket> servers = new ArrayList<>();

  /// Starts the servers, each on its own port.
  ///
  /// @param heads the commit of `main` for each path; every server serves all paths
  FetchServers(int hosts, long delayMillis, Map<String, String> heads) throws IOException {
    this.delayMillis = delayMillis;
    this.heads = heads;
    for (int i = 1; i <= hosts; i++) {
      ServerSocket server = new ServerSocket(0, 64, InetAddress.getByName("127.0.0." + i));
      servers.add(server);
      Thread.ofPlatform().daemon().start(() -> listen(server));
    }
  }

  /// Returns the variables that redirect git from paths below `url` to the servers, in turn.
  Map<String, String> insteadOf(String url) {
    Map<String, String> variables = new HashMap<>();
    int n = 0;
    for (String path : heads.keySet()) {
      ServerSocket server = servers.get(n % servers.size());
      String place = server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
      variables.put("GIT_CONFIG_KEY_" + n, "url.git://" + place + "/" + path + ".insteadOf");
      variables.put("GIT_CONFIG_VALUE_" + n, url + path);
      n++;
    }
    variables.put("GIT_CONFIG_COUNT", String.valueOf(n));
    return variables;
  }

  private void listen(ServerSocket server) {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client));
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = new BufferedOutputStream(client.getOutputStream());
      String request = line(in);
      String head = heads.get(request.substring(request.indexOf(' ') + 2, request.indexOf('\0')));
      Thread.sleep(delayMillis);
      send(out, packet("version 2\n") + packet("ls-refs=unborn\n") + packet("fetch\n") + FLUSH);
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        while (!line.isEmpty()) {
          line = line(in);
        }
        String refs = packet(head + " HEAD symref-target:refs/heads/main\n");
        send(out, refs + packet(head + " refs/heads/main\n") + FLUSH);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String packet(String text) {
    return "%04x%s".formatted(text.length() + 4, text);
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  /// Returns the next packet; empty for a flush packet and at the end of the stream.
  private static String line(InputStream in) throws IOException {
    String size = new String(in.readNBytes(4), UTF_8);
    int length = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
    if (length == 1) {
      // The delimiter between the command and its arguments.
      return "-";
    }
    return length < 4 ? "" : new String(in.readNBytes(length - 4), UTF_8);
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket server : servers) {
      server.close();
    }
  }
}
