package gitoverit.query;

import java.util.ArrayList;
import java.util.List;

/// The words of the language, for tests of its documentation.
public final class Vocabulary {
  private Vocabulary() {}

  /// Returns every name and function.
  public static List<String> words() {
    List<String> words = new ArrayList<>(Typing.names());
    words.addAll(Typing.functions());
    return words;
  }
}
