package gitoverit.cli;

import gitoverit.render.ReportField;
import gitoverit.render.RowSort;
import gitoverit.terminal.ColorMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a shell needs to complete a command line. The scripts ask git for the names of views, and
/// nothing else of any program.
final class Completions {
  /// What `--generate` can be asked for.
  enum What {
    MAN,
    BASH,
    ZSH,
    FISH
  }

  private static final String VIEWS =
      "git config --get-regexp --name-only '^gitoverit\\.view\\.' 2>/dev/null"
          + " | sed 's/^gitoverit\\.view\\.//; s/\\.[^.]*$//' | sort -u";

  private Completions() {}

  /// Returns a script, or the manual page.
  static String of(What what) {
    return switch (what) {
      case MAN -> ManualPage.text();
      case BASH -> bash();
      case ZSH -> zsh();
      case FISH -> fish();
    };
  }

  /// The values an option can have; none where they cannot be listed.
  private static List<String> values(OptionTable option) {
    return switch (option) {
      case FORMAT -> labels(Options.Format.values());
      case COLOR, HYPERLINKS -> labels(ColorMode.values());
      case GENERATE -> labels(What.values());
      case SORT -> sorts();
      case COLUMNS -> columns();
      default -> List.of();
    };
  }

  private static List<String> labels(Enum<?>[] values) {
    List<String> labels = new ArrayList<>();
    for (Enum<?> value : values) {
      labels.add(value.name().toLowerCase(Locale.ROOT));
    }
    return labels;
  }

  private static List<String> sorts() {
    List<String> sorts = new ArrayList<>(labels(RowSort.values()));
    sorts.add("author");
    return sorts;
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (ReportField field : ReportField.values()) {
      columns.add(field.label());
    }
    return columns;
  }

  private static List<OptionDoc> documented() {
    List<OptionDoc> all = new ArrayList<>();
    for (OptionGroup group : OptionGroup.values()) {
      all.addAll(group.options());
    }
    return all;
  }

  /// A comma list of columns is completed after its last comma, with or without a dash.
  private static String bash() {
    StringBuilder words = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (OptionDoc doc : documented()) {
      OptionTable option = doc.option();
      words.append(words.isEmpty() ? "" : " ").append("--").append(option.word());
      String names =
          (option.letter() == null ? "" : "-" + option.letter() + "|") + "--" + option.word();
      if (option == OptionTable.COLUMNS) {
        cases
            .append("    ")
            .append(names)
            .append(")\n")
            .append(BASH_COLUMNS.formatted(columnList()));
      } else if (option == OptionTable.VIEW) {
        cases.append("    ").append(names).append(") values=$(").append(VIEWS).append(") ;;\n");
      } else if (option.takesValue()) {
        String values = String.join(" ", values(option));
        cases.append("    ").append(names).append(") values='").append(values).append("' ;;\n");
      }
    }
    return BASH.formatted(cases, words);
  }

  private static String columnList() {
    return String.join(" ", columns());
  }

  private static final String BASH_COLUMNS =
      """
            local item=${current##*,} before=
            [[ $current == *,* ]] && before=${current%%,*},
            [[ $item == -* ]] && before+=- item=${item#-}
            compopt -o nospace
            COMPREPLY=($(compgen -P "$before" -W '%s' -- "$item"))
            return ;;
      """;

  private static final String BASH =
      """
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
            fi
            return ;;
        esac
        COMPREPLY=($(compgen -W "$values" -- "$current"))
      }
      complete -F _gitoverit gitoverit gito
      """;

  private static String zsh() {
    StringBuilder arguments = new StringBuilder();
    for (OptionDoc doc : documented()) {
      OptionTable option = doc.option();
      String text = "[" + zshEscape(doc.brief()) + "]" + zshValue(option);
      String repeat = option == OptionTable.EXCLUDE || option == OptionTable.COLUMNS ? "*" : "";
      String equals = option.takesValue() ? "=" : "";
      if (option.letter() != null) {
        String plus = option.takesValue() ? "+" : "";
        arguments.append("  '").append(repeat).append('-').append(option.letter()).append(plus);
        arguments.append(text).append("'\n");
      }
      arguments.append("  '").append(repeat).append("--").append(option.word()).append(equals);
      arguments.append(text).append("'\n");
    }
    return ZSH.formatted(VIEWS, columnList(), arguments);
  }

  private static String zshValue(OptionTable option) {
    if (option.argument() == null) {
      return "";
    }
    String action =
        switch (option) {
          case VIEW -> "_gitoverit_views";
          case COLUMNS -> "_gitoverit_columns";
          default -> values(option).isEmpty() ? " " : "(" + String.join(" ", values(option)) + ")";
        };
    return ":" + option.argument().toLowerCase(Locale.ROOT) + ":" + action;
  }

  private static String zshEscape(String text) {
    return text.replace("'", "'\\''").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static final String ZSH =
      """
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
      """;

  private static String fish() {
    StringBuilder lines = new StringBuilder();
    for (OptionDoc doc : documented()) {
      OptionTable option = doc.option();
      lines.append("complete -c gitoverit");
      if (option.letter() != null) {
        lines.append(" -s ").append(option.letter());
      }
      lines.append(" -l ").append(option.word());
      if (option.takesValue()) {
        lines.append(" -x");
      }
      if (option == OptionTable.VIEW) {
        lines.append(" -a \"(").append(VIEWS.replace("$", "\\$")).append(")\"");
      } else if (option == OptionTable.COLUMNS) {
        lines.append(" -a '(__fish_append , ").append(columnList()).append(")'");
      } else if (!values(option).isEmpty()) {
        lines.append(" -a '").append(String.join(" ", values(option))).append('\'');
      }
      lines.append(" -d '").append(doc.brief().replace("'", "\\'")).append("'\n");
    }
    return FISH.formatted(lines);
  }

  private static final String FISH =
      """
      # fish completion for gitoverit; made by `gitoverit --generate fish`.
      complete -c gito -w gitoverit
      complete -c gitoverit -f -a '(__fish_complete_directories)'
      %s\
      """;
}
