package gitoverit.conformance;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Draws random changes to a repository, as people, programs and git make them in a worktree.
///
/// A step is a line of shell that may fail, such as an empty commit. The steps depend only on the
/// random numbers.
///
/// @param random the source of the choices
record RandomSteps(Random random) {

  /// The definitions for all steps: functions for longer commands, and an environment in which git
  /// does not prompt.
  static final String PRELUDE =
      """
      export GIT_EDITOR=true
      write() { mkdir -p "$(dirname "$1")"; printf "$2" > "$1"; }
      append() { mkdir -p "$(dirname "$1")"; printf "$2" >> "$1"; }
      age() { write "$1" "$2"; touch -d @1600000000 "$1"; }
      race() { write "$1" "$2"; git add "$1"; write "$1" "$3"; }
      clear() { rm -rf "$1"; mkdir -p "$(dirname "$1")"; }
      link() { clear "$1"; ln -s "$2" "$1"; }
      commit() { time=$1; shift; GIT_COMMITTER_DATE="170000000$time +0000" git commit -q -m x "$@"; }
      track() { git update-ref refs/remotes/origin/main "$1"; }
      nest() { mkdir -p "$1"; git init -q "$1"; }
      settle() { nest "$1"; cd "$1"; write f "$2"; git add .; commit 2; }
      """;

  /// The first steps, which create content for the others to change.
  static final String BEGINNING =
      """
      for file in f g.txt h.o 'a b' a/f a/g.txt a-b a.txt a/b/f a/b/h.o c/f c/d/f c/d/g.txt
      do write "$file" 'one\\ntwo\\nsix\\n'; done
      git add .
      commit 1
      git checkout -q -b other
      write f 'one\\nother\\nsix\\n'
      git mv g.txt c/g.txt
      commit 2 -a
      git checkout -q -b side main
      write f 'side\\n'
      git rm -q a/f
      commit 3 -a
      git checkout -q main
      write f 'main\\n'
      commit 4 -a
      write a/f 'a\\n'
      commit 5 -a
      git remote add origin ../nowhere
      track side
      git config branch.main.remote origin
      git config branch.main.merge refs/heads/main
      """;

  /// The steps with their relative frequencies. A word in capitals is replaced by one of its
  /// [#CHOICES].
  private static final List<Step> STEPS =
      parse(
          """
          9 write FILE TEXT
          4 append FILE TEXT
          4 race FILE TEXT TEXT
          3 age FILE TEXT
          3 touch FILE
          1 touch -d '1 hour' FILE
          2 chmod +x FILE
          2 chmod -x FILE
          4 rm -f FILE
          3 rm -rf DIR
          2 mkdir -p DIR/empty/deep
          2 link FILE TARGET
          1 link DIR TARGET
          2 rm -f FILE; write FILE/in TEXT
          2 clear DIR; write DIR TEXT
          3 mv FILE FILE
          2 mv DIR DIR
          2 git mv FILE FILE
          2 cp -r DIR DIR
          3 write NEW TEXT
          2 write DIR/NEW TEXT
          4 append DIR/.gitignore PATTERN
          3 append .gitignore PATTERN
          1 append .git/info/exclude PATTERN
          1 append "$HOME/ignore" PATTERN; git config core.excludesFile "$HOME/ignore"
          2 append .gitattributes ATTRIBUTE
          1 append DIR/.gitattributes ATTRIBUTE
          1 append .git/info/attributes ATTRIBUTE
          1 git config filter.upper.clean 'tr a-z A-Z'
          2 nest DIR
          2 settle DIR TEXT
          1 settle FILE TEXT
          1 rm -rf DIR/.git
          6 git add -A
          5 git add FILE
          3 git add DIR
          2 git add -f FILE
          2 git add -u
          3 git add -N FILE
          2 git rm -q --cached FILE
          1 git rm -r -q --cached DIR
          5 commit TIME
          5 commit TIME -a
          1 commit TIME --amend
          2 git reset -q
          2 git reset -q --soft COMMIT
          2 git reset -q COMMIT
          3 git reset -q --hard COMMIT
          1 git reset -q --merge
          1 git clean -fdq
          1 git checkout -q FILE
          1 git checkout -q -f
          1 git checkout -q COMMIT -- DIR
          2 git stash -q
          1 git stash -q -u
          2 git stash pop -q
          3 git checkout -q -b BRANCH
          3 git switch -q BRANCH
          1 git switch -q -f BRANCH
          1 git switch -q --detach COMMIT
          1 git checkout -q --orphan BRANCH
          1 git branch -f BRANCH COMMIT
          1 git branch -q -D BRANCH
          1 git branch -u origin/main
          1 git branch -u BRANCH
          1 git branch --unset-upstream
          1 git tag -f BRANCH COMMIT
          3 track COMMIT
          1 git update-ref -d refs/remotes/origin/main
          3 git merge -q BRANCH
          1 git merge -q --no-ff --no-commit BRANCH
          1 git merge --abort
          2 git rebase -q BRANCH
          1 git rebase --abort
          1 git rebase --continue
          2 git cherry-pick COMMIT
          1 git cherry-pick --no-commit COMMIT
          1 git cherry-pick --abort
          2 git revert --no-edit COMMIT
          1 git revert --abort
          1 git bisect start
          1 git bisect reset
          1 git update-index --assume-unchanged FILE
          1 git update-index --no-assume-unchanged FILE
          1 git update-index --skip-worktree FILE
          1 git update-index --chmod=+x FILE
          1 git update-index --split-index
          1 git update-index --no-split-index
          1 git update-index --index-version VERSION
          1 git update-index --untracked-cache
          1 git update-index --force-remove FILE
          1 git pack-refs --all
          1 git gc -q
          1 git repack -q -a -d
          1 git commit-graph write --reachable
          1 git replace -f COMMIT COMMIT
          2 git worktree add -q ../linked/BRANCH BRANCH
          1 cd ../linked/BRANCH && write FILE TEXT && git add -A
          1 rm -rf ../linked/BRANCH
          1 git worktree prune
          3 git status
          1 git config core.fileMode BOOLEAN
          1 git config core.trustctime BOOLEAN
          1 git config core.ignoreCase BOOLEAN
          1 git config core.symlinks BOOLEAN
          1 git config core.checkStat minimal
          1 git config core.autocrlf LINES
          1 git config core.eol crlf
          1 git config status.renames BOOLEAN
          1 git config diff.renames RENAMES
          1 git config diff.algorithm ALGORITHM
          1 git config status.showUntrackedFiles UNTRACKED
          """);

