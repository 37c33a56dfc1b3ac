/// Parses the values of options, from the command line and from settings. It does not know the
/// options. Read `ValueType` first.
package gitoverit.option.value;
