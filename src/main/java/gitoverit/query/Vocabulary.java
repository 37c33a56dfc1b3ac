package gitoverit.query;

import gitoverit.row.Field;
import gitoverit.row.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the words of the language, for messages and help.
public final class Vocabulary {
  /// Another name for the field [Field#IDENT].
  private static final String AUTHOR = "author";

  private Vocabulary() {}

  /// Returns the names whose values have a type, fields first.
  public static List<String> names(FieldType type) {
    List<String> names = new ArrayList<>();
    for (Field field : Field.values()) {
      if (field.type() == type) {
        names.add(field.label());
      }
    }
    if (type == Field.IDENT.type()) {
      names.add(AUTHOR);
    }
    for (SpecialName name : SpecialName.values()) {
      if (name.fieldType() == type) {
        names.add(name.label());
      }
    }
    return names;
  }

  /// Returns every name.
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (FieldType type : FieldType.values()) {
      names.addAll(names(type));
    }
    return names;
  }

  /// Returns the methods as they are written, such as `.lower()` and `.contains(x)`.
  public static List<String> methods() {
    List<String> methods = new ArrayList<>();
    for (Function.Name name : Function.Name.values()) {
      if (name.isMethod()) {
        methods.add("." + name.label() + (name.operands() == 1 ? "()" : "(x)"));
      }
    }
    return methods;
  }

  /// Returns every word that is a function or a method.
  public static List<String> functions() {
    List<String> names = new ArrayList<>(List.of("rx", "rxi"));
    for (Function.Name name : Function.Name.values()) {
      names.add(name.label());
    }
    return names;
  }

  /// Returns the field with this name; null if there is none.
  static @Nullable Field field(String name) {
    return name.equals(AUTHOR) ? Field.IDENT : Field.of(name);
  }
}
