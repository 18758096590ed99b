package io.shirube.engine.authoring.expression;

import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.rules.SignalType.Computed;
import io.shirube.engine.rules.SignalType.Count;
import io.shirube.engine.rules.SignalType.Derivation;
import io.shirube.engine.rules.SignalType.Extreme;
import io.shirube.engine.rules.SignalType.OverTime;
import io.shirube.engine.rules.SignalType.Trend;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the expressions of catalogues: the value of an action type and the derivation of a signal. Bare names are
 * signals, or account-level fields such as {@code contract.arr}. Used by one thread.
 */
public final class ExpressionParser {

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}d");
    private static final int MOST_DAYS = 3650;
    private static final Map<String, Trend> TRENDS = Map.of(
            "previous", Trend.PREVIOUS,
            "change", Trend.CHANGE,
            "changePerWorkingDay", Trend.CHANGE_PER_WORKING_DAY,
            "average", Trend.AVERAGE);

    private final Names names;
    private final FindingSink findings;

    public ExpressionParser(Names names, FindingSink findings) {
        this.names = names;
        this.findings = findings;
    }

    /**
     * Reads a number, such as {@code contract.arr * 0.1}.
     *
     * @param at place of the first character
     * @param phase of the rules that could read what the expression reads
     * @return empty when there was an error, which then is among the findings
     */
    public Optional<Term> term(String text, Position at, Phase phase) {
        return whole(
                text,
                at,
                reader -> new TermTyper(account(reader.tokens(), Scope.of(phase)))
                        .number(new ExprReader(reader, true).sum()));
    }

    /**
     * Reads how a signal is computed: a number, or one of {@code previous change changePerWorkingDay average
     * count lowest highest}.
     *
     * @param at place of the first character
     * @return empty when there was an error, which then is among the findings
     */
    public Optional<Derivation> derivation(String text, Position at) {
        return whole(text, at, this::derivation);
    }

    private <T> Optional<T> whole(String text, Position at, Function<TokenReader, T> parser) {
        boolean[] failed = new boolean[1];
        FindingSink watching = finding -> {
            failed[0] |= finding.severity() == Severity.ERROR;
            findings.add(finding);
        };
        TokenReader reader = Tokenizer.read(SourceText.at(at, text), watching).reader();
        Optional<Finding> wrong = Brackets.firstWrong(reader);
        if (failed[0]) {
            return Optional.empty();
        }
        wrong.ifPresent(findings::add);
        if (reader.atEnd() && wrong.isEmpty()) {
            findings.add(SyntaxMessage.EMPTY_EXPRESSION.at(at));
        }
        if (reader.atEnd() || wrong.isPresent()) {
            return Optional.empty();
        }
        try {
            T read = parser.apply(reader);
            if (!reader.atEnd()) {
                Token left = reader.peek();
                throw reader.refuse(SyntaxMessage.VALUE_EXPECTED, left, left.text());
            }
            return Optional.of(read);
        } catch (Refusal refusal) {
            findings.add(refusal.finding());
            return Optional.empty();
        }
    }

    private NameReading account(Tokens tokens, Scope scope) {
        return new NameReading(names, scope, tokens, null, Term.ACCOUNT, true);
    }

    private Derivation derivation(TokenReader reader) {
        Token function = reader.peek();
        if (!function.is(Kind.NAME) || !reader.peek(1).is("(")) {
            return computed(reader);
        }
        Trend trend = TRENDS.get(function.text());
        if (trend != null) {
            return history(trend, reader);
        }
        return switch (function.text()) {
            case "count", "lowest", "highest" -> overItems(reader);
            default -> computed(reader);
        };
    }

    private Derivation computed(TokenReader reader) {
        NameReading reading = account(reader.tokens(), Scope.ofInputs());
        return new Computed(new TermTyper(reading).number(new ExprReader(reader, true).sum()));
    }

    private Derivation history(Trend trend, TokenReader reader) {
        reader.next();
        reader.expect("(");
        Expr source = new ExprReader(reader, true).sum();
        NameReading reading = account(reader.tokens(), Scope.ofInputs());
        if (!(source instanceof Expr.Path path)) {
            throw reader.refuse(NameMessage.SIGNAL_EXPECTED, source.first());
        }
        Field field = reading.resolve(path).field();
        if (field.owner() != FactType.SIGNALS || field.type() != ValueType.NUMBER) {
            throw reader.refuse(NameMessage.SIGNAL_EXPECTED, source.first());
        }
        reader.expect(",");
        int days = days(reader);
        reader.expect(")");
        return new OverTime(trend, field, days);
    }

    private static int days(TokenReader reader) {
        Token token = reader.next();
        int days = DAYS.matcher(token.text()).matches()
                ? Integer.parseInt(token.text().substring(0, token.text().length() - 1))
                : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw reader.refuse(NameMessage.DAYS_EXPECTED, token, token.text());
        }
        return days;
    }

    private Derivation overItems(TokenReader reader) {
        Token function = reader.next();
        reader.expect("(");
        Condition.Match items = items(reader);
        if (function.is("count")) {
            reader.expect(")");
            return new Count(items);
        }
        reader.expect(",");
        NameReading reading =
                new NameReading(names, Scope.ofInputs(), reader.tokens(), items.type(), items.variable(), false);
        Expr value = new ExprReader(reader, false).sum();
        Term of = date(reading, value).orElseGet(() -> new TermTyper(reading).number(value));
        reader.expect(")");
        return new Extreme(items, of, function.is("highest"));
    }

    private static Optional<Term> date(NameReading reading, Expr value) {
        if (value instanceof Expr.Path path && reading.canResolve(path)) {
            Term.OfField field = reading.resolve(path);
            return field.field().type() == ValueType.DATE ? Optional.of(field) : Optional.empty();
        }
        return Optional.empty();
    }

    private Condition.Match items(TokenReader reader) {
        Token name = reader.next();
        String collections = "Ticket, Contact, Action, Outcome";
        FactType type = names.factType(name.text())
                .filter(found -> !found.isSingleton())
                .orElseThrow(() -> reader.refuse(NameMessage.COLLECTION_EXPECTED, name, collections));
        reader.expect("(");
        int open = reader.index();
        int depth = 1;
        while (depth > 0 && !reader.atEnd()) {
            Token token = reader.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        Tokens tokens = reader.tokens();
        PatternReader inside = new PatternReader(
                names, Scope.ofInputs(), tokens.reader(open, reader.index() - 1), type, 0, finding -> {
                    if (finding.severity() == Severity.ERROR) {
                        throw new Refusal(finding);
                    }
                    findings.add(finding);
                });
        Constraint constraint = inside.read(tokens.origin(name, reader.last()));
        return new Condition.Match(0, type, constraint, tokens.origin(name, reader.last()));
    }
}
