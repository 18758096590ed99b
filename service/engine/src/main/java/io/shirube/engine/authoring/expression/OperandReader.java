package io.shirube.engine.authoring.expression;

import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.model.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the smallest parts of an expression: numbers, texts, names, parentheses. Throws {@link Refusal}. */
final class OperandReader {

    private static final Pattern NUMBER =
            Pattern.compile("(0|[1-9][0-9]{0,17})?(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3}");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> FUNCTIONS = Set.of("min", "max");
    private static final Set<String> NEGATIONS = Set.of("not", "NOT", "Not");
    private static final Map<String, Message> AFTER_A_NAME = Map.of(
            "#", SyntaxMessage.CAST,
            "[", SyntaxMessage.INDEX,
            "?.", SyntaxMessage.NULL_SAFE_DOT,
            "!.", SyntaxMessage.NULL_SAFE_DOT,
            "::", SyntaxMessage.METHOD_CALL,
            "++", SyntaxMessage.NO_ASSIGNMENT,
            "--", SyntaxMessage.NO_ASSIGNMENT,
            ":=", SyntaxMessage.NO_ASSIGNMENT);

    private final TokenReader reader;
    private final ExprReader expressions;
    private final boolean functions;

    OperandReader(TokenReader reader, ExprReader expressions, boolean functions) {
        this.reader = reader;
        this.expressions = expressions;
        this.functions = functions;
    }

    Expr read() {
        Token token = reader.peek();
        Expr read = switch (token.kind()) {
            case NUMBER -> number(token);
            case TEXT -> new Expr.Txt(reader.next());
            case NAME -> name(token);
            case SIGN -> sign(token);
            case BROKEN -> throw reader.refuse(SyntaxMessage.VALUE_EXPECTED, token, token.text());
            case END -> throw reader.refuse(SyntaxMessage.VALUE_MISSING, token);
        };
        refusePercent(read);
        return read;
    }

    private Expr number(Token token) {
        refuseThousands(token);
        refuseDate(token);
        Token unit = reader.peek(1);
        if (unit.is(Kind.NAME) && unit.start() == token.end()) {
            throw reader.refuse(SyntaxMessage.NUMBER_FORM, token, token.text() + unit.text());
        }
        reader.next();
        return new Expr.Num(value(token), token, token);
    }

    private double value(Token token) {
        if (!NUMBER.matcher(token.text()).matches()) {
            throw reader.refuse(SyntaxMessage.NUMBER_FORM, token, token.text());
        }
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw reader.refuse(SyntaxMessage.NUMBER_FORM, token, token.text());
        }
        return value;
    }

    /** {@code 1,000}: a comma joins conditions, so the digits after it would be a condition of their own. */
    private void refuseThousands(Token token) {
        StringBuilder whole = new StringBuilder(token.text());
        int last = 0;
        while (isThousands(reader.peek(last), reader.peek(last + 1), reader.peek(last + 2))) {
            last += 2;
            whole.append(reader.peek(last).text());
        }
        if (last > 0) {
            Token comma = reader.peek(1);
            reader.moveTo(reader.index() + last + 1);
            throw reader.refuse(SyntaxMessage.THOUSANDS_COMMA, comma, whole);
        }
    }

    private static boolean isThousands(Token before, Token comma, Token digits) {
        boolean touching = comma.is(",") && comma.start() == before.end() && digits.start() == comma.end();
        return touching
                && digits.is(Kind.NUMBER)
                && THREE_DIGITS.matcher(digits.text()).matches();
    }

    private void refuseDate(Token token) {
        boolean date = FOUR_DIGITS.matcher(token.text()).matches()
                && (reader.peek(1).is("-") || reader.peek(1).is("/"))
                && reader.peek(2).is(Kind.NUMBER)
                && reader.peek(3).is(reader.peek(1).text())
                && reader.peek(4).is(Kind.NUMBER)
                && reader.peek(4).end() - token.start() <= 10;
        if (date) {
            throw reader.refuse(SyntaxMessage.DATE_WRITTEN, token);
        }
    }

    private Expr name(Token token) {
        if (NEGATIONS.contains(token.text()) && startsOperand(reader.peek(1))) {
            throw reader.refuse(SyntaxMessage.MISTAKEN_SIGN, token, token.text(), "!");
        }
        reader.next();
        return switch (token.text()) {
            case "true", "false" -> new Expr.Bool(token.text().equals("true"), token);
            case "null" -> new Expr.Null(token);
            case "this" -> throw reader.refuse(SyntaxMessage.THIS, token);
            case "new" -> throw reader.refuse(SyntaxMessage.METHOD_CALL, token, "new");
            default -> path(token);
        };
    }

    private static boolean startsOperand(Token token) {
        return token.is(Kind.NAME) || token.is("(");
    }

    private Expr path(Token first) {
        if (reader.at("(")) {
            return call(first);
        }
        List<Token> parts = new ArrayList<>(List.of(first));
        while (reader.at(".") && reader.peek(1).is(Kind.NAME)) {
            reader.next();
            parts.add(reader.next());
        }
        Expr.Path path = new Expr.Path(parts);
        Token after = reader.peek();
        if (after.is("(")) {
            throw reader.refuse(SyntaxMessage.METHOD_CALL, path.last(), path.text());
        }
        Optional.ofNullable(after.is(Kind.SIGN) ? AFTER_A_NAME.get(after.text()) : null)
                .ifPresent(message -> {
                    throw reader.refuse(message, after, after.text());
                });
        return path;
    }

    private Expr call(Token name) {
        if (name.text().equals("eval")) {
            throw reader.refuse(SyntaxMessage.EVAL, name);
        }
        if (!functions) {
            throw reader.refuse(SyntaxMessage.FUNCTION_CALL, name, name.text());
        }
        if (!FUNCTIONS.contains(name.text())) {
            throw reader.refuse(NameMessage.UNKNOWN_FUNCTION, name, name.text());
        }
        reader.expect("(");
        List<Expr> arguments = new ArrayList<>();
        while (!reader.at(")")) {
            arguments.add(expressions.read());
            if (!reader.at(")")) {
                reader.expect(",");
            }
        }
        return new Expr.Call(name, arguments, reader.next());
    }

    private Expr sign(Token sign) {
        if (reader.accept("(")) {
            Expr inside = expressions.read();
            reader.expect(")");
            return inside;
        }
        if (sign.is("-") && reader.peek(1).is(Kind.NUMBER)) {
            reader.next();
            Token digits = reader.peek();
            number(digits);
            return new Expr.Num(-value(digits), sign, digits);
        }
        if (COMPARISONS.contains(sign.text())) {
            throw reader.refuse(SyntaxMessage.LEFT_SIDE_MISSING, sign, sign.text());
        }
        throw reader.refuse(SyntaxMessage.VALUE_EXPECTED, sign, sign.text());
    }

    private void refusePercent(Expr read) {
        if (!reader.at("%")) {
            return;
        }
        if (read instanceof Expr.Num number) {
            String ratio = NumberText.of(number.value() / 100);
            throw reader.refuse(SyntaxMessage.PERCENT_SIGN, reader.peek(), NumberText.of(number.value()), ratio);
        }
        throw reader.refuse(SyntaxMessage.NO_REMAINDER, reader.peek());
    }
}
