package gitoverit.option.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Accepts the constants of an enum, by their names in lower case with dashes. A constant may have
/// a second name, which messages do not list.
public final class Choice implements ValueType {
  private final List<String> names = new ArrayList<>();
  private final List<Object> constants = new ArrayList<>();
  private final int listed;

  private Choice(Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      names.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      this.constants.add(constant);
    }
    listed = constants.length;
  }

  public static Choice of(Enum<?>[] constants) {
    return new Choice(constants);
  }

  /// Returns a choice in which one constant has a second name.
  public static Choice of(Enum<?>[] constants, String secondName, Enum<?> constant) {
    Choice choice = new Choice(constants);
    choice.names.add(secondName);
    choice.constants.add(constant);
    return choice;
  }

  @Override
  public Object parse(String text) throws BadValueException {
    int index = names.indexOf(text);
    if (index < 0) {
      throw BadValueException.isNot("one of " + String.join(", ", names.subList(0, listed)), text);
    }
    return constants.get(index);
  }

  @Override
  public List<String> words() {
    return List.copyOf(names);
  }
}
