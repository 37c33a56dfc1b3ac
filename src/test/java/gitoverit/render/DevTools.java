package gitoverit.render;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Speaks the protocol that controls Chromium and reports its events: JSON over a web socket
/// (<https://chromedevtools.github.io/devtools-protocol/>).
final class DevTools implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final WebSocket socket;
  private String session = "";
  private int calls;

  DevTools(URI browser) {
    socket = client.newWebSocketBuilder().buildAsync(browser, new Messages()).join();
  }

  /// Directs later calls to a page, and restricts events to it.
  void attach(String pageSession) {
    session = pageSession;
  }

  /// Calls a method and returns its result.
  JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    calls++;
    Map<String, Object> message = new HashMap<>();
    message.put("id", calls);
    message.put("method", method);
    message.put("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(calls, answer);
    socket.sendText(JSON.writeValueAsString(message), true).join();
    JsonNode result = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return requireNonNull(result.get("result"), result::toString);
  }

  /// Returns the parameters of all events of one kind from the page so far.
  List<JsonNode> events(String method) {
    return events.stream()
        .filter(event -> event.path("sessionId").asString().equals(session))
        .filter(event -> event.path("method").asString().equals(method))
        .map(event -> event.path("params"))
        .toList();
  }

  /// Waits for an event of one kind with matching parameters.
  void await(String method, Predicate<JsonNode> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (events(method).stream().noneMatch(wanted)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no " + method);
      }
      Thread.sleep(5);
    }
  }

  private void receive(JsonNode message) {
    CompletableFuture<JsonNode> answer = answers.remove(message.path("id").asInt(0));
    if (answer == null) {
      events.add(message);
    } else {
      answer.complete(message);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /// Joins the parts of a message.
  private final class Messages implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        receive(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }
}
