package gitoverit.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Buffers standard output and distinguishes a closed pipe from other errors.
final class ResultStream extends OutputStream {
  private final OutputStream out;

  ResultStream(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw classified(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw classified(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw classified(e);
    }
  }

  /// Java has no exception type for `EPIPE`; the message is that of the C library.
  private static IOException classified(IOException e) {
    return "Broken pipe".equals(e.getMessage()) ? new ClosedPipeException(e) : e;
  }
}
