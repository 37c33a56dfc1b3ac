package gitoverit.cli;

import gitoverit.option.Options;
import gitoverit.run.Engine;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/// The parts that a command works with.
///
/// @param invocation the call of the program
/// @param out standard output, which reports a closed pipe
/// @param err standard error
/// @param engine the parts that read repositories
/// @param options the validated options
/// @param identities beginnings of identities, and the names shown for them
record Session(
    Invocation invocation,
    OutputStream out,
    PrintStream err,
    Engine engine,
    Options options,
    Map<String, String> identities) {}
