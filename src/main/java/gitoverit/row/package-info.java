/// Defines a row: its fields, their values, the order of rows and the status text. It knows reports
/// and writes no format. Read `Field` first.
package gitoverit.row;
