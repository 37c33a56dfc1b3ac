/// Reads git's objects, loose and packed, here and in alternates: just the bytes that are asked
/// for. Writes nothing, verifies no object's hash and keeps no cache of objects. Read
/// `ObjectDatabase` first.
package gitoverit.git.object;
