/// Parses the values of options, from the command line and from settings. It knows no option. Read
/// `ValueType` first.
package gitoverit.option.value;
