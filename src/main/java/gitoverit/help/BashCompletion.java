package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.value.Text;

/// Completion for bash.
final class BashCompletion {
  private BashCompletion() {}

  static String script() {
    StringBuilder words = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (Flag option : Flag.values()) {
      words.append(words.isEmpty() ? "" : " ").append("--").append(option.word());
      String names =
          (option.letter() == null ? "" : "-" + option.letter() + "|") + "--" + option.word();
      if (option.value() == Text.COLUMNS) {
        cases.append("    ").append(names).append(")\n").append(columns());
      } else if (option.value() == Text.VIEW) {
        cases
            .append("    ")
            .append(names)
            .append(") values=$(")
            .append(OptionValues.VIEWS)
            .append(") ;;\n");
      } else if (option.takesValue() && !option.mayLackValue()) {
        String values = String.join(" ", OptionValues.of(option));
        cases.append("    ").append(names).append(") values='").append(values).append("' ;;\n");
      }
    }
    return """
    # bash completion for gitoverit; made by `gitoverit --generate bash`.
    _gitoverit() {
      local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} values=
      if [[ $current == = ]]; then
        current=
      elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      case $option in
    %s    *)
          if [[ $current == -* ]]; then
            COMPREPLY=($(compgen -W '%s' -- "$current"))
          else
            compopt -o filenames
            COMPREPLY=($(compgen -d -- "$current"))
            ((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W 'undo why' -- "$current"))
          fi
          return ;;
      esac
      COMPREPLY=($(compgen -W "$values" -- "$current"))
    }
    complete -F _gitoverit gitoverit gito
    """
        .formatted(cases, words);
  }

  /// Returns the case for a list of columns: the name after the last comma is completed, with or
  /// without a dash.
  private static String columns() {
    return """
          local item=${current##*,} before=
          [[ $current == *,* ]] && before=${current%%,*},
          [[ $item == -* ]] && before+=- item=${item#-}
          compopt -o nospace
          COMPREPLY=($(compgen -P "$before" -W '%s' -- "$item"))
          return ;;
    """
        .formatted(OptionValues.columns());
  }
}
