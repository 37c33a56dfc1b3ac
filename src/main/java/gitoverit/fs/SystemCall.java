package gitoverit.fs;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The C library's `syscall`, and the numbers of the calls made with it (`syscall(2)`).
///
/// All calls have one shape, six numbers, because linking one shape is most of the cost of the
/// foreign interface at start-up. It is linked twice: capturing `errno` adds the checks of a memory
/// segment to every call, which calls that hardly ever fail avoid. It is not linked as variadic:
/// the supported processors pass numbers the same way, and a variadic call would need one more
/// adapter.
final class SystemCall {
  static final long OPENAT = Machine.ARM ? 56 : 257;
  static final long STATX = Machine.ARM ? 291 : 332;
  static final long GETDENTS64 = Machine.ARM ? 61 : 217;
  static final long READ = Machine.ARM ? 63 : 0;
  static final long CLOSE = Machine.ARM ? 57 : 3;
  static final long GETEUID = Machine.ARM ? 175 : 107;
  static final long PREAD64 = Machine.ARM ? 67 : 17;

  private static final MethodHandle KEEPING_ERRNO = link(Linker.Option.captureCallState("errno"));

  private SystemCall() {}

  /// Linked when a scan begins: a run that finds no repository makes no such call.
  private static final class Plain {
    static final MethodHandle SYSCALL = link();
  }

  private static MethodHandle link(Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfLong number = ValueLayout.JAVA_LONG;
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(number, number, number, number, number, number, number),
        options);
  }

  /// Makes a call; returns -1 when it fails, with `errno` in `state`.
  static long call(MemorySegment state, long number, long a, long b, long c, long d, long e) {
    try {
      return (long) KEEPING_ERRNO.invokeExact(state, number, a, b, c, d, e);
    } catch (Throwable t) {
      throw new AssertionError("a system call throws nothing", t);
    }
  }

  /// Makes a call without capturing `errno`; returns -1 when it fails.
  static long plain(long number, long a, long b, long c, long d, long e) {
    try {
      return (long) Plain.SYSCALL.invokeExact(number, a, b, c, d, e);
    } catch (Throwable t) {
      throw new AssertionError("a system call throws nothing", t);
    }
  }
}
