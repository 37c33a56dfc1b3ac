/// Splits the text of an expression into tokens. It does not know what they mean. Read `Lexer`
/// first.
package gitoverit.query.token;
