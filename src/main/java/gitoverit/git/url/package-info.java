/// Parses the URLs of remotes as git does, and derives the forms that are shown. It opens no
/// connection. Read `RemoteUrl` first.
package gitoverit.git.url;
