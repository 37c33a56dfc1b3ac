/// Reads git's configuration files as `git config` does, and derives identity and remotes from
/// them. It writes none. Read `ConfigFiles` first, then `GitConfig`.
package gitoverit.git.config;
