package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.value.Text;

/// Completion for fish.
final class FishCompletion {
  private FishCompletion() {}

  static String script() {
    StringBuilder lines = new StringBuilder();
    for (Flag option : Flag.values()) {
      lines.append("complete -c gitoverit");
      if (option.letter() != null) {
        lines.append(" -s ").append(option.letter());
      }
      lines.append(" -l ").append(option.word());
      if (option.takesValue() && !option.mayLackValue()) {
        lines.append(" -x");
      }
      if (option.value() == Text.VIEW) {
        lines.append(" -a \"(").append(OptionValues.VIEWS.replace("$", "\\$")).append(")\"");
      } else if (option.value() == Text.COLUMNS) {
        lines.append(" -a '(__fish_append , ").append(OptionValues.columns()).append(")'");
      } else if (!OptionValues.of(option).isEmpty()) {
        lines.append(" -a '").append(String.join(" ", OptionValues.of(option))).append('\'');
      }
      lines.append(" -d '").append(option.brief().replace("'", "\\'")).append("'\n");
    }
    return """
    # fish completion for gitoverit; made by `gitoverit --generate fish`.
    complete -c gito -w gitoverit
    complete -c gitoverit -f -a '(__fish_complete_directories)'
    complete -c gitoverit -n __fish_is_first_token -a why -d 'explain why a path is listed or not'
    complete -c gitoverit -n __fish_is_first_token -a undo -d 'list the refs that the last run moved'
    %s\
    """
        .formatted(lines);
  }
}
