package gitoverit.row;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.Operation;
import gitoverit.git.RepositoryLayout;
import gitoverit.report.Failure;
import gitoverit.report.RepoResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FieldTest {
  @Test
  void hasTheKeysOfTheJsonObjectInOrder() {
    List<String> keys = new ArrayList<>();
    for (Field key : Field.keys()) {
      keys.add(key.label());
    }
    assertThat(keys)
        .containsExactly(
            "added_lines",
            "ahead",
            "asked_git",
            "behind",
            "branch",
            "deleted",
            "dirty",
            "display_path",
            "engine",
            "error",
            "fetch_failed",
            "gone",
            "head",
            "ident",
            "last_commit",
            "last_fetch",
            "latest_mtime",
            "modified",
            "mtime",
            "operation",
            "path",
            "plan",
            "pull_failed",
            "pulled",
            "push_failed",
            "pushed",
            "remote",
            "remote_url",
            "removed_lines",
            "skipped",
            "staged",
            "stashes",
            "status",
            "subject",
            "submodules",
            "unmerged",
            "unstaged",
            "untracked",
            "worktree",
            "worktree_status_checked");
  }

  @Test
  void isDeclaredInTheOrderOfNames() {
    assertThat(Field.values()).extracting(Field::label).isSorted();
  }

  @Test
  void takesEachCountFromItsPlace() {
    RepoResult row =
        demo().changes(5, 6, 7, 8, 9, 10).aheadBehind(1, 2).submodules(3).stashes(4).done();
    assertThat(texts(row, "ahead", "behind", "submodules", "stashes"))
        .containsExactly("1", "2", "3", "4");
    assertThat(texts(row, "modified", "deleted", "untracked", "unmerged"))
        .containsExactly("5", "6", "7", "8");
    assertThat(texts(row, "added_lines", "removed_lines", "staged", "unstaged"))
        .containsExactly("9", "10", "2", "9");
  }

  @Test
  void knowsNothingButTheEssentialsOfAFailedRepository() {
    RepoResult failed = Rows.failedAfterFetch("/home/ada/src/slow");
    List<String> known = new ArrayList<>();
    for (Field key : Field.keys()) {
      FieldValue value = key.value(failed, Rows.CONTEXT);
      if (value != null) {
        known.add(key.label() + "=" + FieldText.of(value));
      }
    }
    assertThat(known)
        .containsExactly(
            "display_path=! slow",
            "error=timeout: no answer within 5 s",
            "fetch_failed=true",
            "path=/home/ada/src/slow",
            "pull_failed=false",
            "pulled=false",
            "push_failed=false",
            "pushed=false",
            "status=error: timeout",
            "worktree=linked",
            "worktree_status_checked=false");
  }

  @Test
  void knowsNothingOfAWorktreeThatWasNotLookedAt() {
    RepoResult row = demo().metadataOnly().done();
    for (Field field :
        List.of(
            Field.ADDED_LINES,
            Field.REMOVED_LINES,
            Field.STAGED,
            Field.UNSTAGED,
            Field.UNMERGED,
            Field.MODIFIED,
            Field.DELETED,
            Field.UNTRACKED,
            Field.DIRTY,
            Field.MTIME,
            Field.LATEST_MTIME)) {
      assertThat(field.value(row, Rows.CONTEXT)).as(field.label()).isNull();
    }
    assertThat(texts(row, "worktree_status_checked", "status", "ahead", "dirty"))
        .containsExactly("false", "?", "0", "");
  }

  @Test
  void saysWhichOperationsAreInProgress() {
    RepoResult row = demo().operations(Operation.CHERRY_PICK, Operation.BISECT).done();
    assertThat(texts(row, "operation", "dirty")).containsExactly("cherry-pick bisect", "true");
  }

  @Test
  void marksAFailedRemoteOperationBeforeThePath() {
    assertThat(texts(demo().fetchFailed().done(), "display_path", "dir", "path"))
        .containsExactly("! demo", "! demo", "/home/ada/src/demo");
  }

  @Test
  void usesADashWithoutUpstreamOrUrl() {
    RepoResult row = demo().branch("main", null).urls(null, null).done();
    assertThat(texts(row, "remote", "remote_url", "url", "branch_remote", "gone"))
        .containsExactly("-", "-", "-", "main:-", "false");
  }

  @Test
  void saysWhatKindOfWorktreeItIs() {
    assertThat(texts(demo().kind(RepositoryLayout.Kind.BARE).done(), "worktree", "engine"))
        .containsExactly("bare", "native");
    assertThat(texts(Rows.failed("/x", Failure.Kind.INTERNAL, "oops"), "worktree", "engine"))
        .containsExactly("main", "");
  }

  @Test
  void namesTheReasonWhyGitWasAsked() {
    RepoResult asked = demo().askedGit("a submodule is populated").done();
    assertThat(texts(asked, "engine", "asked_git"))
        .containsExactly("git", "a submodule is populated");
    assertThat(texts(demo().done(), "engine", "asked_git")).containsExactly("native", "");
  }

  @Test
  void isFoundByItsName() {
    for (Field field : Field.values()) {
      assertThat(Field.of(field.label())).isEqualTo(field);
    }
    assertThat(Field.of("nope")).isNull();
  }

  private static List<String> texts(RepoResult row, String... fields) {
    List<String> texts = new ArrayList<>();
    for (String name : fields) {
      Field field = Objects.requireNonNull(Field.of(name));
      texts.add(FieldText.of(field.value(row, Rows.CONTEXT)));
    }
    return texts;
  }

  private static Rows demo() {
    return Rows.at("/home/ada/src/demo");
  }
}
