/// Reads git's objects, loose and packed, in the repository and its alternates: only the bytes that
/// are needed. It writes nothing, verifies no object's hash and keeps no cache of objects. Read
/// `ObjectDatabase` first.
package gitoverit.git.object;
