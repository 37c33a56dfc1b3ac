package gitoverit.git.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads one stream to its end on a thread of its own, so that git never waits for a full pipe.
final class StreamReader implements Runnable {
  /// A grandchild that outlives git may hold the pipe open; its output is not awaited longer.
  private static final long WAIT_MILLIS = 200;

  private final InputStream in;
  private final Thread thread = Thread.ofPlatform().daemon().name("git-errors").unstarted(this);
  private volatile byte[] bytes = {};

  private StreamReader(InputStream in) {
    this.in = in;
  }

  static StreamReader start(InputStream in) {
    StreamReader reader = new StreamReader(in);
    reader.thread.start();
    return reader;
  }

  @Override
  public void run() {
    bytes = readAll(in);
  }

  /// Returns the bytes read, a short time after the process has ended.
  byte[] join() throws InterruptedException {
    thread.join(WAIT_MILLIS);
    return bytes;
  }

  /// Reads a stream to its end on the calling thread, or until it fails.
  static byte[] readAll(InputStream in) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (in) {
      in.transferTo(bytes);
    } catch (IOException _) {
      // The stream of a process that was ended; the exit code shows it.
      return bytes.toByteArray();
    }
    return bytes.toByteArray();
  }
}
