package gitoverit.git.ref;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileStat;
import gitoverit.git.GitFormatException;
import gitoverit.git.Head;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.UnprovenException;
import gitoverit.git.Upstream;
import gitoverit.git.ref.RefValue.Absent;
import gitoverit.git.ref.RefValue.Broken;
import gitoverit.git.ref.RefValue.Direct;
import gitoverit.git.ref.RefValue.End;
import gitoverit.git.ref.RefValue.Symbolic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The refs of one worktree, as its repository stores them in files (`gitrepository-layout`,
/// `gitglossary` under "ref").
///
/// It is cheap. A loose ref costs one open, read and close, and so does HEAD, with one more `stat`
/// when detached; a ref that is not loose costs a failing open and a failing `stat`; and
/// `packed-refs` is read once, when first needed. The total for a branch with an upstream: three
/// files when loose, four failing `stat` calls to prove the upstream's short name unambiguous, one
/// for replace refs, and `packed-refs`.
///
/// It belongs to one thread; the caller that opened the directories closes them.
public final class RefDatabase {
  /// git's `SYMREF_MAXDEPTH`: the number of refs that may be read on the way to an oid.
  private static final int MOST_READS = 5;

  /// The largest accepted file in bytes, which fits into an array; git has no limit.
  private static final int PACKED_LIMIT = 1 << 30;

  private static final byte[] PACKED_REFS = ascii("packed-refs");
  private static final byte[] REPLACEMENTS = ascii("refs/replace");

  /// The prefixes that git tries for a short name, in this order (`gitrevisions`). Last comes
  /// `refs/remotes/<name>/HEAD`.
  private static final String[] PREFIXES = {
    "", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"
  };

  private final Directory commonDir;
  private final int oidLength;
  private final LooseRefs loose;
  private @Nullable PackedRefs packed;

  /// Creates the refs of a worktree.
  ///
  /// @param gitDir the directory of the worktree's own refs
  /// @param commonDir the directory of all other refs; the same one except in a linked worktree
  /// @param format the format of the repository's object ids
  public RefDatabase(Directory gitDir, Directory commonDir, ObjectFormat format) {
    this.commonDir = commonDir;
    this.oidLength = format.oidLength();
    this.loose = new LooseRefs(gitDir, commonDir, oidLength);
  }

  /// A ref and the value found by following it.
  private record Resolution(RefName name, End end) {}

  /// Returns the branch or commit that HEAD names as checked out.
  ///
  /// If HEAD points to a broken ref, `git status` counts as if there were no commit yet and calls
  /// the branch unknown; this method throws.
  ///
  /// @throws GitFormatException if HEAD is missing, broken or points to a broken ref
  /// @throws UnprovenException if only git can decide
  public Head head() throws IOException {
    Resolution head = follow(RefName.HEAD);
    boolean detached = head.name().equals(RefName.HEAD);
    ObjectId oid = oidOf(head);
    if (oid != null) {
      return detached ? new Head.Detached(oid) : new Head.Branch(head.name(), oid);
    }
    if (detached) {
      throw new GitFormatException("HEAD", 0, "missing");
    }
    return unborn(head.name());
  }

  /// On an unborn branch git also searches for another ref that `HEAD` could mean.
  private Head unborn(RefName name) throws IOException {
    if (isAlsoMeantBy("HEAD")) {
      throw new UnprovenException("HEAD is unborn and another ref is named HEAD");
    }
    return new Head.Unborn(name);
  }

  /// Returns the oid that a ref leads to; null when there is no such ref, or it is symbolic and its
  /// target does not exist.
  ///
  /// @throws GitFormatException if the ref, or one that it leads to, is broken
  /// @throws UnprovenException if only git can decide
  public @Nullable ObjectId resolve(RefName name) throws IOException {
    return oidOf(follow(name));
  }

  private static @Nullable ObjectId oidOf(Resolution found) throws GitFormatException {
    if (found.end() instanceof Broken(String reason)) {
      throw new GitFormatException(found.name().full(), 0, "broken ref: " + reason);
    }
    return found.end() instanceof Direct(ObjectId oid) ? oid : null;
  }

  /// Returns the upstream of a branch.
  ///
  /// A broken ref counts as gone, as it does for `git status`.
  ///
  /// @param fullName the full name of the ref that the branch follows, as in the configuration
  /// @param local whether the branch follows the repository itself (`branch.<name>.remote` is `.`);
  ///   a symbolic ref then means its target
  /// @throws UnprovenException if only git can decide
  public Upstream upstream(String fullName, boolean local) throws IOException {
    RefName name = RefName.parse(fullName);
    if (name == null) {
      throw new UnprovenException("the upstream is not a ref name: " + fullName);
    }
    Resolution found = follow(name);
    ObjectId oid = found.end() instanceof Direct(ObjectId it) ? it : null;
    if (local && oid != null && !found.name().equals(name)) {
      if (isAlsoMeantBy(fullName)) {
        throw new UnprovenException(
            "the upstream is a symbolic ref with an ambiguous name: " + fullName);
      }
      name = found.name();
    }
    return new Upstream(name, shorten(name), oid);
  }

  /// Returns the shortest name that means this ref and no other, as `git for-each-ref
  /// --format='%(refname:short)'` does with `core.warnAmbiguousRefs=false`, and as `git status`
  /// shows an upstream.
  ///
  /// @throws UnprovenException for `refs/remotes/…/HEAD`, which git shortens one way up to 2.39 and
  ///   another way since; and if only git can decide
  public String shorten(RefName name) throws IOException {
    String full = name.full();
    if (full.startsWith("refs/remotes/") && full.endsWith("/HEAD")) {
      throw new UnprovenException("versions of git differ in the short name of " + full);
    }
    for (int rule = PREFIXES.length - 1; rule > 0; rule--) {
      if (full.startsWith(PREFIXES[rule])) {
        String shortName = full.substring(PREFIXES[rule].length());
        if (!isTaken(shortName, rule)) {
          return shortName;
        }
      }
    }
    return full;
  }

  private boolean isTaken(String shortName, int rules) throws IOException {
    for (int rule = 0; rule < rules; rule++) {
      if (exists(PREFIXES[rule] + shortName)) {
        return true;
      }
    }
    return false;
  }

  /// Returns whether a name also means a ref by any rule except the first.
  private boolean isAlsoMeantBy(String name) throws IOException {
    for (int rule = 1; rule < PREFIXES.length; rule++) {
      if (exists(PREFIXES[rule] + name)) {
        return true;
      }
    }
    return exists("refs/remotes/" + name + "/HEAD");
  }

  /// Returns whether a ref leads to an oid; cheap for a ref that does not exist, as most do not.
  private boolean exists(String full) throws IOException {
    RefName name = RefName.parse(full);
    if (name == null) {
      return false;
    }
    return loose.isAbsent(name)
        ? packed().find(name.bytes()) != null
        : follow(name).end() instanceof Direct;
  }

  /// Returns whether any object may be replaced (`git-replace`): there is anything below
  /// `refs/replace/`, or a link in place of that directory.
  public boolean hasReplaceRefs() throws IOException {
    return hasLooseReplacements() || packed().hasPrefix(ascii("refs/replace/"));
  }

  private boolean hasLooseReplacements() throws IOException {
    FileStat stat = new FileStat();
    if (!commonDir.stat(REPLACEMENTS, stat) || !stat.isDirectory()) {
      return stat.isSymbolicLink();
    }
    try (Directory directory = commonDir.openDirectory(REPLACEMENTS)) {
      DirectoryListing listing = new DirectoryListing();
      directory.list(listing);
      return listing.count() > 0;
    }
  }

  private Resolution follow(RefName start) throws IOException {
    RefName name = start;
    for (int reads = 0; reads < MOST_READS; reads++) {
      RefValue value = read(name);
      if (value instanceof End end) {
        return new Resolution(name, end);
      }
      name = ((Symbolic) value).target();
    }
    return new Resolution(start, new Broken("the symbolic refs form a circle or too long a chain"));
  }

  private RefValue read(RefName name) throws IOException {
    RefValue value = loose.read(name);
    return value instanceof Absent ? readPacked(name.bytes()) : value;
  }

  /// Searches `packed-refs`, and searches its newest state before it reports that there is no ref:
  /// the ref may have been packed, and its file removed, since the first search.
  private RefValue readPacked(byte[] name) throws IOException {
    boolean stale = packed != null;
    ObjectId oid = packed().find(name);
    if (oid == null && stale) {
      packed = null;
      oid = packed().find(name);
    }
    return oid == null ? RefValue.ABSENT : new Direct(oid);
  }

  private PackedRefs packed() throws IOException {
    PackedRefs refs = packed;
    if (refs == null) {
      byte[] bytes = commonDir.read(PACKED_REFS, PACKED_LIMIT);
      refs = PackedRefs.parse(bytes == null ? new byte[0] : bytes, oidLength);
      packed = refs;
    }
    return refs;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
