package gitoverit.render;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.Rows;
import gitoverit.testing.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSearchInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tests the page in a simulated browser that runs its script.
final class HtmlRendererTest {
  private static final Logger QUIET = Logger.getLogger("org.htmlunit");

  private final WebClient browser = new WebClient();

  HtmlRendererTest() {
    QUIET.setLevel(Level.OFF);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private HtmlPage open(List<Field> columns, List<RepoResult> rows) throws IOException {
    return browser.loadHtmlCodeIntoCurrentWindow(HtmlPages.of(columns, rows));
  }

  private HtmlPage openEveryday() throws IOException {
    return browser.loadHtmlCodeIntoCurrentWindow(HtmlPages.everyday());
  }

  /// Returns the first cells of the visible rows, from top to bottom.
  private static List<String> directories(HtmlPage page) {
    List<String> names = new ArrayList<>();
    for (DomNode row : page.querySelectorAll("tbody tr")) {
      if (!((DomElement) row).hasAttribute("hidden")) {
        names.add(row.getFirstChild().getTextContent());
      }
    }
    return names;
  }

  private static void clickHeader(HtmlPage page, int column) throws IOException {
    ((DomElement) page.querySelectorAll("th button").get(column)).click();
  }

  @Test
  void showsAnEverydayDirectory() throws IOException {
    String page = HtmlPages.of(Field.DEFAULT_COLUMNS, Rows.everyday());
    Golden.assertMatches(
        "render/everyday.html", page.substring(page.indexOf("<body>"), page.indexOf("<script>")));
    assertThat(openEveryday().getTitleText())
        .isEqualTo("11 repositories: 5 clean, 5 dirty, 2 ahead, 2 behind, 2 failed");
  }

  @Test
  void asksForNothingFromOutside() throws IOException {
    String page = HtmlPages.of(Field.DEFAULT_COLUMNS, Rows.everyday());
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain("src=", "@import", "url(", "fetch(", "XMLHttp");
    HtmlPage opened = openEveryday();
    assertThat(opened.querySelectorAll("script[src], img, iframe, object, embed")).isEmpty();
    assertThat(opened.querySelectorAll("link"))
        .allMatch(link -> ((DomElement) link).getAttribute("href").startsWith("data:"));
  }

  @Test
  void aHeaderSortsByItsColumnAndTurnsTheOrderRound() throws IOException {
    HtmlPage page = openEveryday();
    clickHeader(page, 0);
    assertThat(directories(page)).startsWith("! ops", "/srv/git/backup.git", "~/dotfiles");
    assertThat(((DomElement) page.querySelectorAll("th").get(0)).getAttribute("aria-sort"))
        .isEqualTo("ascending");
    clickHeader(page, 5);
    clickHeader(page, 5);
    assertThat(directories(page))
        .startsWith("infra/terraform/environments/production", "gitoverit")
        .endsWith("broken");
    clickHeader(page, 4);
    assertThat(directories(page)).startsWith("with-modules", "~/dotfiles", "! ops");
  }

  @Test
  void whatIsUnknownComesLastInBothDirections() throws IOException {
    HtmlPage page = openEveryday();
    clickHeader(page, 4);
    List<String> unknown = List.of("/srv/git/backup.git", "broken", "new");
    assertThat(directories(page).subList(8, 11)).containsExactlyInAnyOrderElementsOf(unknown);
    clickHeader(page, 4);
    assertThat(directories(page).subList(8, 11)).containsExactlyInAnyOrderElementsOf(unknown);
  }

  @Test
  void aFilterLeavesTheRowsWithAllItsWords() throws IOException {
    HtmlPage page = openEveryday();
    HtmlSearchInput filter = page.getHtmlElementById("filter");
    filter.type("ADA/ main");
    assertThat(directories(page))
        .containsExactly("gitoverit", "site", "~/dotfiles", "with-modules");
    assertThat(page.getElementById("shown").getTextContent()).isEqualTo("4 of 11 shown");
  }

  @Test
  void cleanRowsCanBeHidden() throws IOException {
    HtmlPage page = openEveryday();
    HtmlCheckBoxInput box = page.getHtmlElementById("changed");
    box.click();
    assertThat(directories(page)).hasSize(7).contains("broken").doesNotContain("site", "new");
    box.click();
    assertThat(directories(page)).hasSize(11);
  }

  @Test
  void nothingFromARepositoryIsMarkup() throws IOException {
    String evil = "\"'><script>document.title='owned'</script><img src=x onerror=alert(1)>&amp;";
    HtmlPage page =
        open(
            List.of(Field.values()),
            List.of(
                Rows.at("/home/ada/src/" + evil.replace('/', '-'))
                    .branch(evil, evil)
                    .urls("https://example.org/" + evil, null)
                    .ident(evil)
                    .done(),
                Rows.failed("/x", gitoverit.report.Failure.Kind.CORRUPT, evil)));
    assertThat(page.getTitleText()).startsWith("2 repositories");
    assertThat(page.querySelectorAll("script")).hasSize(1);
    assertThat(page.querySelectorAll("img")).isEmpty();
    assertThat(page.querySelector("tbody").getTextContent()).contains(evil);
    assertThat(page.querySelectorAll("a"))
        .allMatch(a -> ((DomElement) a).getAttribute("href").matches("(https|file)://.*"));
  }

  @Test
  void anEmptyPageHasNoTable() throws IOException {
    HtmlPage page = open(Field.DEFAULT_COLUMNS, List.of());
    assertThat(page.getBody().asNormalizedText()).contains("0 repositories");
    assertThat(page.querySelectorAll("table")).isEmpty();
  }
}
