package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.value.Text;
import java.util.List;
import java.util.Locale;

/// Completion for zsh.
final class ZshCompletion {
  private ZshCompletion() {}

  static String script() {
    StringBuilder arguments = new StringBuilder();
    for (Flag option : Flag.values()) {
      String text = "[" + escape(option.brief()) + "]" + value(option);
      String repeat = option.isRepeatable() ? "*" : "";
      String equals = option.takesValue() ? "=" : "";
      if (option.letter() != null) {
        String plus = option.takesValue() ? "+" : "";
        arguments.append("  '").append(repeat).append('-').append(option.letter()).append(plus);
        arguments.append(text).append("'\n");
      }
      arguments.append("  '").append(repeat).append("--").append(option.word()).append(equals);
      arguments.append(text).append("'\n");
    }
    return """
    #compdef gitoverit gito
    # zsh completion for gitoverit; made by `gitoverit --generate zsh`.
    _gitoverit_views() {
      local -a views
      views=(${(f)"$(%s)"})
      _values view $views
    }
    _gitoverit_columns() {
      compset -P '*,'
      compset -P '-'
      compadd -q -S , -- %s
    }
    local -a options
    options=(
    %s)
    _arguments -s -S $options '*:directory:_files -/'
    """
        .formatted(OptionValues.VIEWS, OptionValues.columns(), arguments);
  }

  private static String value(Flag option) {
    if (option.argument() == null) {
      return "";
    }
    return (option.mayLackValue() ? "::" : ":")
        + option.argument().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "")
        + ":"
        + action(option);
  }

  private static String action(Flag option) {
    if (option.value() == Text.VIEW) {
      return "_gitoverit_views";
    }
    if (option.value() == Text.COLUMNS) {
      return "_gitoverit_columns";
    }
    List<String> words = OptionValues.of(option);
    return words.isEmpty() ? " " : "(" + String.join(" ", words) + ")";
  }

  private static String escape(String text) {
    return text.replace("'", "'\\''").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }
}
