package gitoverit.query;

import java.util.ArrayList;
import java.util.List;

/// A list written in the expression: `["main", "master"]` or `("main", "master")`.
///
/// @param elements its elements, all of one type
record ListTerm(List<Term> elements) implements Term {
  @Override
  public Type type() {
    return Type.LIST;
  }

  @Override
  public Object value(Row row) {
    List<Object> values = new ArrayList<>(elements.size());
    for (Term element : elements) {
      values.add(element.value(row));
    }
    return values;
  }
}
