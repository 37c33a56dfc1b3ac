package gitoverit.option;

import java.util.ArrayList;
import java.util.List;

/// The groups of options, in the order of the help.
public enum OptionGroup {
  SEARCH("Search"),
  WORK("Analysis and remotes"),
  ROWS("Rows"),
  OUTPUT("Output"),
  OTHER("Settings and help");

  private final String title;

  OptionGroup(String title) {
    this.title = title;
  }

  /// Returns the heading of the group.
  public String title() {
    return title;
  }

  /// Returns the options of the group in the order of the help.
  public List<Flag> flags() {
    List<Flag> flags = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (flag.group() == this) {
        flags.add(flag);
      }
    }
    return flags;
  }
}
