package gitoverit.git.config;

/// A remote and its URLs as git uses them, rewritten by `url.<base>.insteadOf`.
///
/// @param name its name; the URL itself if a branch follows a bare URL
/// @param url the URL that git fetches from, as `git remote get-url` prints it
/// @param pushUrl the URL that git pushes to, as `git remote get-url --push` prints it
public record Remote(String name, String url, String pushUrl) {}
