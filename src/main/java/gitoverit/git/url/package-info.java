/// Parses the URLs of remotes and derives the forms that are shown. It opens no connection. Read
/// `RemoteUrls` first.
package gitoverit.git.url;
