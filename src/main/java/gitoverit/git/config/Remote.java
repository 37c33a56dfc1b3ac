package gitoverit.git.config;

/// A remote and where it leads, its URLs as git uses them: rewritten by `url.<base>.insteadOf`.
///
/// @param name its name; the URL itself where a branch follows a bare URL
/// @param url where git fetches from, what `git remote get-url` prints
/// @param pushUrl where git pushes to, what `git remote get-url --push` prints
public record Remote(String name, String url, String pushUrl) {}
