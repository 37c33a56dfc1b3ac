package gitoverit.status;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A directory with a `.gitattributes`, linked to the nearest one above it.
///
/// @param parent the nearest directory above that has one; null when there is none
/// @param directory the directory
record AttributeLevel(@Nullable AttributeLevel parent, Path directory) {}
