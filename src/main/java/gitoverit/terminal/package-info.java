/// What a terminal needs: width, colours, display width of text and the progress lines. It knows
/// nothing of git. Read `Terminal` first.
package gitoverit.terminal;
