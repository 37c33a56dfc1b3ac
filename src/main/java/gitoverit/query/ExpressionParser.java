package gitoverit.query;

import gitoverit.query.Comparison.Sign;
import gitoverit.query.token.ExpressionException;
import gitoverit.query.token.Lexer;
import gitoverit.query.token.Token;
import gitoverit.query.token.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Parses an expression. Each level of precedence has a method, the loosest first:
///
///     or         and { ("or" | "||") and }
///     and        not { ("and" | "&&") not }
///     not        ("not" | "!") not | comparison
///     comparison sum { compare sum }     == != < <= > >= is [not] [not] in
///     sum        product { ("+" | "-") product }
///     product    sign { ("*" | "/" | "%") sign }
///     sign       "-" sign | postfix
///     postfix    atom { "." NAME [ "(" list ")" ] }
///     atom       NUMBER | TEXT | NAME | NAME "(" list ")" | "(" or ")" | "(" list ")" | "[" list "]"
///
/// Every expression is parsed in little time and without deep recursion.
final class ExpressionParser {
  private static final int LONGEST = 4096;
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private final TermBuilder terms;
  private int at;
  private int depth;

  private ExpressionParser(List<Token> tokens, TermBuilder terms) {
    this.tokens = tokens;
    this.terms = terms;
  }

  /// Parses the whole of `text`.
  static Term parse(String text, TermBuilder terms) throws ExpressionException {
    if (text.length() > LONGEST) {
      throw new ExpressionException(
          "the expression is longer than " + LONGEST + " characters", LONGEST);
    }
    ExpressionParser parser = new ExpressionParser(Lexer.split(text), terms);
    Term term = parser.or();
    if (parser.peek().kind() != Kind.END) {
      throw parser.unexpected("");
    }
    return term;
  }

  private Term or() throws ExpressionException {
    enter();
    List<Term> operands = new ArrayList<>(List.of(and()));
    while (takes("or") || takes("||")) {
      operands.add(and());
    }
    depth--;
    return terms.logic(true, operands);
  }

  private Term and() throws ExpressionException {
    List<Term> operands = new ArrayList<>(List.of(not()));
    while (takes("and") || takes("&&")) {
      operands.add(not());
    }
    return terms.logic(false, operands);
  }

  private Term not() throws ExpressionException {
    if (!takes("not") && !takes("!")) {
      return comparison();
    }
    enter();
    Term operand = not();
    depth--;
    return terms.not(operand);
  }

  /// Parses a comparison; `a < b < c` means `a < b and b < c`.
  private Term comparison() throws ExpressionException {
    Term left = sum();
    if (!startsComparison()) {
      return left;
    }
    List<Term> all = new ArrayList<>();
    while (startsComparison()) {
      Token sign = next();
      boolean negated = sign.is("is") ? takes("not") : sign.is("not") && takes("in");
      Term right = sum();
      Term compared = terms.relation(sign, left, right);
      all.add(negated ? new Negation(compared) : compared);
      left = right;
    }
    return terms.logic(false, all);
  }

  private boolean startsComparison() {
    Token token = peek();
    boolean notIn = token.is("not") && tokens.get(at + 1).is("in");
    return notIn || token.is("in") || token.is("is") || token.is("=") || Sign.of(token) != null;
  }

  private Term sum() throws ExpressionException {
    Term left = product();
    while (peek().is("+") || peek().is("-")) {
      Token sign = next();
      left = terms.arithmetic(sign, left, product());
    }
    return left;
  }

  private Term product() throws ExpressionException {
    Term left = sign();
    while (peek().is("*") || peek().is("/") || peek().is("%")) {
      Token sign = next();
      left = terms.arithmetic(sign, left, sign());
    }
    return left;
  }

  private Term sign() throws ExpressionException {
    if (!peek().is("-")) {
      return postfix();
    }
    Token sign = next();
    enter();
    Term operand = sign();
    depth--;
    return terms.arithmetic(sign, Constant.of(BigDecimal.ZERO), operand);
  }

  private Term postfix() throws ExpressionException {
    Term term = atom();
    while (takes(".")) {
      Token name = next();
      if (name.kind() != Kind.NAME) {
        at--;
        throw unexpected(" after the dot");
      }
      term =
          takes("(")
              ? terms.method(name, term, arguments(")"))
              : terms.part(name, term, name.position());
    }
    return term;
  }

  private Term atom() throws ExpressionException {
    Token token = next();
    return switch (token.kind()) {
      case NUMBER -> Constant.of(new BigDecimal(token.text()));
      case TEXT -> Constant.of(token.text());
      case NAME -> takes("(") ? terms.function(token, arguments(")")) : terms.name(token);
      case SIGN, END -> bracketed(token);
    };
  }

  private Term bracketed(Token open) throws ExpressionException {
    if (open.is("[")) {
      return terms.list(arguments("]"), open.position());
    }
    if (!open.is("(")) {
      at--;
      throw unexpected("");
    }
    List<Argument> inside = arguments(")");
    boolean tuple = inside.size() != 1 || tokens.get(at - 2).is(",");
    return tuple ? terms.list(inside, open.position()) : inside.getFirst().term();
  }

  /// Parses the list after an opening bracket, up to its closing one. A comma may follow the last
  /// element.
  private List<Argument> arguments(String close) throws ExpressionException {
    List<Argument> arguments = new ArrayList<>();
    while (!takes(close)) {
      if (!arguments.isEmpty() && !takes(",")) {
        throw unexpected("; expected ',' or '" + close + "'");
      }
      if (arguments.isEmpty() || !peek().is(close)) {
        int position = peek().position();
        arguments.add(new Argument(or(), position));
      }
    }
    return arguments;
  }

  /// An element between brackets.
  ///
  /// @param term its term
  /// @param position its index in the expression
  record Argument(Term term, int position) {}

  private void enter() throws ExpressionException {
    depth++;
    if (depth > DEEPEST) {
      throw new ExpressionException("nested too deeply", peek().position());
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    return tokens.get(at++);
  }

  private boolean takes(String word) {
    boolean taken = peek().is(word);
    at += taken ? 1 : 0;
    return taken;
  }

  private ExpressionException unexpected(String reason) {
    Token token = peek();
    return new ExpressionException("unexpected " + token.shown() + reason, token.position());
  }
}
