package gitoverit.git.object;

import gitoverit.git.ObjectId;
import java.io.IOException;
import java.io.Serial;

/// Reports that a referenced object is missing: the repository is damaged, or it is a partial
/// clone, for which git would fetch the object.
public final class MissingObjectException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  MissingObjectException(byte[] oids, int at, int oidLength) {
    super("object " + ObjectId.hex(oids, at, oidLength) + " is missing");
  }
}
