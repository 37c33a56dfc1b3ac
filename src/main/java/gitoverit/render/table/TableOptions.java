package gitoverit.render.table;

import gitoverit.render.HiddenRows;
import gitoverit.row.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The appearance of a table.
///
/// @param columns the columns, from left to right
/// @param width the greatest width of a line
/// @param color whether to use colours
/// @param linkHost the name of this machine; null if directories and URLs are not links
/// @param hidden the rows that only the summary counts
/// @param elapsedNanos the duration of the run, for the summary
public record TableOptions(
    List<Field> columns,
    int width,
    boolean color,
    @Nullable String linkHost,
    HiddenRows hidden,
    long elapsedNanos) {}
