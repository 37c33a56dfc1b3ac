package gitoverit.git.config;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The remotes of one repository, and the remote and the ref that each branch follows, as git reads
/// `remote.…`, `branch.…` and `url.…` (`git-config`).
///
/// Branches are given by their short name. An instance belongs to one thread.
public final class Remotes {
  private static final String LOCAL = ".";
  private static final List<String> LEGACY_DIRECTORIES = List.of("remotes", "branches");

  private final GitConfig config;
  private final FileAccess files;
  private final Path commonDir;
  private @Nullable UrlRewrites fetchRewrites;
  private @Nullable UrlRewrites pushRewrites;

  /// Creates the remotes of one repository.
  ///
  /// @param config the configuration of the repository
  public Remotes(GitConfig config, FileAccess files, RepositoryLayout layout) {
    this.config = config;
    this.files = files;
    this.commonDir = layout.commonDir();
  }

  /// Returns the names of all remotes that have settings, in order of their first appearance.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String name : config.subsections("remote")) {
      if (!name.startsWith("/")) {
        names.add(name);
      }
    }
    return names;
  }

  /// Returns the remote that a branch follows, else `origin`, else the only one; null without any.
  ///
  /// A branch that follows a local one counts as following none.
  ///
  /// @param branch the branch; null when HEAD is detached
  public @Nullable Remote followedBy(@Nullable String branch) throws IOException {
    String name = nameFollowedBy(branch);
    return name == null ? null : named(name);
  }

  /// Returns the name of the remote that [#followedBy] returns; null without any.
  public @Nullable String nameFollowedBy(@Nullable String branch) throws GitFormatException {
    String name = branch == null ? null : config.getText("branch." + branch + ".remote");
    if (name != null && !name.equals(LOCAL)) {
      return name;
    }
    if (hasUrl("origin")) {
      return "origin";
    }
    List<String> names = names();
    return names.size() == 1 && hasUrl(names.getFirst()) ? names.getFirst() : null;
  }

  /// Returns the remote of a name; a name without settings is a URL.
  ///
  /// @throws UnprovenException if it is defined in a file in `remotes/` or `branches/`, as before
  ///   2005
  public Remote named(String name) throws IOException {
    if (hasUrl(name)) {
      return configured(name);
    }
    requireNoLegacyFile(name);
    return remote(name, List.of(name));
  }

  /// Returns the full name of the ref that `branch@{upstream}` means, whether it exists or not: the
  /// remote-tracking ref, or the local branch that it follows. Null when none is configured, or the
  /// remote's refspecs do not store it.
  ///
  /// If the ref returned is itself symbolic and the remote is `.`, git follows it to its target.
  ///
  /// @throws GitFormatException if a refspec is malformed
  /// @throws UnprovenException if a local branch is not given by its full name
  public @Nullable String upstreamOf(String branch) throws IOException {
    String remote = config.getText("branch." + branch + ".remote");
    List<String> merges = config.getAll("branch." + branch + ".merge");
    if (remote == null || merges.isEmpty()) {
      return null;
    }
    if (!remote.equals(LOCAL) && !hasUrl(remote)) {
      requireNoLegacyFile(remote);
    }
    String merge = merges.getFirst();
    String tracking = trackingRef(fetchRefspecs(remote), merge);
    if (tracking != null || !remote.equals(LOCAL)) {
      return tracking;
    }
    if (!merge.startsWith("refs/")) {
      throw new UnprovenException("a local upstream is given by its short name: " + merge);
    }
    return merge;
  }

  private boolean hasUrl(String name) {
    return config.contains(key(name, "url")) || config.contains(key(name, "vcs"));
  }

  /// Returns a key of a remote; for a remote whose settings git ignores, a key that is never set.
  private static String key(String name, String setting) {
    return name.startsWith("/") ? "" : "remote." + name + "." + setting;
  }

  private Remote configured(String name) throws IOException {
    List<String> urls = config.getAll(key(name, "url"));
    if (urls.isEmpty()) {
      throw new UnprovenException("a remote uses another version control system: " + name);
    }
    return remote(name, urls);
  }

  private Remote remote(String name, List<String> urls) throws GitFormatException {
    String url = rewritten(urls.getFirst());
    List<String> pushUrls = config.getAll(key(name, "pushurl"));
    if (!pushUrls.isEmpty()) {
      return new Remote(name, url, rewritten(pushUrls.getFirst()));
    }
    for (String candidate : urls) {
      String pushUrl = pushRewrites().rewrite(candidate);
      if (pushUrl != null) {
        return new Remote(name, url, pushUrl);
      }
    }
    return new Remote(name, url, url);
  }

  private String rewritten(String url) throws GitFormatException {
    if (fetchRewrites == null) {
      fetchRewrites = UrlRewrites.of(config, "insteadof");
    }
    String rewritten = fetchRewrites.rewrite(url);
    return rewritten == null ? url : rewritten;
  }

  private UrlRewrites pushRewrites() throws GitFormatException {
    if (pushRewrites == null) {
      pushRewrites = UrlRewrites.of(config, "pushinsteadof");
    }
    return pushRewrites;
  }

  private void requireNoLegacyFile(String name) throws IOException {
    if (name.isEmpty() || name.equals("..") || name.equals(LOCAL) || name.contains("/")) {
      return;
    }
    for (String directory : LEGACY_DIRECTORIES) {
      Path file = ConfigText.resolve(commonDir.resolve(directory), name);
      if (files.stat(file, true, new FileStat())) {
        throw new UnprovenException("a remote is defined in a file of its own: " + file);
      }
    }
  }

  private List<Refspec> fetchRefspecs(String remote) throws GitFormatException {
    List<Refspec> refspecs = new ArrayList<>();
    String key = key(remote, "fetch");
    for (ConfigEntry entry : config) {
      if (entry.key().equals(key)) {
        Refspec refspec = Refspec.parse(entry.required());
        if (refspec == null) {
          throw entry.invalid("is not a refspec: " + entry.value());
        }
        refspecs.add(refspec);
      }
    }
    return refspecs;
  }

  private static @Nullable String trackingRef(List<Refspec> refspecs, String ref) {
    if (isExcluded(refspecs, ref)) {
      return null;
    }
    for (Refspec refspec : refspecs) {
      String tracking = refspec.store(ref);
      if (tracking != null) {
        return tracking;
      }
    }
    return null;
  }

  /// Returns whether a negative refspec excludes `ref`. git finds it only through a refspec without
  /// a pattern, or through a pattern whose destination matches the ref.
  private static boolean isExcluded(List<Refspec> refspecs, String ref) {
    for (Refspec positive : refspecs) {
      String source = positive.negative() ? null : positive.unstore(ref);
      if (source != null && isNegated(refspecs, source)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNegated(List<Refspec> refspecs, String source) {
    for (Refspec refspec : refspecs) {
      if (refspec.negative() && refspec.matchesSource(source)) {
        return true;
      }
    }
    return false;
  }
}
