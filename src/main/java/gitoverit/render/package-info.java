/// Renders rows as JSON, NDJSON, CSV, Markdown or HTML; `render.table` renders the table. Each
/// renderer is a pure function of its arguments and reads no clock, environment or file. Read
/// `Renderer` first.
package gitoverit.render;
