/// Reads git's configuration files as `git config` does, and what is derived from them: identity
/// and remotes. It writes none. Read `ConfigFiles` first, then `GitConfig`.
package gitoverit.git.config;
