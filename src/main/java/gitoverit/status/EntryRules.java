package gitoverit.status;

import gitoverit.git.index.IndexFile;

/// An index with the rules that compare its entries with their files.
///
/// @param index the index
/// @param stats the rules that need no more than `stat`
/// @param contents compares the contents where `stat` does not decide
record EntryRules(IndexFile index, StatRules stats, ContentCheck contents) {}
