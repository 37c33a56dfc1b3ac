package gitoverit.cli;

import gitoverit.option.Options;
import gitoverit.option.RowQuery;
import gitoverit.render.CsvRenderer;
import gitoverit.render.HiddenRows;
import gitoverit.render.HtmlRenderer;
import gitoverit.render.JsonRenderer;
import gitoverit.render.MarkdownRenderer;
import gitoverit.render.NdjsonRenderer;
import gitoverit.render.Renderer;
import gitoverit.render.table.TableOptions;
import gitoverit.render.table.TableRenderer;
import gitoverit.report.RepoResult;
import gitoverit.row.Attention;
import gitoverit.row.Field;
import gitoverit.row.RowContext;
import gitoverit.row.SearchOrder;
import gitoverit.run.RowFilter;
import gitoverit.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Collects the results that are shown and writes them in their order at the end; writes each
/// result immediately if it needs no order.
final class ResultWriter implements Consumer<RepoResult> {
  private final Options options;
  private final Presentation presentation;
  private final Terminal terminal;
  private final OutputStream out;
  private final RowContext context;
  private final RowFilter filter;
  private final long startNanos;
  private final List<RepoResult> rows = new ArrayList<>();
  private final List<RepoResult> failures = new ArrayList<>();
  private boolean matched;
  private int folded;
  private int beyondLimit;
  private int hiddenFailures;

  /// Makes a writer of one run.
  ///
  /// @param startNanos the start of the run, of [System#nanoTime()]
  ResultWriter(Presentation presentation, Terminal terminal, long startNanos, OutputStream out) {
    this.presentation = presentation;
    this.options = presentation.options();
    this.context = presentation.context().at(Instant.now());
    this.terminal = terminal;
    this.startNanos = startNanos;
    this.out = out;
    this.filter = new RowFilter(options);
  }

  /// Takes one result.
  ///
  /// @throws UncheckedIOException if the result cannot be written
  @Override
  public void accept(RepoResult row) {
    if (row.failed()) {
      failures.add(row);
    }
    RowQuery query = options.rows().query();
    if (!filter.shows(row) || (query != null && !query.shows(row, context))) {
      hiddenFailures += row.failed() ? 1 : 0;
      return;
    }
    if (options.rows().attention() && Attention.of(row) == Attention.NONE) {
      folded++;
      return;
    }
    if (options.streams()) {
      check(row);
      try {
        new NdjsonRenderer().write(row, context, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      rows.add(row);
    }
  }

  private void check(RepoResult row) {
    RowQuery query = options.rows().query();
    matched |= query != null && query.checks(row, context);
  }

  /// Returns the failed results in the order of their arrival.
  List<RepoResult> failures() {
    return failures;
  }

  /// Returns the number of failed results that are not shown.
  int hiddenFailures() {
    return hiddenFailures;
  }

  /// Returns whether `--check` was true of a row that is shown.
  boolean matched() {
    return matched;
  }

  /// Writes everything that was not written immediately.
  void finish() throws IOException {
    RowQuery query = options.rows().query();
    List<RepoResult> shown = shown();
    if (query != null && query.prints()) {
      query.print(shown, context, out);
    } else if (!options.streams()) {
      // Changes made during the run must not appear to be in the future.
      renderer().render(shown, context.at(Instant.now()), out);
    }
  }

  /// Sorts the rows, cuts them to the limit and checks the rest.
  private List<RepoResult> shown() {
    List<RepoResult> sorted = sorted();
    int count = Math.min(sorted.size(), options.rows().limit());
    beyondLimit = sorted.size() - count;
    for (RepoResult row : sorted.subList(count, sorted.size())) {
      hiddenFailures += row.failed() ? 1 : 0;
    }
    List<RepoResult> shown = sorted.subList(0, count);
    for (RepoResult row : shown) {
      check(row);
    }
    return shown;
  }

  private Renderer renderer() {
    return switch (options.output().format()) {
      case JSON -> new JsonRenderer();
      case NDJSON -> new NdjsonRenderer();
      case CSV -> new CsvRenderer(options.output().columns() == null ? Field.keys() : columns());
      case TABLE ->
          new TableRenderer(
              new TableOptions(
                  columns(),
                  terminal.width(),
                  terminal.color(),
                  presentation.linkHost(),
                  hidden(),
                  System.nanoTime() - startNanos));
      case MARKDOWN -> new MarkdownRenderer(columns(), hidden());
      case HTML -> new HtmlRenderer(columns(), hidden());
    };
  }

  private HiddenRows hidden() {
    return new HiddenRows(folded, beyondLimit);
  }

  private List<Field> columns() {
    return options.output().columns() == null ? options.usualColumns() : options.output().columns();
  }

  private List<RepoResult> sorted() {
    SearchOrder search = new SearchOrder(options.search().starts());
    return options.effectiveSort().sort(rows, options.rows().reverse(), context, search);
  }
}
