package gitoverit.option;

/// Whether git's configuration may hold an option, as `gitoverit.WORD`.
public enum Setting {
  /// Only the command line may give it.
  NEVER,
  /// A view may hold it (`gitoverit.view.NAME.WORD`), because the user names the view.
  IN_VIEWS,
  /// It may be a setting of every run, and of a view.
  ALWAYS
}
