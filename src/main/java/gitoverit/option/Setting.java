package gitoverit.option;

/// Whether git's configuration may set an option, as `gitoverit.WORD`.
public enum Setting {
  /// Only the command line may give the option.
  NEVER,
  /// A view may set the option (`gitoverit.view.NAME.WORD`), because the user names the view.
  IN_VIEWS,
  /// Both general settings and views may set the option.
  ALWAYS
}
