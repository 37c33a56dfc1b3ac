package gitoverit.option;

import gitoverit.option.value.ValueType;
import gitoverit.row.NearestWord;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/// A command, options with unparsed values, and directories, in the given order. [OptionParser]
/// turns them into [Options].
public final class GivenOptions {
  private static final String USUAL_WATCH_SECONDS = "2";

  private static final String END_OF_OPTIONS = "--";

  private final Positionals positionals;
  private final List<GivenOption> options;
  private final List<GivenDirectory> directories;

  private GivenOptions(
      Positionals positionals, List<GivenOption> options, List<GivenDirectory> directories) {
    this.positionals = positionals;
    this.options = List.copyOf(options);
    this.directories = List.copyOf(directories);
  }

  /// Splits a command line.
  ///
  /// @throws UsageException if an option is unknown or lacks its value
  public static GivenOptions split(List<String> arguments) throws UsageException {
    try {
      List<String> bound = bindValues(arguments);
      int end = bound.indexOf(END_OF_OPTIONS);
      CommandLine line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .setStripLeadingAndTrailingQuotes(false)
              .get()
              .parse(Flag.toLibrary(), bound.toArray(new String[0]));
      return of(line, end < 0 ? 0 : bound.size() - end - 1);
    } catch (UnrecognizedOptionException e) {
      throw unknownOption(e.getOption());
    } catch (MissingArgumentException e) {
      throw new UsageException("--" + e.getOption().getLongOpt() + ": needs a value");
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /// @param literals the number of last arguments that follow `--`, none of which is a command
  private static GivenOptions of(CommandLine line, int literals) throws UsageException {
    List<GivenOption> options = new ArrayList<>();
    for (Option option : line.getOptions()) {
      options.add(new GivenOption(Flag.of(option.getLongOpt()), option.getValue(), null));
    }
    Positionals positionals = Positionals.of(line.getArgList(), literals);
    List<GivenDirectory> directories = new ArrayList<>();
    for (String name : positionals.directories()) {
      directories.add(new GivenDirectory(name, null));
    }
    return new GivenOptions(positionals, options, directories);
  }

  private static UsageException unknownOption(String argument) {
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    List<String> words = new ArrayList<>();
    for (Flag known : Flag.values()) {
      words.add("--" + known.word());
    }
    if (equals >= 0 && words.contains(option)) {
      return new UsageException(option + ": takes no value");
    }
    String meant = option.startsWith("--") ? meant(option, words) : null;
    String hint = meant == null ? "" : "; did you mean " + meant + "?";
    return new UsageException("unknown option " + option + hint);
  }

  /// Returns the option that an unknown one probably means; null if none is close. The name of a
  /// format, which is an option of some programs, means `-o`.
  private static @Nullable String meant(String option, List<String> words) {
    ValueType formats = Flag.FORMAT.value();
    String format = option.substring(2);
    return formats != null && formats.words().contains(format)
        ? "-o " + format
        : NearestWord.to(option, words);
  }

  /// Binds each value to its option, because the library would read a value that begins with a dash
  /// (`-c -url`) as an option.
  private static List<String> bindValues(List<String> arguments) {
    List<String> bound = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(END_OF_OPTIONS)) {
        bound.addAll(arguments.subList(i, arguments.size()));
        break;
      }
      Flag option = valueOption(argument);
      if (option == Flag.WATCH) {
        boolean given = i + 1 < arguments.size() && isNumber(arguments.get(i + 1));
        bound.add("--watch=" + (given ? arguments.get(++i) : USUAL_WATCH_SECONDS));
      } else if (option != null && i + 1 < arguments.size()) {
        bound.add("--" + option.word() + "=" + arguments.get(++i));
      } else {
        bound.add(argument);
      }
    }
    return bound;
  }

  private static boolean isNumber(String argument) {
    boolean number = !argument.isEmpty();
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      number &= (c >= '0' && c <= '9') || (c == '.' && argument.length() > 1);
    }
    return number;
  }

  private static @Nullable Flag valueOption(String argument) {
    for (Flag option : Flag.values()) {
      if (option.takesValue()
          && (argument.equals("--" + option.word()) || argument.equals("-" + option.letter()))) {
        return option;
      }
    }
    return null;
  }

  /// Returns this command with other options and directories.
  GivenOptions with(List<GivenOption> others, List<GivenDirectory> otherDirectories) {
    return new GivenOptions(positionals, others, otherDirectories);
  }

  public Command command() {
    return positionals.command();
  }

  /// Returns the path that `why` explains; null for another command.
  public @Nullable String path() {
    return positionals.path();
  }

  List<GivenOption> options() {
    return options;
  }

  List<GivenDirectory> directories() {
    return directories;
  }

  /// Returns whether an option was given.
  public boolean has(Flag flag) {
    return last(flag, flag) != null;
  }

  /// Returns all occurrences of an option.
  List<GivenOption> all(Flag flag) {
    List<GivenOption> all = new ArrayList<>();
    for (GivenOption option : options) {
      if (option.flag() == flag) {
        all.add(option);
      }
    }
    return all;
  }

  /// Returns the last occurrence of either of two options; null if neither was given.
  @Nullable GivenOption last(Flag one, Flag other) {
    GivenOption last = null;
    for (GivenOption option : options) {
      if (option.flag() == one || option.flag() == other) {
        last = option;
      }
    }
    return last;
  }

  /// Returns the last value of an option; null if it was not given.
  ///
  /// @throws UsageException if any of its values is invalid, even if it is not the last
  public <T> @Nullable T value(Flag flag, Class<T> type) throws UsageException {
    return value(flag, flag, type);
  }

  /// Returns the last value of two synonymous options.
  <T> @Nullable T value(Flag one, Flag other, Class<T> type) throws UsageException {
    T last = null;
    for (GivenOption option : options) {
      if (option.flag() == one || option.flag() == other) {
        last = type.cast(option.value());
      }
    }
    return last;
  }

  /// Returns the last value of an option, or `orElse` if it was not given.
  <T> T value(Flag flag, Class<T> type, T orElse) throws UsageException {
    T value = value(flag, type);
    return value == null ? orElse : value;
  }

  /// Fails if a directory, or an option other than `allowed`, was given.
  public void refuseAllBut(Flag allowed, Command command) throws UsageException {
    String word = command.word();
    for (GivenOption option : options) {
      if (option.flag() != allowed) {
        throw option.conflict("cannot be combined with " + word);
      }
    }
    for (GivenDirectory directory : directories) {
      throw directory.wrong(word + " takes no directory: '" + directory.name() + "'");
    }
  }

  /// Fails if an option was given.
  void refuse(Flag flag, String problem) throws UsageException {
    GivenOption given = last(flag, flag);
    if (given != null) {
      throw given.conflict(problem);
    }
  }
}
