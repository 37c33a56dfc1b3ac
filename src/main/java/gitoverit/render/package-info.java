/// Turns results into a table, JSON, NDJSON or CSV: pure functions of their arguments. It reads no
/// clock, environment or file. Read `Renderer` first.
package gitoverit.render;
