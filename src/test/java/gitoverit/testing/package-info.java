/// Repositories for tests, all made by the real git, and what the real git says of them. Nothing
/// here knows the program's own code. Read `GitSandbox` first, then `Fixture`.
package gitoverit.testing;
