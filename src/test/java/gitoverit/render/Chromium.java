package gitoverit.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Controls a headless Chromium with a mouse and a keyboard.
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int START_SECONDS = 60;
  private static final int END_SECONDS = 10;

  private final Process process;
  private final DevTools tools;

  private Chromium(Process process, DevTools tools) {
    this.process = process;
    this.tools = tools;
  }

  /// Starts Chromium. The test is skipped if it is not installed.
  ///
  /// @param profile an empty directory for all its files
  static Chromium start(Path profile) throws Exception {
    List<Path> installed = installed();
    assumeTrue(!installed.isEmpty(), "Chromium is not there");
    Process process = start(installed.getFirst(), profile);
    try {
      return new Chromium(process, new DevTools(address(process, profile)));
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static List<Path> installed() {
    List<Path> places = new ArrayList<>();
    for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
      NAMES.forEach(name -> places.add(Path.of(directory, name)));
    }
    return places.stream().filter(Files::isExecutable).toList();
  }

  private static Process start(Path program, Path profile) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().put("HOME", profile.toString());
    return builder.start();
  }

  /// Waits for the file with the port and the path at which the browser listens.
  private static URI address(Process process, Path profile) throws Exception {
    Path file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() == 2) {
        return URI.create("ws://127.0.0.1:" + lines.getFirst() + lines.getLast());
      }
      Thread.sleep(10);
    }
    throw new IllegalStateException("Chromium does not start");
  }

  /// Opens a page in a new tab, to which all later calls apply.
  void open(Path page) throws Exception {
    tools.attach("");
    JsonNode target = tools.call("Target.createTarget", Map.of("url", "about:blank"));
    String id = target.path("targetId").asString();
    JsonNode attached =
        tools.call("Target.attachToTarget", Map.of("targetId", id, "flatten", true));
    tools.attach(attached.path("sessionId").asString());
    for (String domain : List.of("Log", "Network", "Page", "Runtime")) {
      tools.call(domain + ".enable", Map.of());
    }
    tools.call("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
    JsonNode navigation = tools.call("Page.navigate", Map.of("url", page.toUri().toString()));
    JsonNode loader = navigation.path("loaderId");
    tools.await(
        "Page.lifecycleEvent",
        event ->
            event.path("name").asString().equals("load") && event.path("loaderId").equals(loader));
  }

  /// Returns the value of a JavaScript expression in the page.
  JsonNode value(String expression) throws Exception {
    JsonNode result =
        tools.call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    return result.path("result").path("value");
  }

  /// Returns the strings in the value of an expression.
  List<String> texts(String expression) throws Exception {
    return value(expression).valueStream().map(JsonNode::asString).toList();
  }

  /// Moves the mouse to an element and clicks.
  void click(String selector) throws Exception {
    moveTo(selector);
    mouse("mousePressed", selector);
    mouse("mouseReleased", selector);
  }

  /// Moves the mouse to an element.
  void moveTo(String selector) throws Exception {
    value("document.querySelector('" + selector + "').scrollIntoView({block: 'center'})");
    mouse("mouseMoved", selector);
  }

  private void mouse(String event, String selector) throws Exception {
    JsonNode box =
        value("document.querySelector('" + selector + "').getBoundingClientRect().toJSON()");
    tools.call(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            event,
            "x",
            box.path("x").asDouble() + box.path("width").asDouble() / 2,
            "y",
            box.path("y").asDouble() + box.path("height").asDouble() / 2,
            "button",
            event.equals("mouseMoved") ? "none" : "left",
            "clickCount",
            1));
  }

  /// Types a text into the focused element.
  void type(String text) throws Exception {
    tools.call("Input.insertText", Map.of("text", text));
  }

  /// Sets the preferred colour scheme, `light` or `dark`.
  void prefer(String scheme) throws Exception {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    tools.call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /// Returns the messages on the console: from the browser, the page, and errors of its script.
  List<JsonNode> console() {
    List<JsonNode> all = new ArrayList<>(tools.events("Log.entryAdded"));
    all.addAll(tools.events("Runtime.consoleAPICalled"));
    all.addAll(tools.events("Runtime.exceptionThrown"));
    return all;
  }

  /// Returns the requested URLs.
  List<String> requests() {
    return tools.events("Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asString())
        .toList();
  }

  /// Lets the browser exit by itself, so that it no longer writes to its profile.
  void close() throws Exception {
    try (tools) {
      tools.attach("");
      tools.call("Browser.close", Map.of());
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
