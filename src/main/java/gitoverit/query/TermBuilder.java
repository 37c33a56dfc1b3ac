package gitoverit.query;

import gitoverit.query.Comparison.Sign;
import gitoverit.query.ExpressionParser.Argument;
import gitoverit.query.Function.Name;
import gitoverit.query.token.ExpressionException;
import gitoverit.query.token.Token;
import gitoverit.row.Field;
import gitoverit.row.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Builds the terms of an expression. It refuses terms that are invalid for every row, so that
/// evaluation never fails.
///
/// @param worktreeKnown whether worktrees are inspected, so that their facts can be used
record TermBuilder(boolean worktreeKnown) {

  /// Joins operands by `or` or by `and`. A single operand is returned unchanged, whatever its type.
  Term logic(boolean or, List<Term> operands) {
    return operands.size() == 1
        ? operands.getFirst()
        : new Logic(or, operands.stream().map(Truth::of).toList());
  }

  Term not(Term operand) {
    return new Negation(Truth.of(operand));
  }

  /// Returns the relation of two values by a comparison sign, `is`, `in` or `not`. The caller
  /// negates it if necessary.
  Term relation(Token sign, Term left, Term right) throws ExpressionException {
    if (sign.is("=")) {
      throw new ExpressionException("'=' is not an operator; use '==' to compare", sign.position());
    }
    if (sign.is("in") || sign.is("not")) {
      return in(left, right, sign.position());
    }
    Sign how = Sign.of(sign);
    return compare(how == null ? Sign.EQUAL : how, left, right, sign.position());
  }

  /// Compares two values of the same type. Errors and `null` can only be compared with `null`.
  private static Term compare(Sign sign, Term left, Term right, int position)
      throws ExpressionException {
    boolean leftNull = left.type() == Type.NULL;
    if ((leftNull || right.type() == Type.NULL) && !sign.isOrder()) {
      return new NullTest(leftNull ? right : left, sign == Sign.EQUAL);
    }
    if (left.type() == Type.PROBLEM || right.type() == Type.PROBLEM) {
      throw new ExpressionException(
          "an error cannot be compared; use its .kind or .message", position);
    }
    if (left.type() != right.type()) {
      throw mismatch("compared with", left, right, position);
    }
    if (sign.isOrder() && left.type() != Type.NUMBER && left.type() != Type.TEXT) {
      throw new ExpressionException(left.type().words() + " cannot be ordered", position);
    }
    return new Comparison(sign, left, right);
  }

  /// Tests for a part of a string, or an element of a list.
  private static Term in(Term element, Term whole, int position) throws ExpressionException {
    boolean fits =
        switch (whole.type()) {
          case TEXT -> element.type() == Type.TEXT;
          case LIST -> fits(element, whole);
          case TRUTH, NUMBER, PROBLEM, NULL -> false;
        };
    if (!fits) {
      throw mismatch("searched for in", element, whole, position);
    }
    return new Membership(element, whole);
  }

  private static boolean fits(Term element, Term list) {
    if (list instanceof ListTerm(var elements)) {
      return elements.isEmpty() || elements.getFirst().type() == element.type();
    }
    return element.type() == Type.TEXT;
  }

  Term arithmetic(Token sign, Term left, Term right) throws ExpressionException {
    boolean texts = left.type() == Type.TEXT && right.type() == Type.TEXT && sign.is("+");
    if (!texts && (left.type() != Type.NUMBER || right.type() != Type.NUMBER)) {
      Term wrong = left.type() == Type.NUMBER ? right : left;
      String message = "'" + sign.text() + "' needs numbers, not " + wrong.type().words();
      throw new ExpressionException(message, sign.position());
    }
    return new Arithmetic(sign.text().charAt(0), left, right);
  }

  Term list(List<Argument> elements, int position) throws ExpressionException {
    for (Argument element : elements) {
      Type type = element.term().type();
      if (type != Type.TEXT && type != Type.NUMBER) {
        throw new ExpressionException(
            "a list can only hold numbers or strings", element.position());
      }
      if (type != elements.getFirst().term().type()) {
        throw new ExpressionException("all elements of a list must be of the same type", position);
      }
    }
    return new ListTerm(terms(elements));
  }

  private static List<Term> terms(List<Argument> arguments) {
    return arguments.stream().map(Argument::term).toList();
  }

  /// Returns the term for a word without parentheses after it.
  Term name(Token token) throws ExpressionException {
    return switch (token.text()) {
      case "true", "True" -> Constant.of(true);
      case "false", "False" -> Constant.of(false);
      case "null", "None" -> Constant.NULL;
      default -> {
        SpecialName special = SpecialName.of(token.text());
        yield special == null ? field(token) : special;
      }
    };
  }

