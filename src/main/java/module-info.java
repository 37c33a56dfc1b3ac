/// gitoverit: the state of many git repositories at once.
@org.jspecify.annotations.NullMarked
module gitoverit {
  requires jdk.security.auth;
  requires org.apache.commons.cli;
  requires static org.jspecify;
  requires tools.jackson.core;
}
