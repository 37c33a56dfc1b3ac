package gitoverit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/// The text of `README.md`, or of one of its sections.
record Readme(String text) {
  private static final String FENCE = "```\n";

  static Readme read(Path file) {
    try {
      return new Readme(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the section with this heading of the second level.
  Readme section(String heading) {
    return Arrays.stream(text.split("\n## "))
        .filter(section -> section.startsWith(heading + "\n"))
        .map(Readme::new)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no section " + heading));
  }

  /// Returns the paragraph that starts with these words.
  String paragraph(String start) {
    return Arrays.stream(text.split("\n\n"))
        .filter(paragraph -> paragraph.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no paragraph " + start));
  }

  /// Returns the first code block.
  String block() {
    return blocks().getFirst();
  }

  /// Returns the code blocks that show a command with its output.
  List<String> samples() {
    return blocks().stream().filter(block -> block.startsWith("$ ")).toList();
  }

  /// Returns the first column of the tables, without their headings.
  List<String> firstColumn() {
    return text.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(2, line.indexOf(" | ")))
        .toList();
  }

  private List<String> blocks() {
    List<String> blocks = new ArrayList<>();
    String[] parts = text.split(FENCE, -1);
    for (int i = 1; i < parts.length; i += 2) {
      blocks.add(parts[i]);
    }
    return blocks;
  }
}
