/// Fits text to a terminal: its width, its colours, the display width of text, and the progress
/// line. It does not know git. Read `Terminal` first.
package gitoverit.terminal;
