package gitoverit.cli;

import gitoverit.option.Options;
import gitoverit.option.Output;
import gitoverit.row.RowContext;
import gitoverit.terminal.ColorMode;
import gitoverit.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// Decides how rows are shown: the choices that do not depend on the round of `--watch` or the size
/// of the terminal.
///
/// @param options the options of the user
/// @param context the directory, zone and time that rows are shown relative to
/// @param linkHost the name of this machine if the table has links; null otherwise
record Presentation(Options options, RowContext context, @Nullable String linkHost) {

  static Presentation of(Session session, Terminal terminal) throws IOException {
    Invocation invocation = session.invocation();
    return new Presentation(
        session.options(),
        new RowContext(
            invocation.cwd(),
            invocation.home(),
            TimeZone::getDefault,
            Instant.now(),
            session.identities()),
        linkHost(session, terminal));
  }

  private static @Nullable String linkHost(Session session, Terminal terminal) throws IOException {
    Output output = session.options().output();
    ColorMode links = output.hyperlinks();
    boolean off =
        links == ColorMode.NEVER
            || output.format() != Options.Format.TABLE
            || (links == ColorMode.AUTO && !terminal.stdoutIsTerminal());
    return off
        ? null
        : HyperlinkHost.of(links, session.invocation().environment(), session.engine().files());
  }

  /// Returns a writer of one run.
  ///
  /// @param terminal the terminal with its present width
  /// @param startNanos the start of the run, of [System#nanoTime()]
  ResultWriter writer(Terminal terminal, long startNanos, OutputStream out) {
    return new ResultWriter(this, terminal, startNanos, out);
  }
}