  private static final Map<String, List<String>> CHOICES =
      Map.ofEntries(
          Map.entry(
              "FILE",
              words(
                  "f g.txt h.o a?b a/f a/g.txt a-b a.txt a/b/f a/b/h.o c/f c/d/f c/d/g.txt c/d/é e/f")),
          Map.entry("DIR", words("a a/b a/b c c/d e e/n")),
          Map.entry("NEW", words("n n.o n.txt .n e/n/f e/n/h.o")),
          // No link leads out of the sandbox, because later steps write and create repositories
          // through links.
          Map.entry("TARGET", words("f a ../a nowhere . \"$PWD/c\"")),
          Map.entry(
              "TEXT",
              words(
                  """
                  '' 'one\\n' 'two\\n' 'six\\n' 'one\\ntwo\\nsix\\n' 'one\\nTWO\\nsix\\n'
                  'one\\r\\ntwo\\r\\nsix\\r\\n' 'one\\ntwo\\r\\nsix' 'one\\0two' 'two\\n\\n\\none\\n'
                  """)),
          Map.entry(
              "PATTERN",
              words(
                  """
                  '*.o\\n' '!*.o\\n' 'f\\n' '!f\\n' '/f\\n' 'a/b\\n' 'b/\\n' '!b/\\n' 'a/**/f\\n'
                  '**/d\\n' '**/d/**\\n' 'd/*\\n' '!d/f\\n' '*\\n' '!*/\\n' 'n*\\n' 'e\\n' 'a-[a-c]\\n' '!n.txt'
                  """)),
          Map.entry(
              "ATTRIBUTE",
              words(
                  """
                  '*\\ttext=auto\\n' '*.txt\\ttext\\n' '*.txt\\teol=crlf\\n' 'f\\t-text\\n' '*\\t!text\\n'
                  'f\\tfilter=upper\\n' '*.o\\tbinary\\n' 'f\\t-diff\\n' 'd/*\\tident\\n'
                  """)),
          Map.entry("COMMIT", words("HEAD HEAD HEAD~1 HEAD~2 HEAD^2 side other HEAD@{1}")),
          Map.entry("BRANCH", words("main side other main/sub")),
          Map.entry("TIME", words("2 3 4 5 6 7")),
          Map.entry("VERSION", words("2 3 4")),
          Map.entry("BOOLEAN", words("true false")),
          Map.entry("LINES", words("true false input")),
          Map.entry("RENAMES", words("true false copies")),
          Map.entry("ALGORITHM", words("myers minimal patience histogram")),
          Map.entry("UNTRACKED", words("no normal all")));

  private static final Pattern CHOICE =
      Pattern.compile("\\b(?:" + String.join("|", CHOICES.keySet()) + ")\\b");

  private record Step(int weight, String script) {}

  /// Draws the next step.
  String next() {
    int left = random.nextInt(STEPS.stream().mapToInt(Step::weight).sum());
    for (Step step : STEPS) {
      left -= step.weight();
      if (left < 0) {
        return choose(step.script());
      }
    }
    throw new AssertionError("no step has this weight");
  }

  private String choose(String script) {
    return CHOICE
        .matcher(script)
        .replaceAll(word -> {
          List<String> choices = CHOICES.getOrDefault(word.group(), List.of());
          return Matcher.quoteReplacement(choices.get(random.nextInt(choices.size())));
        });
  }

  private static List<Step> parse(String text) {
    return text.lines()
        .map(line -> line.split(" ", 2))
        .map(line -> new Step(Integer.parseInt(line[0]), line[1]))
        .toList();
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
