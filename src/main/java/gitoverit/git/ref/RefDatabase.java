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

/// The refs of one worktree as its repository keeps them in files (`gitrepository-layout`,
/// `gitglossary` under "ref").
///
/// It is made to be cheap. A loose ref costs one open, read and close, HEAD likewise, and one
/// `stat` more when detached; a ref that is not loose costs a failing open and a failing `stat`;
/// and `packed-refs` is read once, when first needed. All for a branch with an upstream: three
/// files when loose, four failing `stat` calls to prove the upstream's short name unambiguous, one
/// for replace refs, and `packed-refs`.
///
/// Owned by one thread; the directories are closed by whoever opened them.
public final class RefDatabase {
  /// git's `SYMREF_MAXDEPTH`: how many refs may be read on the way to an oid.
  private static final int MOST_READS = 5;

  /// As much as fits into an array: git has no limit.
  private static final int PACKED_LIMIT = 1 << 30;

  private static final byte[] PACKED_REFS = ascii("packed-refs");
  private static final byte[] REPLACEMENTS = ascii("refs/replace");

  /// Where git looks for a ref that is given by a short name, in that order (`gitrevisions`). Last
  /// comes `refs/remotes/<name>/HEAD`.
  private static final String[] PREFIXES = {
    "", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"
  };

  private final Directory commonDir;
  private final int oidLength;
  private final LooseRefs loose;
  private @Nullable PackedRefs packed;

  /// Makes one for a worktree.
  ///
  /// @param gitDir the directory of the worktree's own refs
  /// @param commonDir the directory of all others; the same one but in a linked worktree
  /// @param format the format of the repository's object ids
  public RefDatabase(Directory gitDir, Directory commonDir, ObjectFormat format) {
    this.commonDir = commonDir;
    this.oidLength = format.oidLength();
    this.loose = new LooseRefs(gitDir, commonDir, oidLength);
  }

  /// A ref with what following it came to.
  private record Resolution(RefName name, End end) {}

  /// Returns what HEAD says is checked out.
  ///
  /// Where HEAD leads to a ref that is broken, `git status` counts as if there were no commit yet
  /// and calls the branch unknown; here it is an error.
  ///
  /// @throws GitFormatException if HEAD is missing, broken or leads to a broken ref
  /// @throws UnprovenException if it can be told by git only
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

  /// On an unborn branch git goes on to look for another ref that could be meant by `HEAD`.
  private Head unborn(RefName name) throws IOException {
    if (isAlsoMeantBy("HEAD")) {
      throw new UnprovenException("HEAD is unborn and another ref is named HEAD");
    }
    return new Head.Unborn(name);
  }

  /// Returns the oid that a ref leads to; null when there is no such ref, or it is symbolic and
  /// leads to none.
  ///
  /// @throws GitFormatException if the ref, or one that it leads to, is broken
  /// @throws UnprovenException if it can be told by git only
  public @Nullable ObjectId resolve(RefName name) throws IOException {
    return oidOf(follow(name));
  }

  private static @Nullable ObjectId oidOf(Resolution found) throws GitFormatException {
    if (found.end() instanceof Broken(String reason)) {
      throw new GitFormatException(found.name().full(), 0, "broken ref: " + reason);
    }
    return found.end() instanceof Direct(ObjectId oid) ? oid : null;
  }

  /// Returns what is to be known of the upstream of a branch.
  ///
  /// A broken ref counts as gone, as it does for `git status`.
  ///
  /// @param fullName the name of the ref that is followed, as the configuration has it
  /// @param local whether the branch follows the repository itself (`branch.<name>.remote` is `.`);
  ///   a symbolic ref then stands for the one that it leads to
  /// @throws UnprovenException if it can be told by git only
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

  /// Returns the shortest name that git takes for this ref and no other, as `git for-each-ref
  /// --format='%(refname:short)'` does with `core.warnAmbiguousRefs=false`, and as `git status`
  /// shows an upstream.
  ///
  /// @throws UnprovenException for `refs/remotes/…/HEAD`, which git shortens one way up to 2.39 and
  ///   another way since; and for what can be told by git only
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

  /// Returns whether a name also means a ref by any rule but the first.
  private boolean isAlsoMeantBy(String name) throws IOException {
    for (int rule = 1; rule < PREFIXES.length; rule++) {
      if (exists(PREFIXES[rule] + name)) {
        return true;
      }
    }
    return exists("refs/remotes/" + name + "/HEAD");
  }

  /// Returns whether a ref leads to an oid; made for those that mostly do not exist.
  private boolean exists(String full) throws IOException {
    RefName name = RefName.parse(full);
    if (name == null) {
      return false;
    }
    return loose.isAbsent(name)
        ? packed().find(name.bytes()) != null
        : follow(name).end() instanceof Direct;
  }

  /// Returns whether any object may be replaced (`git-replace`): there is something below
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
    return new Resolution(start, new Broken("symbolic refs lead in a circle or too far"));
  }

  private RefValue read(RefName name) throws IOException {
    RefValue value = loose.read(name);
    return value instanceof Absent ? readPacked(name.bytes()) : value;
  }

  /// Looks into `packed-refs`, and again into its newest state before saying that there is no ref:
  /// it can have been packed, and its file removed, since the first look.
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
