package gitoverit.query;

/// Tests whether a value is unknown: a comparison with `null`. The result is always known.
///
/// @param operand the value
/// @param wanted whether null makes the result true
record NullTest(Term operand, boolean wanted) implements Term {
  @Override
  public Type type() {
    return Type.TRUTH;
  }

  @Override
  public Object value(Row row) {
    return (operand.value(row) == null) == wanted;
  }
}
