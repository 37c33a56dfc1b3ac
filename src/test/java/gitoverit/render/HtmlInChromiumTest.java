package gitoverit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Tests the page in a browser that draws it and enforces its policy, as a user opens it from disk.
@Tag("slow")
@Timeout(120)
final class HtmlInChromiumTest {
  private static final double READABLE = 4.5;

  /// The visible texts, each with its colour and its background colour.
  private static final String TEXTS =
      """
      (() => {
        const behind = element => {
          const colour = getComputedStyle(element).backgroundColor;
          return colour === 'rgba(0, 0, 0, 0)' ? behind(element.parentElement) : colour;
        };
        const seen = (text, element, pseudo) =>
            ({text, colour: getComputedStyle(element, pseudo).color, behind: behind(element)});
        const texts = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          if (walker.currentNode.data.trim() && element.getClientRects().length > 0) {
            texts.push(seen(walker.currentNode.data, element));
          }
        }
        document.querySelectorAll('button').forEach(
            button => texts.push(seen(button.innerText + ' arrow', button, '::after')));
        const filter = document.getElementById('filter');
        texts.push(seen('typed', filter), seen(filter.placeholder, filter, '::placeholder'));
        return texts;
      })()
      """;

  private static @TempDir Path temporary;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Chromium.start(temporary.resolve("profile"));
  }

  @AfterAll
  static void end() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openEveryday() throws Exception {
    open(HtmlPages.everyday());
  }

  private static void open(String page) throws Exception {
    Path file = temporary.resolve("repositories.html");
    Files.writeString(file, page);
    browser.open(file);
  }

  /// Returns the first cells of the visible rows, from top to bottom.
  private static List<String> directories() throws Exception {
    return browser.texts(
        """
        [...document.querySelectorAll('tbody tr')]
            .filter(row => row.getClientRects().length > 0).map(row => row.cells[0].innerText)
        """);
  }

  private static void clickHeader(int column) throws Exception {
    browser.click("th:nth-child(" + (column + 1) + ") button");
  }

  private static String shown() throws Exception {
    return browser.value("document.getElementById('shown').innerText").asString();
  }

  @Test
  void nothingIsForbiddenAndNothingIsAskedFor() throws Exception {
    clickHeader(0);
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).allMatch(url -> url.matches("file:.*/repositories.html|data:,"));
  }

  @Test
  void whatIsNotOfThePageIsForbidden() throws Exception {
    String foreign =
        """
        <script>document.title = 'owned'</script>
        <img src="http://127.0.0.1:9/" onerror="document.title = 'owned'">
        <p style="position: fixed">
        </body>
        """;
    open(HtmlPages.everyday().replace("</body>", foreign));
    assertThat(browser.value("document.title").asString()).startsWith("11 repositories");
    assertThat(browser.console())
        .extracting(entry -> entry.path("entry").path("text").asString())
        .hasSize(4)
        .allMatch(text -> text.contains("violates the following Content Security Policy"));
  }

  @Test
  void textIsSortedWithoutRegardToCase() throws Exception {
    clickHeader(0);
    List<String> sorted = directories();
    assertThat(sorted)
        .containsExactly(
            "! ops",
            "/srv/git/backup.git",
            "~/dotfiles",
            "broken",
            "gitoverit",
            "infra/terraform/environments/production",
            "kernel/linux",
            "lib/parser",
            "new",
            "site",
            "with-modules");
    clickHeader(0);
    assertThat(directories()).isEqualTo(sorted.reversed());
  }

  @Test
  void numbersAreSortedByTheirValueAndTheUnknownIsLast() throws Exception {
    String most = "infra/terraform/environments/production";
    clickHeader(5);
    assertThat(directories()).startsWith("site").endsWith("gitoverit", most, "broken");
    clickHeader(5);
    assertThat(directories()).startsWith(most, "gitoverit", "site").endsWith("broken");
  }

  @Test
  void timesAreSortedAndTheUnknownIsLast() throws Exception {
    clickHeader(4);
    assertThat(directories())
        .startsWith("with-modules", "~/dotfiles", "! ops", "lib/parser")
        .endsWith("gitoverit", "/srv/git/backup.git", "broken", "new");
    clickHeader(4);
    assertThat(directories())
        .startsWith("gitoverit", "site")
        .endsWith("with-modules", "/srv/git/backup.git", "broken", "new");
  }

  @Test
  void anArrowTellsTheOrder() throws Exception {
    String arrow = "getComputedStyle(document.querySelector('th button'), '::after').content";
    assertThat(browser.value(arrow).asString()).isEqualTo("\" ↕\"");
    clickHeader(0);
    assertThat(browser.value(arrow).asString()).isEqualTo("\" ↑\"");
    clickHeader(0);
    assertThat(browser.value(arrow).asString()).isEqualTo("\" ↓\"");
  }

  @Test
  void aFilterAndTheBoxLeaveSomeRowsAndTellHowMany() throws Exception {
    browser.click("#filter");
    browser.type("ADA/ main");
    assertThat(directories()).containsExactly("gitoverit", "site", "~/dotfiles", "with-modules");
    assertThat(shown()).isEqualTo("4 of 11 shown");
    browser.click("label");
    assertThat(directories()).containsExactly("gitoverit", "~/dotfiles");
    assertThat(shown()).isEqualTo("2 of 11 shown");
    clickHeader(4);
    assertThat(directories()).containsExactly("~/dotfiles", "gitoverit");
  }

  @Test
  void cleanRowsCanBeHidden() throws Exception {
    browser.click("#changed");
    assertThat(directories()).hasSize(7).contains("broken").doesNotContain("site", "new");
    assertThat(shown()).isEqualTo("7 of 11 shown");
    browser.click("#changed");
    assertThat(directories()).hasSize(11);
    assertThat(shown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void allTextCanBeReadOnEveryBackground(String scheme) throws Exception {
    browser.prefer(scheme);
    String page = browser.value("getComputedStyle(document.body).backgroundColor").asString();
    assertThat(luminance(page) < 0.5).isEqualTo(scheme.equals("dark"));
    assertThat(browser.texts("[...document.querySelectorAll('td span')].map(e => e.className)"))
        .contains("dim", "green", "red", "magenta", "cyan", "bold_red");
    assertIsReadable();
    for (int row = 1; row <= 11; row++) {
      browser.moveTo("tbody tr:nth-child(" + row + ") td");
      assertThat(browser.value("document.querySelector('tr:hover').rowIndex").asInt(0))
          .isEqualTo(row);
      assertIsReadable();
    }
  }

  private static void assertIsReadable() throws Exception {
    assertThat(browser.value(TEXTS).values())
        .hasSizeGreaterThan(50)
        .filteredOn(text -> contrast(text) < READABLE)
        .isEmpty();
  }

  /// Returns the contrast of a text, as WCAG 2.2 defines it.
  private static double contrast(JsonNode text) {
    double a = luminance(text.path("colour").asString());
    double b = luminance(text.path("behind").asString());
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /// Returns the relative luminance of `rgb(RED, GREEN, BLUE)`, as WCAG 2.2 defines it.
  private static double luminance(String colour) {
    assertThat(colour).matches("rgb\\(\\d+, \\d+, \\d+\\)");
    String[] parts = colour.substring(4, colour.length() - 1).split(", ", -1);
    return 0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2]);
  }

  private static double linear(String part) {
    double value = Integer.parseInt(part) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
