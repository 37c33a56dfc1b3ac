package gitoverit.discovery;

import java.util.List;

/// The limits of a search.
///
/// @param includeIgnored whether repositories that their parent repository ignores count
/// @param bare whether bare repositories count
/// @param depth how many levels below a start are searched; 0 is the start alone
/// @param excludes globs of directories that are not entered: with a slash matched against the path
///   below the start, else against the name
public record SearchOptions(
    boolean includeIgnored, boolean bare, int depth, List<String> excludes) {}
