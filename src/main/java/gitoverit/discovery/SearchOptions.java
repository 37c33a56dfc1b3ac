package gitoverit.discovery;

import java.util.List;

/// The limits of a search.
///
/// @param includeIgnored whether to report repositories that the repository around them ignores
/// @param bare whether to report bare repositories
/// @param depth the number of levels to search below a start; 0 for the start alone
/// @param excludes globs of directories that are not entered: one with a slash is matched against
///   the path below the start, any other against the name
public record SearchOptions(
    boolean includeIgnored, boolean bare, int depth, List<String> excludes) {}
