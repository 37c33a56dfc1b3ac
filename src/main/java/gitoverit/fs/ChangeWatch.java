package gitoverit.fs;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reports which directory trees have changed since they were last analysed, by the events of the
/// system (`inotify`).
///
/// It reports "quiet" only when it can know. A tree is never quiet on a file system that other
/// machines write to, on a system without such events, beyond 8,000 watched directories (2,000 of
/// one owner), so that other programs can watch too, and after lost events. The system does not
/// report writes through a memory mapping, so callers must not rely on the answer forever. Safe for
/// use by many threads.
public final class ChangeWatch implements AutoCloseable {
  private static final byte[] DOT_GIT = ".git".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 8000;
  private static final int MOST_OF_ONE = 2000;
  private static final Set<String> LOCAL =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "zfs", "f2fs", "overlay", "bcachefs");
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_DELETE,
    StandardWatchEventKinds.ENTRY_MODIFY,
  };

  private final FileAccess files;
  private final WatchService service;

  @GuardedBy("this")
  private final Map<WatchKey, Set<Path>> owners = new HashMap<>();

  @GuardedBy("this")
  private final Set<Path> quiet = new HashSet<>();

  /// Opens the watch service; nothing is watched yet.
  public ChangeWatch(FileAccess files) throws IOException {
    this.files = files;
    this.service = FileSystems.getDefault().newWatchService();
  }

  /// Starts to watch the directories of `owner`: trees, without the content of nested repositories,
  /// and single directories. Callers must call it before they read the directories, so that no
  /// change is missed.
  public synchronized void begin(Path owner, Set<Path> trees, Set<Path> directories) {
    quiet.remove(owner);
    Set<Path> all = new HashSet<>();
    try {
      for (Path tree : trees) {
        addTree(tree, all);
      }
      for (Path directory : directories) {
        if (files.stat(directory, true, new FileStat())) {
          all.add(directory);
        }
      }
      // On other systems Java polls every few seconds, which would be too late.
      if (Machine.LINUX && all.size() <= MOST_OF_ONE && isLocal(owner)) {
        register(owner, all);
      }
    } catch (IOException _) {
      // An owner that cannot be watched is never quiet, and so is analysed each time.
      quiet.remove(owner);
    }
  }

  private static boolean isLocal(Path path) throws IOException {
    return LOCAL.contains(Files.getFileStore(path).type());
  }

  @GuardedBy("this")
  private void register(Path owner, Set<Path> directories) throws IOException {
    if (owners.size() + directories.size() > MOST) {
      return;
    }
    for (Path directory : directories) {
      WatchKey key = directory.register(service, KINDS);
      owners.computeIfAbsent(key, _ -> new HashSet<>()).add(owner);
    }
    quiet.add(owner);
  }

  /// Adds the directories of a tree, except `.git`, until there are too many.
  private void addTree(Path root, Set<Path> all) throws IOException {
    Deque<Path> open = new ArrayDeque<>(Set.of(root));
    DirectoryListing listing = new DirectoryListing();
    while (!open.isEmpty() && all.size() <= MOST_OF_ONE) {
      Path path = open.pop();
      all.add(path);
      listing.clear();
      try (Directory directory = files.openDirectory(path)) {
        directory.list(listing);
      }
      boolean nested = !path.equals(root) && listing.find(DOT_GIT) >= 0;
      for (int i = 0; i < listing.count() && !nested; i++) {
        Path child = PathBytes.resolve(path, listing.name(i));
        if (listing.type(i) == FileType.DIRECTORY && !child.endsWith(".git")) {
          open.push(child);
        }
      }
    }
  }

  /// Handles the events since the last call.
  public synchronized void update() {
    for (WatchKey key = service.poll(); key != null; key = service.poll()) {
      boolean lost =
          key.pollEvents().stream()
              .anyMatch(event -> event.kind().equals(StandardWatchEventKinds.OVERFLOW));
      if (lost) {
        quiet.clear();
      }
      quiet.removeAll(owners.getOrDefault(key, Set.of()));
      if (!key.reset()) {
        owners.remove(key);
      }
    }
  }

  /// Returns whether nothing of `owner` changed between [#begin] and the last [#update()].
  public synchronized boolean isQuiet(Path owner) {
    return quiet.contains(owner);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
