package gitoverit.git.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IgnoreStackTest {
  private static final IgnoreStack EMPTY = IgnoreStack.of(false, null, null);

  @Test
  void ignoresNothingWithoutRules() {
    assertThat(ignores(EMPTY, "foo")).isFalse();
    assertThat(EMPTY.withGitignore(Latin1.bytes("# only a comment\n"))).isSameAs(EMPTY);
    assertThat(EMPTY.withGitignore(null)).isSameAs(EMPTY);
  }

  @Test
  void takesTheLastMatchingLine() {
    IgnoreStack stack = EMPTY.withGitignore(Latin1.bytes("*.o\n!keep.o\n/keep*\n!keep.o\nfoo\n"));
    assertThat(ignores(stack, "a.o")).isTrue();
    assertThat(ignores(stack, "keep.o")).isFalse();
    assertThat(ignores(stack, "keep.c")).isTrue();
    assertThat(ignores(stack, "foo")).isTrue();
    assertThat(ignores(stack, "bar")).isFalse();
  }

  @Test
  void asksTheNearestFileFirst() {
    IgnoreStack root = IgnoreStack.of(false, Latin1.bytes("a\nb\nc\nd"), Latin1.bytes("!b\nc"));
    assertThat(ignores(root, "a")).isTrue();
    assertThat(ignores(root, "b")).isFalse();
    root = root.withGitignore(Latin1.bytes("!c"));
    assertThat(ignores(root, "c")).isFalse();
    IgnoreStack below = enter(root, "sub", "!d\nc");
    assertThat(ignores(below, "d")).isFalse();
    assertThat(ignores(below, "c")).isTrue();
    assertThat(ignores(root, "d")).isTrue();
  }

  @Test
  void keepsPatternsRelativeToTheirFile() {
    IgnoreStack root = EMPTY.withGitignore(Latin1.bytes("/x\nsub/y\n"));
    IgnoreStack sub = enter(root, "sub", "/z\n");
    IgnoreStack deep = enter(sub, "deep", null);
    assertThat(ignores(sub, "x")).isFalse();
    assertThat(ignores(sub, "y")).isTrue();
    assertThat(ignores(sub, "z")).isTrue();
    assertThat(ignores(deep, "y")).isFalse();
    assertThat(ignores(deep, "z")).isFalse();
  }

  @Test
  void foldsCaseWhenTheRepositoryDoes() {
    byte[] rules = Latin1.bytes("Foo\n*.TXT\nb[a-c]?\n");
    IgnoreStack folding = IgnoreStack.of(true, null, rules);
    IgnoreStack exact = IgnoreStack.of(false, null, rules);
    for (String name : List.of("fOO", "a.txt", "BaR")) {
      assertThat(ignores(folding, name)).as(name).isTrue();
      assertThat(ignores(exact, name)).as(name).isFalse();
    }
  }

  @Test
  void descendsToADirectoryReadingTheFilesOnTheWay() throws IOException {
    List<String> read = new ArrayList<>();
    IgnoreStack stack =
        EMPTY.descend(
            Latin1.bytes("a/b/c"),
            directory -> {
              String path = Latin1.text(directory, 0, directory.length);
              read.add(path);
              return path.equals("a/b") ? Latin1.bytes("c/x\n!x/\n") : null;
            });
    assertThat(read).containsExactly("a", "a/b", "a/b/c");
    assertThat(stack).isNotNull();
    assertThat(ignores(stack, "x")).isTrue();
  }

  @Test
  void stopsDescendingWhereADirectoryIsIgnored() throws IOException {
    IgnoreStack root = EMPTY.withGitignore(Latin1.bytes("/a/b\n!/a/b/c\n"));
    List<String> read = new ArrayList<>();
    IgnoreStack stack =
        root.descend(
            Latin1.bytes("a/b/c"),
            directory -> {
              read.add(Latin1.text(directory, 0, directory.length));
              return null;
            });
    assertThat(stack).isNull();
    assertThat(read).containsExactly("a");
  }

  @Test
  void staysWhereItIsForAnEmptyDescent() throws IOException {
    assertThat(EMPTY.descend(new byte[0], _ -> null)).isSameAs(EMPTY);
  }

  @Test
  void passesOnAFailureToRead() {
    IOException failure = new IOException("unreadable");
    assertThatThrownBy(() ->
            EMPTY.descend(
                Latin1.bytes("a"),
                _ -> {
                  throw failure;
                }))
        .isSameAs(failure);
  }

  private static IgnoreStack enter(IgnoreStack stack, String name, @Nullable String gitignore) {
    return stack.enter(Latin1.bytes(name), gitignore == null ? null : Latin1.bytes(gitignore));
  }

  private static boolean ignores(@Nullable IgnoreStack stack, String name) {
    byte[] names = Latin1.bytes("<" + name + ">");
    return stack != null && stack.ignores(names, 1, names.length - 1, false);
  }
}
