package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.OptionDoc;
import java.util.Locale;

/// Completion for zsh.
final class ZshCompletion {
  private ZshCompletion() {}

  static String script() {
    StringBuilder arguments = new StringBuilder();
    for (OptionDoc doc : OptionValues.documented()) {
      Flag option = doc.option();
      String text = "[" + escape(doc.brief()) + "]" + value(option);
      String repeat = option == Flag.EXCLUDE || option == Flag.COLUMNS ? "*" : "";
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
    String action =
        switch (option) {
          case VIEW -> "_gitoverit_views";
          case COLUMNS -> "_gitoverit_columns";
          default ->
              OptionValues.of(option).isEmpty()
                  ? " "
                  : "(" + String.join(" ", OptionValues.of(option)) + ")";
        };
    return (option.mayLackValue() ? "::" : ":")
        + option.argument().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "")
        + ":"
        + action;
  }

  private static String escape(String text) {
    return text.replace("'", "'\\''").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }
}
