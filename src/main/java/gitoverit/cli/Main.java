package gitoverit.cli;

import gitoverit.fs.FileAccess;
import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.GitConfig;
import gitoverit.help.ExpressionHelp;
import gitoverit.help.GeneratedText;
import gitoverit.help.HelpText;
import gitoverit.help.Version;
import gitoverit.option.Command;
import gitoverit.option.Flag;
import gitoverit.option.Generated;
import gitoverit.option.GivenOptions;
import gitoverit.option.OptionParser;
import gitoverit.option.Options;
import gitoverit.option.RawArguments;
import gitoverit.option.Settings;
import gitoverit.option.UsageException;
import gitoverit.option.Work;
import gitoverit.run.Engine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs the program: arguments in, exit code out.
public final class Main {
  private static final String VERSION_LINE = "gitoverit " + Version.NUMBER + "\n";

  /// The options that print a text instead of running.
  private static final List<Flag> TEXTS = List.of(Flag.HELP, Flag.VERSION, Flag.HELP_WHERE);

  private Main() {}

  /// Runs the program and ends the process.
  ///
  /// It halts, because the JVM logs an exit (looking for the logger alone takes several
  /// milliseconds), and because the hooks are for interruption only.
  ///
  /// @param arguments the command line
  public static void main(String[] arguments) {
    Runtime.getRuntime().halt(start(List.of(arguments)).code());
  }

  private static ExitCode start(List<String> arguments) {
    catchDefects(arguments);
    try {
      return run(invocation(arguments, System.getenv(), currentDirectory()));
    } catch (IOException e) {
      standardError().println("gitoverit: cannot use the current directory: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  /// Where the name is not UTF-8, Java does not find the directory by its text, but Linux has it by
  /// its bytes.
  private static Path currentDirectory() throws IOException {
    try {
      return Path.of("").toRealPath();
    } catch (NoSuchFileException _) {
      return Path.of("/proc/self/cwd").toRealPath();
    }
  }

  /// Returns the invocation of this process with other arguments, environment and directory.
  static Invocation invocation(List<String> arguments, Map<String, String> environment, Path cwd) {
    Map<String, String> properties = new HashMap<>();
    for (String name : Invocation.PROPERTIES) {
      String value = System.getProperty(name);
      if (value != null) {
        properties.put(name, value);
      }
    }
    return new Invocation(
        arguments,
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        environment,
        properties,
        cwd,
        Runtime.getRuntime().availableProcessors());
  }

  private static PrintStream errors(OutputStream err) {
    return new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  /// Makes the death of any thread a defect that ends the program.
  static void catchDefects(List<String> arguments) {
    Thread.setDefaultUncaughtExceptionHandler(new Defect(arguments));
  }

  static PrintStream standardError() {
    return errors(new FileOutputStream(FileDescriptor.err));
  }

  /// Runs the program in this process. Every way out of it has an exit code.
  static ExitCode run(Invocation invocation) {
    PrintStream err = errors(invocation.err());
    try {
      return dispatch(invocation, err);
    } catch (UsageException e) {
      err.println(e.report());
      return ExitCode.USAGE;
    } catch (ClosedPipeException _) {
      // The reader has what it wanted.
      return ExitCode.DONE;
    } catch (IOException e) {
      err.println("gitoverit: cannot write the output: " + e.getMessage());
      return ExitCode.FAILURES;
    } catch (RuntimeException | Error e) {
      return new Defect(invocation.arguments()).report(e, err);
    }
  }

  private static ExitCode dispatch(Invocation invocation, PrintStream err)
      throws UsageException, IOException {
    OutputStream out = new ResultStream(invocation.out());
    List<String> arguments = invocation.arguments();
    for (Flag text : TEXTS) {
      if (contains(text, arguments)) {
        return print(text, out);
      }
    }
    GivenOptions given = GivenOptions.split(arguments);
    for (Flag text : TEXTS) {
      // A letter among others, such as that of -dh, is found only here.
      if (given.has(text)) {
        return print(text, out);
      }
    }
    return given.command() == Command.UNDO
        ? new UndoCommand(given, out, engineWithoutOptions(invocation)).run()
        : run(invocation, given, out, err);
  }

  private static Engine engineWithoutOptions(Invocation invocation) {
    FileAccess files = files(invocation);
    ConfigFiles configs = new ConfigFiles(files, invocation.environment());
    return Engine.of(files, invocation.environment(), configs, Work.DEFAULT_TIMEOUT_MILLIS);
  }

  /// Runs the main job, or explains a path.
  private static ExitCode run(
      Invocation invocation, GivenOptions commandLine, OutputStream out, PrintStream err)
      throws UsageException, IOException {
    FileAccess files = files(invocation);
    RawArguments rawArguments = new RawArguments(files);
    OptionParser parser =
        new OptionParser(files, rawArguments, invocation.cwd(), invocation.processors());
    GivenOptions given = commandLine;
    Generated generated = given.value(Flag.GENERATE, Generated.class);
    if (generated != null) {
      return print(GeneratedText.of(generated), out);
    }
    ConfigFiles configs = new ConfigFiles(files, invocation.environment());
    boolean ignored = given.has(Flag.NO_CONFIG);
    @Nullable GitConfig config = ignored ? null : readSettings(configs);
    String view = given.value(Flag.VIEW, String.class);
    Map<String, String> identities = Map.of();
    if (config != null || view != null) {
      Settings settings = Settings.read(config, view, invocation.home());
      for (String warning : settings.warnings()) {
        err.println(warning);
      }
      given = settings.before(given);
      identities = Settings.identities(config);
    }
    Options options = parser.validate(given);
    if (options.output().watchMillis() > 0 && !invocation.isTerminal("stdout")) {
      throw new UsageException("--watch needs a terminal as its standard output");
    }
    Engine engine =
        Engine.of(files, invocation.environment(), configs, options.work().timeoutMillis());
    Session session = new Session(invocation, out, err, engine, options, identities);
    String explained = given.path();
    return explained == null
        ? new StatusCommand(session).run()
        : new WhyCommand(session).run(rawArguments.path(invocation.cwd(), explained).normalize());
  }

  /// Returns the user's configuration if it has a setting of this program; null otherwise.
  ///
  /// A configuration that git refuses is ignored here: the row of each repository reports the
  /// error.
  private static @Nullable GitConfig readSettings(ConfigFiles configs) {
    try {
      GitConfig config = configs.readUser();
      for (ConfigEntry entry : config.entries()) {
        if (entry.key().startsWith("gitoverit.")) {
          return config;
        }
      }
      return null;
    } catch (IOException _) {
      return null;
    }
  }

  private static FileAccess files(Invocation invocation) {
    return invocation.readsPortably() ? FileAccess.portable() : FileAccess.create();
  }

  /// Returns whether the option stands by itself on a command line that may be invalid elsewhere.
  static boolean contains(Flag option, List<String> arguments) {
    for (String argument : arguments) {
      if (argument.equals("--")) {
        return false;
      }
      boolean letter = option.letter() != null && argument.equals("-" + option.letter());
      if (letter || argument.equals("--" + option.word())) {
        return true;
      }
    }
    return false;
  }

  private static ExitCode print(Flag text, OutputStream out) throws IOException {
    return print(
        text == Flag.HELP
            ? HelpText.text()
            : text == Flag.VERSION ? VERSION_LINE : ExpressionHelp.TEXT,
        out);
  }

  private static ExitCode print(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return ExitCode.DONE;
  }
}