  private FieldTerm field(Token token) throws ExpressionException {
    Field field = Vocabulary.field(token.text());
    if (field == null) {
      throw unknown("name", token, Vocabulary.names());
    }
    FieldTerm term = new FieldTerm(field);
    if (term.needsWorktree() && !worktreeKnown) {
      String message = "'" + token.text() + "' cannot be combined with --metadata-only";
      throw new ExpressionException(message, token.position());
    }
    return term;
  }

  /// Returns the term for a word after a dot, without parentheses.
  Term part(Token name, Term term, int position) throws ExpressionException {
    boolean kind = name.text().equals("kind");
    if (term.type() == Type.PROBLEM && (kind || name.text().equals("message"))) {
      return new ErrorPart(term, kind);
    }
    boolean method = Name.of(name.text(), true) != null || isPattern(name.text());
    String message =
        method
            ? "'" + name.text() + "' needs parentheses after it"
            : "unknown member '" + name.text() + "'";
    throw new ExpressionException(message, position);
  }

  /// Returns the term for `value.name(…)`.
  Term method(Token name, Term subject, List<Argument> arguments) throws ExpressionException {
    List<Argument> all = new ArrayList<>(arguments);
    all.addFirst(new Argument(subject, name.position()));
    return call(name, Name.of(name.text(), true), all, 1);
  }

  /// Returns the term for `name(…)`.
  Term function(Token name, List<Argument> arguments) throws ExpressionException {
    return call(name, Name.of(name.text(), false), arguments, 0);
  }

  private static boolean isPattern(String word) {
    return word.equals("rx") || word.equals("rxi");
  }

  private static Term call(Token name, @Nullable Name function, List<Argument> operands, int before)
      throws ExpressionException {
    if (function == null && !isPattern(name.text())) {
      throw unknown("function", name, Vocabulary.functions());
    }
    int wanted = function == null ? 2 : function.operands();
    if (operands.size() != wanted) {
      int inside = wanted - before;
      String count =
          inside == 0 ? "no arguments" : inside == 1 ? "1 argument" : inside + " arguments";
      throw new ExpressionException("'" + name.text() + "' takes " + count, name.position());
    }
    if (function == null) {
      return pattern(name, operands);
    }
    requireTypes(function, operands);
    return new Function(function, terms(operands));
  }

  private static PatternTest pattern(Token name, List<Argument> operands)
      throws ExpressionException {
    Argument pattern = operands.get(1);
    require(operands.getFirst(), Type.TEXT);
    if (!(pattern.term() instanceof Constant(Type type, Object text)) || type != Type.TEXT) {
      throw new ExpressionException(
          "a regular expression must be a quoted string", pattern.position());
    }
    String regex = Objects.requireNonNull(text).toString();
    Term operand = operands.getFirst().term();
    return PatternTest.of(operand, regex, name.text().equals("rxi"), pattern.position());
  }

  private static void requireTypes(Name function, List<Argument> operands)
      throws ExpressionException {
    Argument first = operands.getFirst();
    switch (function) {
      case LOWER, UPPER, STRIP -> require(first, Type.TEXT);
      case STARTSWITH, ENDSWITH -> {
        require(first, Type.TEXT);
        requireTexts(operands.get(1));
      }
      case LEN -> require(first, Type.TEXT, Type.LIST);
      case CONTAINS -> {
        require(first, Type.TEXT, Type.LIST);
        require(operands.get(1), Type.TEXT);
      }
      case STR -> {}
    }
  }

  private static void requireTexts(Argument argument) throws ExpressionException {
    require(argument, Type.TEXT, Type.LIST);
    if (argument.term().type() == Type.LIST && !fits(Constant.of(""), argument.term())) {
      throw new ExpressionException("must be a string or a list of strings", argument.position());
    }
  }

  private static void require(Argument argument, Type... types) throws ExpressionException {
    Type actual = argument.term().type();
    if (!List.of(types).contains(actual)) {
      String message = "must be " + types[0].words() + ", not " + actual.words();
      throw new ExpressionException(message, argument.position());
    }
  }

  private static ExpressionException unknown(String what, Token token, List<String> known) {
    String word = token.text();
    String nearest = NearestWord.to(word.toLowerCase(Locale.ROOT), known);
    String hint = nearest == null ? "" : "; did you mean '" + nearest + "'?";
    String message = "unknown " + what + " '" + word + "'" + hint;
    return new ExpressionException(message, token.position());
  }

  private static ExpressionException mismatch(String done, Term a, Term b, int position) {
    String message = a.type().words() + " cannot be " + done + " " + b.type().words();
    return new ExpressionException(message, position);
  }
}
