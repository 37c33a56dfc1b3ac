/// gitoverit: the state of many git repositories at once.
@org.jspecify.annotations.NullMarked
@SuppressWarnings(
    "requires-automatic") // RE2/J names no module; nobody builds a module on this one.
module gitoverit {
  requires com.google.gson;
  requires jdk.security.auth;
  requires org.apache.commons.cli;
  requires static com.google.errorprone.annotations;
  requires static org.jspecify;
  requires re2j;
}
