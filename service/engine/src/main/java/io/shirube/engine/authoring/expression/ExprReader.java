package io.shirube.engine.authoring.expression;

import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Term.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads an expression by precedence: {@code ||}, {@code &&}, comparisons, sums, products, signs. Throws {@link Refusal}. */
final class ExprReader {

    /** How deep parentheses and signs may nest, and how long sums and products may grow. */
    static final int DEEPEST = 40;

    /** How many parts {@code &&}, {@code ||} or a list may join. */
    static final int MOST_PARTS = 200;

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "==", Comparison.EQ,
            "!=", Comparison.NE,
            "<", Comparison.LT,
            "<=", Comparison.LE,
            ">", Comparison.GT,
            ">=", Comparison.GE);
    private static final Map<String, String> MISTAKEN_SIGNS =
            Map.of("=", "==", "===", "==", "!==", "!=", "=>", ">=", "=<", "<=", "<>", "!=");
    private static final Map<String, String> MISTAKEN_WORDS =
            Map.of("and", "&&", "AND", "&&", "And", "&&", "or", "||", "OR", "||", "Or", "||");
    private static final List<String> WORDS = List.of("in", "matches", "contains");

    private final TokenReader reader;
    private final OperandReader operands;
    private int depth;

    ExprReader(TokenReader reader, boolean functions) {
        this.reader = reader;
        this.operands = new OperandReader(reader, this, functions);
    }

    /** Reads one whole expression and stops before what does not belong to it. */
    Expr read() {
        enter();
        Expr read = junction(false);
        depth--;
        return read;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw reader.refuse(SyntaxMessage.TOO_DEEP, reader.peek(), DEEPEST);
        }
    }

    private Expr junction(boolean all) {
        String sign = all ? "&&" : "||";
        List<Expr> parts = new ArrayList<>(List.of(all ? comparison() : junction(true)));
        while (reader.accept(sign)) {
            parts.add(all ? comparison() : junction(true));
            if (parts.size() > MOST_PARTS) {
                throw reader.refuse(SyntaxMessage.TOO_MANY_PARTS, reader.last(), MOST_PARTS);
            }
        }
        if (reader.at("&") || reader.at("|")) {
            String single = reader.peek().text();
            throw reader.refuse(SyntaxMessage.MISTAKEN_SIGN, reader.peek(), single, single + single);
        }
        return parts.size() == 1 ? parts.get(0) : new Expr.Junction(all, parts);
    }

    private Expr comparison() {
        Expr left = sum();
        Token sign = reader.peek();
        refuseMistaken(sign);
        Comparison comparison = COMPARISONS.get(sign.text());
        if (sign.is(Kind.SIGN) && comparison != null) {
            reader.next();
            Expr right = sum();
            refuseMistaken(reader.peek());
            if (reader.peek().is(Kind.SIGN)
                    && COMPARISONS.containsKey(reader.peek().text())) {
                throw reader.refuse(SyntaxMessage.CHAINED_COMPARISON, reader.peek());
            }
            return new Expr.Compare(comparison, sign, left, right);
        }
        return sign.is(Kind.NAME) ? word(left) : left;
    }

    private void refuseMistaken(Token sign) {
        if (sign.is(Kind.SIGN) && MISTAKEN_SIGNS.containsKey(sign.text())) {
            throw reader.refuse(
                    SyntaxMessage.MISTAKEN_SIGN, sign, sign.text(), MISTAKEN_SIGNS.getOrDefault(sign.text(), ""));
        }
        if (sign.is(Kind.NAME) && MISTAKEN_WORDS.containsKey(sign.text())) {
            throw reader.refuse(
                    SyntaxMessage.MISTAKEN_SIGN, sign, sign.text(), MISTAKEN_WORDS.getOrDefault(sign.text(), ""));
        }
    }

    private Expr word(Expr left) {
        boolean negated = reader.at("not") && WORDS.contains(reader.peek(1).text());
        if (negated) {
            reader.next();
        }
        Token word = reader.next();
        if (!WORDS.contains(word.text())) {
            throw unknownWord(word);
        }
        if (word.text().equals("in")) {
            List<Expr> values = list(word);
            return new Expr.Word("in", word, negated, left, values, reader.last());
        }
        Expr value = sum();
        return new Expr.Word(word.text(), word, negated, left, List.of(value), reader.last());
    }

    private Refusal unknownWord(Token word) {
        return NearestName.of(word.text(), WORDS)
                .map(near -> reader.refuse(SyntaxMessage.MISSPELT_OPERATOR, word, word.text(), near))
                .orElseGet(() -> reader.refuse(SyntaxMessage.UNKNOWN_OPERATOR, word, word.text()));
    }

    private List<Expr> list(Token word) {
        if (!reader.accept("(")) {
            throw reader.refuse(SyntaxMessage.LIST_EXPECTED, reader.peek());
        }
        if (reader.at(")")) {
            throw reader.refuse(SyntaxMessage.EMPTY_LIST, word);
        }
        List<Expr> values = new ArrayList<>();
        do {
            values.add(sum());
            if (values.size() > MOST_PARTS) {
                throw reader.refuse(SyntaxMessage.TOO_MANY_PARTS, reader.last(), MOST_PARTS);
            }
        } while (reader.accept(","));
        reader.expect(")");
        return values;
    }

    /** Reads a value without comparison. */
    Expr sum() {
        enter();
        Expr left = product();
        int parts = 1;
        while (reader.at("+") || reader.at("-")) {
            Token sign = reader.next();
            left = arithmetic(sign.is("+") ? Operator.ADD : Operator.SUBTRACT, sign, left, product(), ++parts);
        }
        depth--;
        return left;
    }

    private Expr product() {
        Expr left = unary();
        int parts = 1;
        while (reader.at("*") || reader.at("/")) {
            Token sign = reader.next();
            left = arithmetic(sign.is("*") ? Operator.MULTIPLY : Operator.DIVIDE, sign, left, unary(), ++parts);
        }
        return left;
    }

    private Expr arithmetic(Operator operator, Token sign, Expr left, Expr right, int parts) {
        if (parts > DEEPEST) {
            throw reader.refuse(SyntaxMessage.TOO_DEEP, sign, DEEPEST);
        }
        return new Expr.Arithmetic(operator, sign, left, right);
    }

    private Expr unary() {
        Token sign = reader.peek();
        if (!reader.accept("!")) {
            return operands.read();
        }
        enter();
        Expr negated = unary();
        depth--;
        return new Expr.Not(sign, negated);
    }
}
