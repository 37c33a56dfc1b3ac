package gitoverit.option;

import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/// Every option of the command line: the one table that the parser works from.
public enum Flag {
  ATTENTION(null, "attention", null),
  BARE(null, "bare", null),
  CHECK(null, "check", "EXPR"),
  COLOR(null, "color", "WHEN"),
  COLUMNS("c", "columns", "SPEC"),
  DEPTH(null, "depth", "N"),
  DIRTY_ONLY("d", "dirty-only", null),
  DRY_RUN(null, "dry-run", null),
  ERRORS(null, "errors", null),
  EXCLUDE(null, "exclude", "GLOB"),
  FETCH("f", "fetch", null),
  FORMAT("o", "format", "FORMAT"),
  GENERATE(null, "generate", "WHAT"),
  HELP("h", "help", null),
  HELP_WHERE(null, "help-where", null),
  HYPERLINKS(null, "hyperlinks", "WHEN"),
  INCLUDE_IGNORED("I", "include-ignored", null),
  JOBS("j", "jobs", "N"),
  METADATA_ONLY(null, "metadata-only", null),
  NO_CONFIG(null, "no-config", null),
  NO_PARALLEL(null, "no-parallel", null),
  NO_PROGRESS(null, "no-progress", null),
  PARALLEL("p", "parallel", null),
  PULL_SAFE("P", "pull-safe", null),
  PUSH_SAFE("U", "push-safe", null),
  PRINT(null, "print", "EXPR"),
  PRINT0("0", "print0", null),
  REVERSE("r", "reverse", null),
  SORT("s", "sort", "FIELD"),
  TIMEOUT(null, "timeout", "SECONDS"),
  VERSION("V", "version", null),
  VIEW(null, "view", "NAME"),
  WATCH(null, "watch", "[SECONDS]"),
  WHERE(null, "where", "EXPR"),
  WORKERS("w", "workers", "N");

  private final @Nullable String letter;
  private final String word;
  private final @Nullable String argument;

  Flag(@Nullable String letter, String word, @Nullable String argument) {
    this.letter = letter;
    this.word = word;
    this.argument = argument;
  }

  public @Nullable String letter() {
    return letter;
  }

  public String word() {
    return word;
  }

  public @Nullable String argument() {
    return argument;
  }

  public boolean takesValue() {
    return argument != null;
  }

  /// Returns whether its argument may be missing.
  public boolean mayLackValue() {
    return argument != null && argument.startsWith("[");
  }

  static org.apache.commons.cli.Options toLibrary() {
    org.apache.commons.cli.Options options = new org.apache.commons.cli.Options();
    for (Flag option : values()) {
      options.addOption(new Option(option.letter, option.word, option.takesValue(), null));
    }
    return options;
  }
}
