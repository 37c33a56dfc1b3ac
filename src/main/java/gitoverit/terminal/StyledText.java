package gitoverit.terminal;

import java.util.Arrays;

/// A piece of one line: parts of text, each with a style and safe to show, and the display width of
/// all.
public final class StyledText {
  /// Nothing.
  public static final StyledText EMPTY = new StyledText(new String[0], new Style[0], 0);

  private static final String ELLIPSIS = "…";

  private final String[] parts;
  private final Style[] styles;
  private final int width;

  private StyledText(String[] parts, Style[] styles, int width) {
    this.parts = parts;
    this.styles = styles;
    this.width = width;
  }

  /// Returns styled text. The text must be harmless: the program's own, or a result of [SafeText].
  public static StyledText of(String safe, Style style) {
    return new StyledText(new String[] {safe}, new Style[] {style}, DisplayWidth.of(safe));
  }

  /// Returns this text with another part at the end.
  public StyledText and(String safe, Style style) {
    int n = parts.length;
    String[] moreParts = Arrays.copyOf(parts, n + 1);
    Style[] moreStyles = Arrays.copyOf(styles, n + 1);
    moreParts[n] = safe;
    moreStyles[n] = style;
    return new StyledText(moreParts, moreStyles, width + DisplayWidth.of(safe));
  }

  /// Returns the display width in columns.
  public int width() {
    return width;
  }

  /// Returns the number of parts.
  public int parts() {
    return parts.length;
  }

  /// Returns the text of one part.
  public String part(int index) {
    return parts[index];
  }

  /// Returns the style of one part.
  public Style style(int index) {
    return styles[index];
  }

  /// Returns the text without its styles.
  public String plain() {
    return String.join("", parts);
  }

  /// Appends the text to a line.
  ///
  /// @param color whether its styles are shown
  public void appendTo(StringBuilder line, boolean color) {
    for (int i = 0; i < parts.length; i++) {
      styles[i].append(line, parts[i], color);
    }
  }

  /// Returns the beginning of this text in at most `limit` columns, with an ellipsis if anything is
  /// cut.
  public StyledText cutEnd(int limit) {
    if (width <= limit) {
      return this;
    }
    StyledText cut = EMPTY;
    for (int i = 0; i < parts.length; i++) {
      int room = limit - cut.width - 1;
      if (DisplayWidth.of(parts[i]) > room) {
        return cut.and(head(parts[i], room), styles[i]);
      }
      cut = cut.and(parts[i], styles[i]);
    }
    return cut;
  }

  private static String head(String text, int room) {
    return room < 0 ? "" : text.substring(0, DisplayWidth.prefix(text, room)) + ELLIPSIS;
  }

  /// Returns this text in at most `limit` columns, with the last part cut to the most useful end of
  /// a path: as many whole components as fit, or both ends of the last component if it does not
  /// fit.
  public StyledText cutPath(int limit) {
    int last = parts.length - 1;
    if (width <= limit || last < 0) {
      return this;
    }
    int before = width - DisplayWidth.of(parts[last]);
    int room = limit - before;
    if (room < 2) {
      return cutEnd(limit);
    }
    StyledText cut =
        new StyledText(Arrays.copyOf(parts, last), Arrays.copyOf(styles, last), before);
    return cut.and(pathEnd(parts[last], room), styles[last]);
  }

  private static String pathEnd(String path, int room) {
    int slash = path.indexOf('/', DisplayWidth.suffix(path, room - 1));
    if (slash >= 0 && slash < path.length() - 1) {
      return ELLIPSIS + path.substring(slash);
    }
    return middle(path.substring(path.lastIndexOf('/', path.length() - 2) + 1), room);
  }

  /// Returns the last component of a path after an ellipsis, or its two ends.
  private static String middle(String name, int room) {
    if (DisplayWidth.of(name) < room) {
      return ELLIPSIS + name;
    }
    int tail = (room - 1) / 2;
    String head = name.substring(0, DisplayWidth.prefix(name, room - 1 - tail));
    return head + ELLIPSIS + name.substring(DisplayWidth.suffix(name, tail));
  }
}
