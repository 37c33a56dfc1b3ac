/// Lays the rows out as a table for a terminal of a given width. It reads no clock, environment or
/// file. Read `TableRenderer` first.
package gitoverit.render.table;
