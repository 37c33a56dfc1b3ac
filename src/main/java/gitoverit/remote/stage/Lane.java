package gitoverit.remote.stage;

import org.jspecify.annotations.Nullable;

/// A place where tasks wait for their turn. Each has a limit of its own.
public sealed interface Lane {

  /// Tasks that talk to one host.
  ///
  /// @param name the name of the host, or its address
  record Host(String name) implements Lane {}

  /// Tasks with remotes on this machine, or on a host that only git can determine.
  record ThisMachine() implements Lane {}

  /// Tasks that need the processors of this machine, and no remote.
  record FastForward() implements Lane {}

  /// Returns the lane of a host.
  ///
  /// @param host its name; empty for this machine
  static Lane of(String host) {
    return host.isEmpty() ? new ThisMachine() : new Host(host);
  }

  /// Returns the host that a failure names; null for this machine.
  default @Nullable String host() {
    return this instanceof Host(String name) ? name : null;
  }
}
