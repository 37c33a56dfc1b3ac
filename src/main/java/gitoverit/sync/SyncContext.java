package gitoverit.sync;

import gitoverit.analysis.GitCommand;
import gitoverit.fs.FileAccess;
import gitoverit.git.config.ConfigReader;
import java.util.Map;

/// What all work with remotes needs.
///
/// @param git the git binary
/// @param files the file system
/// @param configs the configuration of repositories
/// @param environment the user's environment, which may name an ssh command
/// @param options what is to be done
/// @param settings how much at once, and for how long
public record SyncContext(
    GitCommand git,
    FileAccess files,
    ConfigReader configs,
    Map<String, String> environment,
    SyncOptions options,
    SyncSettings settings) {}
