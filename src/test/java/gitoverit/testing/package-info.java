/// Provides repositories for tests, all created by the real git, and the real git's answers about
/// them. This package does not use the program's code. Read `GitSandbox` first, then `Fixture`.
package gitoverit.testing;
