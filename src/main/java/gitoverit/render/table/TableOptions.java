package gitoverit.render.table;

import gitoverit.render.HiddenRows;
import gitoverit.row.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a table is to look.
///
/// @param columns the columns, from left to right
/// @param width the most columns of the terminal that a line may take
/// @param color whether to use colours
/// @param linkHost the name of this machine when directories and URLs are to be links; null when
///   they are not
/// @param hidden the rows that are in the summary only
/// @param elapsedNanos how long the run took, for the summary
public record TableOptions(
    List<Field> columns,
    int width,
    boolean color,
    @Nullable String linkHost,
    HiddenRows hidden,
    long elapsedNanos) {}
