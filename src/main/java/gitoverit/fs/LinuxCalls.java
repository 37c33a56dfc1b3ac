package gitoverit.fs;

import static gitoverit.fs.SystemCall.CLOSE;
import static gitoverit.fs.SystemCall.GETDENTS64;
import static gitoverit.fs.SystemCall.GETEUID;
import static gitoverit.fs.SystemCall.OPENAT;
import static gitoverit.fs.SystemCall.PREAD64;
import static gitoverit.fs.SystemCall.READ;
import static gitoverit.fs.SystemCall.STATX;
import static gitoverit.fs.SystemCall.call;
import static gitoverit.fs.SystemCall.plain;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The system calls of a scan on Linux (`openat(2)`, `statx(2)`, `getdents64(2)`, `read(2)`,
/// `close(2)`).
///
/// All addresses are those of direct buffers, which do not move during the lifetime of the object;
/// reading them needs no memory segment.
///
/// An object belongs to one thread: its buffers are its scratch space. It recognises only the
/// `errno` of a missing file; after any other failure the portable twin repeats the call and
/// reports the reason.
final class LinuxCalls {
  private static final int AT_FDCWD = -100;
  private static final long O_CLOEXEC = 0x80000;
  private static final long O_NONBLOCK = 0x800;
  private static final long O_DIRECTORY = Machine.ARM ? 0x4000 : 0x10000;
  private static final long O_NOFOLLOW = Machine.ARM ? 0x8000 : 0x20000;
  private static final long AT_SYMLINK_NOFOLLOW = 0x100;
  private static final long AT_EMPTY_PATH = 0x1000;
  private static final long STATX_BASIC_STATS = 0x7FF;

  private static final int ENOENT = 2;
  private static final int ENOTDIR = 20;
  private static final int ENAMETOOLONG = 36;

  private static final int NAME_CAPACITY = 4352;
  private static final int CONTENT_CAPACITY = 32768;

  private final MemorySegment state = Arena.global().allocate(4, 4);
  private final ByteBuffer errno = state.asByteBuffer().order(ByteOrder.nativeOrder());
  private final ByteBuffer name = direct(NAME_CAPACITY);
  private final LongBuffer nameLongs = name.asLongBuffer();
  private final long nameAddress = address(name);
  private final ByteBuffer statx = direct(256);
  private final IntBuffer statxInts = statx.asIntBuffer();
  private final LongBuffer statxLongs = statx.asLongBuffer();
  private final long statxAddress = address(statx);
  private final ByteBuffer content = direct(CONTENT_CAPACITY);
  private final long contentAddress = address(content);
  private final byte[] entries = new byte[CONTENT_CAPACITY];

  private static ByteBuffer direct(int capacity) {
    return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
  }

  private static long address(ByteBuffer buffer) {
    return MemorySegment.ofBuffer(buffer).address();
  }

  /// Returns whether the last call to open or stat a file failed because the file does not exist.
  boolean isMissing() {
    int error = errno.getInt(0);
    return error == ENOENT || error == ENOTDIR;
  }

  /// Puts a name where the kernel can read it; false if it is too long for any path.
  private boolean putName(byte[] bytes, int from, int to) {
    if (to - from >= NAME_CAPACITY) {
      errno.putInt(0, ENAMETOOLONG);
      return false;
    }
    int length = to - from;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      nameLongs.put(i >> 3, eightBytes(bytes, from + i));
    }
    for (; i < length; i++) {
      name.put(i, bytes[from + i]);
    }
    name.put(length, (byte) 0);
    return true;
  }

  /// Returns eight bytes in the byte order of the buffer. Copying an array goes through the JVM and
  /// takes too long for a short name. All supported processors have the lowest byte first.
  private static long eightBytes(byte[] bytes, int at) {
    return (fourBytes(bytes, at) & 0xFFFFFFFFL) | ((long) fourBytes(bytes, at + 4) << 32);
  }

  private static int fourBytes(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | ((bytes[at + 1] & 0xFF) << 8)
        | ((bytes[at + 2] & 0xFF) << 16)
        | (bytes[at + 3] << 24);
  }

  /// Opens a directory by its absolute path, following links; -1 on failure.
  int openDirectory(byte[] path) {
    return openDirectory(AT_FDCWD, path, 0, path.length, 0);
  }

  /// Opens a directory by its absolute path, refusing a link as the last component; -1 on failure.
  int openDirectoryNoFollow(byte[] path) {
    return openDirectory(AT_FDCWD, path, 0, path.length, O_NOFOLLOW);
  }

  /// Opens a directory relative to another, refusing a link as the last component; -1 on failure.
  int openDirectory(int directory, byte[] bytes, int from, int to) {
    return openDirectory(directory, bytes, from, to, O_NOFOLLOW);
  }

  private int openDirectory(int directory, byte[] bytes, int from, int to, long more) {
    long flags = O_CLOEXEC | O_DIRECTORY | more;
    return putName(bytes, from, to) ? (int) plain(OPENAT, directory, nameAddress, flags, 0, 0) : -1;
  }

  /// Opens a file for reading, following links; -1 on failure. It does not wait on a FIFO.
  int openFile(int directory, byte[] bytes, int from, int to) {
    return putName(bytes, from, to)
        ? (int) call(state, OPENAT, directory, nameAddress, O_CLOEXEC | O_NONBLOCK, 0, 0)
        : -1;
  }

  /// Opens a file by its absolute path.
  int openFile(byte[] path) {
    return openFile(AT_FDCWD, path, 0, path.length);
  }

  /// Returns the user id by which the kernel decides the permissions of this process.
  int effectiveUserId() {
    return (int) call(state, GETEUID, 0, 0, 0, 0, 0);
  }

  /// Closes a descriptor.
  void close(int descriptor) {
    plain(CLOSE, descriptor, 0, 0, 0, 0);
  }

  /// Fills `into` with the status of an entry that a listing of its directory contains, so that it
  /// usually exists; does not follow links. False on failure.
  boolean statListed(int directory, byte[] bytes, int from, int to, FileStat into) {
    if (!putName(bytes, from, to)) {
      return false;
    }
    long flags = AT_SYMLINK_NOFOLLOW;
    long failed = plain(STATX, directory, nameAddress, flags, STATX_BASIC_STATS, statxAddress);
    return (failed == 0 || statx(directory, flags)) && fill(into);
  }

  /// Fills `into` with the status of an entry of a directory, without following links; false on
  /// failure.
  boolean stat(int directory, byte[] entry, FileStat into) {
    return putName(entry, 0, entry.length) && statx(directory, AT_SYMLINK_NOFOLLOW) && fill(into);
  }

  /// Fills `into` with the status of an absolute path; false on failure.
  boolean stat(byte[] path, boolean followLinks, FileStat into) {
    return putName(path, 0, path.length)
        && statx(AT_FDCWD, followLinks ? 0 : AT_SYMLINK_NOFOLLOW)
        && fill(into);
  }

  /// Fills `into` with the status of an open descriptor; false on failure.
  boolean stat(int descriptor, FileStat into) {
    name.put(0, (byte) 0);
    return statx(descriptor, AT_EMPTY_PATH) && fill(into);
  }

  private boolean statx(long directory, long flags) {
    return call(state, STATX, directory, nameAddress, flags, STATX_BASIC_STATS, statxAddress) == 0;
  }

  /// Fills `into` from the `struct statx` that the kernel wrote, reading numbers of 4 and 8 bytes;
  /// always true.
  private boolean fill(FileStat into) {
    into.uid = statxInts.get(5);
    into.gid = statxInts.get(6);
    into.mode = statxInts.get(7) & 0xFFFF;
    into.inode = statxLongs.get(4);
    into.size = statxLongs.get(5);
    into.ctimeSeconds = statxLongs.get(12);
    into.ctimeNanos = statxInts.get(26);
    into.mtimeSeconds = statxLongs.get(14);
    into.mtimeNanos = statxInts.get(30);
    return true;
  }

  /// Adds all entries of an open directory except `.` and `..`; false on failure.
  boolean list(int directory, DirectoryListing into) {
    while (true) {
      long length = plain(GETDENTS64, directory, contentAddress, CONTENT_CAPACITY, 0, 0);
      if (length <= 0) {
        resolveTypes(directory, into);
        return length == 0;
      }
      content.get(0, entries, 0, (int) length);
      addEntries((int) length, into);
    }
  }

  /// Stats the entries whose type the file system did not return with the name, as some do not; a
  /// file that has vanished since gets a type that git does not list.
  void resolveTypes(int directory, DirectoryListing listing) {
    for (int i = 0; i < listing.count(); i++) {
      if (listing.type(i) == 0) {
        FileStat stat = new FileStat();
        boolean there =
            statListed(directory, listing.bytes(), listing.start(i), listing.end(i), stat);
        listing.setType(i, there ? type(stat.mode >> 12) : FileType.OTHER);
      }
    }
  }

  private void addEntries(int length, DirectoryListing into) {
    for (int at = 0; at < length; ) {
      int next = at + ((entries[at + 16] & 0xFF) | (entries[at + 17] & 0xFF) << 8);
      int start = at + 19;
      int end = start;
      while (entries[end] != 0) {
        end++;
      }
      boolean dots =
          entries[start] == '.'
              && (end == start + 1 || (end == start + 2 && entries[start + 1] == '.'));
      if (!dots) {
        into.add(entries, start, end - start, type(entries[at + 18]));
      }
      at = next;
    }
  }

  /// The `DT_…` constants are the type bits of a mode, shifted; 0 means that the type is unknown.
  private static int type(int directoryType) {
    return switch (directoryType << 12) {
      case FileType.REGULAR -> FileType.REGULAR;
      case FileType.DIRECTORY -> FileType.DIRECTORY;
      case FileType.SYMBOLIC_LINK -> FileType.SYMBOLIC_LINK;
      case 0 -> 0;
      default -> FileType.OTHER;
    };
  }

  /// Reads an open file from its start if one call is enough: most files of a repository are one
  /// line long.
  ///
  /// @return null on failure, when there is more, and when there is nothing, since it may not be a
  ///   file
  byte @Nullable [] readSmall(int descriptor, int limit) {
    long count = plain(READ, descriptor, contentAddress, CONTENT_CAPACITY, 0, 0);
    return count <= 0 || count >= CONTENT_CAPACITY || count > limit ? null : copy((int) count);
  }

  /// Reads an open file from its start to its end, in pieces through one buffer that stays in the
  /// processor's cache: a buffer as large as the file would be fresh memory, which is expensive.
  ///
  /// @param expected the probable size in bytes
  /// @return null on failure, or when there are more than `limit`
  byte @Nullable [] readAll(int descriptor, long expected, int limit) {
    if (expected > limit) {
      return null;
    }
    byte[] bytes = new byte[(int) expected];
    int length = 0;
    while (true) {
      long count = plain(PREAD64, descriptor, contentAddress, CONTENT_CAPACITY, length, 0);
      if (count < 0 || count > limit - length) {
        return null;
      }
      if (count == 0) {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
      }
      if (count > bytes.length - length) {
        bytes = Arrays.copyOf(bytes, length + (int) Math.max(count, length));
      }
      content.get(0, bytes, length, (int) count);
      length += (int) count;
    }
  }

  private byte[] copy(int length) {
    byte[] bytes = new byte[length];
    content.get(0, bytes);
    return bytes;
  }

  /// Reads from a position in an open file until it has `length` bytes or the file ends.
  ///
  /// @return the number of bytes read; -1 on failure
  int read(int descriptor, long position, byte[] buffer, int from, int length) {
    int done = 0;
    while (done < length) {
      int wanted = Math.min(length - done, CONTENT_CAPACITY);
      long count = plain(PREAD64, descriptor, contentAddress, wanted, position + done, 0);
      if (count < 0) {
        return -1;
      }
      if (count == 0) {
        break;
      }
      content.get(0, buffer, from + done, (int) count);
      done += (int) count;
    }
    return done;
  }
}
