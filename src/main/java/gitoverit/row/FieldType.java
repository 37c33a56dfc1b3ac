package gitoverit.row;

/// The types of values.
public enum FieldType {
  /// A text: [FieldValue.Text].
  TEXT,
  /// A whole number: [FieldValue.Count].
  NUMBER,
  /// A point in time in seconds since the epoch: [FieldValue.Count] where git stores whole seconds,
  /// else [FieldValue.Time].
  TIME,
  /// Yes or no: [FieldValue.Flag].
  YES_NO,
  /// A list of words: [FieldValue.Words].
  WORDS,
  /// A failure: [FieldValue.Problem].
  ERROR
}
