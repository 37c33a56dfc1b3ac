package gitoverit.option;

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

/// What was typed: options with their values as they are, and directories. [OptionParser] makes of
/// it what the program needs.
public final class GivenOptions {
  private static final String USUAL_WATCH_SECONDS = "2";

  private final CommandLine line;

  private GivenOptions(CommandLine line) {
    this.line = line;
  }

  /// Splits arguments.
  ///
  /// @throws UsageException if an option is unknown or lacks its value
  public static GivenOptions split(List<String> arguments) throws UsageException {
    try {
      CommandLine line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .setStripLeadingAndTrailingQuotes(false)
              .get()
              .parse(Flag.toLibrary(), bindValues(arguments));
      return new GivenOptions(line);
    } catch (UnrecognizedOptionException e) {
      throw unknownOption(e.getOption());
    } catch (MissingArgumentException e) {
      throw new UsageException("option --" + e.getOption().getLongOpt() + " needs a value");
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static UsageException unknownOption(String argument) {
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    List<String> words = new ArrayList<>();
    for (Flag known : Flag.values()) {
      words.add("--" + known.word());
    }
    if (equals >= 0 && words.contains(option)) {
      return new UsageException("option " + option + " takes no value");
    }
    String nearest = option.startsWith("--") ? NearestWord.to(option, words) : null;
    String hint = nearest == null ? "" : "; did you mean " + nearest + "?";
    return new UsageException("unknown option " + option + hint);
  }

  /// A value may begin with a dash (`-c -url`): it is bound to its option before the library, which
  /// would take it for an option, sees it.
  private static String[] bindValues(List<String> arguments) {
    List<String> bound = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
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
    return bound.toArray(String[]::new);
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

  /// Returns whether an option was given.
  public boolean has(Flag option) {
    return line.hasOption(option.word());
  }

  /// Returns the last value of an option; null when it was not given.
  public @Nullable String value(Flag option) {
    List<String> values = values(option);
    return values.isEmpty() ? null : values.getLast();
  }

  /// Returns all values of an option in the order given.
  List<String> values(Flag option) {
    String[] values = line.getOptionValues(option.word());
    return values == null ? List.of() : List.of(values);
  }

  /// Returns which of two options was given last; null when neither was.
  @Nullable Flag last(Flag one, Flag other) {
    Flag last = null;
    for (Option given : line.getOptions()) {
      String word = given.getLongOpt();
      last = word.equals(one.word()) ? one : word.equals(other.word()) ? other : last;
    }
    return last;
  }

  /// Returns the directories.
  List<String> directories() {
    return line.getArgList();
  }
}
