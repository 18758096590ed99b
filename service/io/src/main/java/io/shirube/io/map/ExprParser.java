package io.shirube.io.map;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one expression. What is wrong is reported at its column. */
final class ExprParser {

    private static final int MOST_DEPTH = 60;

    private final Names names;
    private final Report report;
    private final Position at;
    private final List<ExprToken> tokens;
    private int next;
    private int depth;

    private ExprParser(List<ExprToken> tokens, Names names, Report report, Position at) {
        this.tokens = tokens;
        this.names = names;
        this.report = report;
        this.at = at;
    }

    /** Returns the expression, or nothing after having said why. */
    static Optional<Expr> read(String text, Names names, Report report, Position at) {
        try {
            ExprParser parser = new ExprParser(ExprToken.split(text, report, at), names, report, at);
            Expr expr = parser.either();
            if (parser.next < parser.tokens.size()) {
                throw parser.syntax();
            }
            return Optional.of(expr);
        } catch (ExprToken.Refused said) {
            return Optional.empty();
        }
    }

    private Expr either() throws ExprToken.Refused {
        if (++depth > MOST_DEPTH) {
            throw syntax();
        }
        Expr left = both();
        while (take("or")) {
            left = new Expr.Logic(false, expect(left, Type.BOOLEAN), expect(both(), Type.BOOLEAN));
        }
        depth--;
        return left;
    }

    private Expr both() throws ExprToken.Refused {
        Expr left = not();
        while (take("and")) {
            left = new Expr.Logic(true, expect(left, Type.BOOLEAN), expect(not(), Type.BOOLEAN));
        }
        return left;
    }

    private Expr not() throws ExprToken.Refused {
        boolean negated = false;
        while (take("not")) {
            negated = !negated;
        }
        Expr inner = comparison();
        return negated ? new Expr.Not(expect(inner, Type.BOOLEAN)) : inner;
    }

    private Expr comparison() throws ExprToken.Refused {
        Expr left = sum();
        for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (take(operator)) {
                Expr right = sum();
                if (!left.type().fits(right.type())) {
                    throw mismatch(left.type(), right.type());
                }
                return new Expr.Comparison(operator, left, right);
            }
        }
        return left;
    }

    private Expr sum() throws ExprToken.Refused {
        Expr left = product();
        while (peek("+") || peek("-")) {
            char operator = tokens.get(next++).text().charAt(0);
            left = new Expr.Arithmetic(operator, expect(left, Type.NUMBER), expect(product(), Type.NUMBER));
        }
        return left;
    }

    private Expr product() throws ExprToken.Refused {
        Expr left = single();
        while (peek("*") || peek("/")) {
            char operator = tokens.get(next++).text().charAt(0);
            left = new Expr.Arithmetic(operator, expect(left, Type.NUMBER), expect(single(), Type.NUMBER));
        }
        return left;
    }

    private Expr single() throws ExprToken.Refused {
        boolean negative = false;
        while (take("-")) {
            negative = !negative;
        }
        Expr inner = primary();
        Expr zero = new Expr.Literal(Type.NUMBER, BigDecimal.ZERO);
        return negative ? new Expr.Arithmetic('-', zero, expect(inner, Type.NUMBER)) : inner;
    }

    private Expr primary() throws ExprToken.Refused {
        if (take("(")) {
            Expr inner = either();
            require(")");
            return inner;
        }
        if (next >= tokens.size()) {
            throw syntax();
        }
        String word = tokens.get(next).text();
        char first = word.charAt(0);
        if (Character.isDigit(first)) {
            next++;
            return new Expr.Literal(Type.NUMBER, new BigDecimal(word));
        }
        if (first == '\'') {
            next++;
            return new Expr.Literal(Type.TEXT, word.substring(1, word.length() - 1));
        }
        if (!Character.isLetter(first) && first != '_') {
            throw syntax();
        }
        next++;
        return peek("(") ? call(word) : name(word);
    }

    private Expr name(String word) throws ExprToken.Refused {
        Expr constant = Expr.Literal.named(word);
        if (constant != null) {
            return constant;
        }
        Optional<Expr.Column> column = names.find(word);
        if (column.isEmpty()) {
            throw refuse(
                    tokens.get(next - 1).offset(),
                    say("「" + word + "」という列はありません。", "There is no column \"" + word + "\"."),
                    Hint.of(word, names.words()));
        }
        return column.get();
    }

    private Expr call(String word) throws ExprToken.Refused {
        int at = next - 1;
        Optional<Function> function = Function.named(word);
        if (function.isEmpty()) {
            throw refuse(
                    tokens.get(at).offset(),
                    say("「" + word + "」という関数はありません。", "There is no function \"" + word + "\"."),
                    Hint.of(
                            word,
                            Arrays.stream(Function.values()).map(Function::word).toList()));
        }
        require("(");
        List<Expr> arguments = new ArrayList<>();
        do {
            arguments.add(either());
        } while (take(","));
        require(")");
        return typed(function.get(), arguments, at);
    }

    private Expr typed(Function function, List<Expr> arguments, int token) throws ExprToken.Refused {
        List<Type> parameters = function.parameters();
        if (!function.isOfAny() && arguments.size() != parameters.size()) {
            throw refuse(
                    tokens.get(token).offset(),
                    say(
                            function.word() + " の引数は" + parameters.size() + "個です。",
                            function.word() + " takes " + parameters.size() + " arguments."),
                    say("引数の数を確かめてください。", "Look at the number of arguments."));
        }
        Type common = Type.NOTHING;
        for (int i = 0; i < arguments.size(); i++) {
            Type wanted = function.isOfAny() ? Type.NOTHING : parameters.get(i);
            Expr argument = expect(arguments.get(i), wanted);
            boolean free = wanted == Type.NOTHING && function != Function.CONCAT;
            if (free && !argument.type().fits(common)) {
                throw mismatch(common, argument.type());
            }
            common = free && common == Type.NOTHING ? argument.type() : common;
        }
        return new Expr.Call(function, function.result() == Type.NOTHING ? common : function.result(), arguments);
    }

    private Expr expect(Expr expr, Type wanted) throws ExprToken.Refused {
        if (!expr.type().fits(wanted)) {
            throw mismatch(wanted, expr.type());
        }
        return expr;
    }

    private ExprToken.Refused mismatch(Type wanted, Type got) {
        return refuse(
                tokens.get(Math.max(0, next - 1)).offset(),
                say(
                        wanted.label().ja() + "の場所に" + got.label().ja() + "があります。",
                        "A " + got.label().en() + " stands where a "
                                + wanted.label().en() + " is needed."),
                say("列の type を確かめてください。", "Look at the type of the columns."));
    }

    private boolean peek(String text) {
        return next < tokens.size() && tokens.get(next).text().equals(text);
    }

    private boolean take(String text) {
        boolean there = peek(text);
        next += there ? 1 : 0;
        return there;
    }

    private void require(String text) throws ExprToken.Refused {
        if (!take(text)) {
            throw syntax();
        }
    }

    private ExprToken.Refused syntax() {
        boolean end = next >= tokens.size();
        return refuse(
                end ? 0 : tokens.get(next).offset(),
                end
                        ? say("式が途中で終わっています。", "The expression ends too early.")
                        : say(
                                "「" + tokens.get(next).text() + "」はここに置けません。",
                                "\"" + tokens.get(next).text() + "\" cannot stand here."),
                say("かっこと演算子を確かめてください。", "Look at brackets and operators."));
    }

    private ExprToken.Refused refuse(int offset, Text what, Text tryThis) {
        return ExprToken.refuse(report, at, offset, what, tryThis);
    }
}
