package gitoverit.query;

/// Whether a value is unknown: what a comparison with `null` asks. The answer never is.
///
/// @param operand the value
/// @param wanted whether it should be null
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
