package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FigureReader;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Refusal;
import io.shirube.engine.authoring.expression.Scope;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.authoring.expression.TokenReader;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Consequence.Policy;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of {@code propose} and {@code hold}. Throws {@link Refusal}. */
final class ActionReader {

    /** The longest name of an evidence class, in UTF-16 units. */
    static final int LONGEST_EVIDENCE = 100;

    /** What tells reasons apart: as in tables, because it becomes part of the action's key. */
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_.-]{1,80}");

    private static final double MOST_CONTEXT = 100;
    private static final int LONGEST_DUE = 250;
    private static final String DEFAULT_KEY = "main";

    private final Names names;
    private final TokenReader reader;
    private final Scope scope;

    ActionReader(Names names, TokenReader reader, Scope scope) {
        this.names = names;
        this.reader = reader;
        this.scope = scope;
    }

    Consequence propose(Token word) {
        ActionType action = action(Verb.PROPOSE);
        Consequence.Key key = reader.accept(",") ? key() : new Consequence.FixedKey(DEFAULT_KEY);
        close(Verb.PROPOSE);
        Double context = null;
        Token evidence = null;
        Integer due = null;
        while (reader.accept(".")) {
            Token addition = reader.next();
            if (addition.is("context")) {
                refuseTwice(addition, context);
                context = context();
            } else if (addition.is("evidence")) {
                refuseTwice(addition, evidence);
                evidence = evidence();
            } else if (addition.is("due")) {
                refuseTwice(addition, due);
                due = due();
            } else {
                throw reader.refuse(ConclusionMessage.UNKNOWN_ADDITION, addition, addition.text());
            }
        }
        return new Consequence.Propose(
                action,
                key,
                context == null ? 0 : context,
                evidence == null ? null : evidence.text(),
                due,
                reader.tokens().origin(word, reader.last()));
    }

    private void refuseTwice(Token addition, @Nullable Object before) {
        if (before != null) {
            throw reader.refuse(ConclusionMessage.DUPLICATE_ADDITION, addition, addition.text());
        }
    }

    private double context() {
        reader.expect("(");
        Token first = reader.peek();
        boolean negative = reader.accept("-");
        Token number = reader.peek();
        if (!number.is(Kind.NUMBER)) {
            throw reader.refuse(ConclusionMessage.CONTEXT_RANGE, first);
        }
        Term term = new FigureReader(names, scope, reader).number();
        boolean fixed = term instanceof Term.Literal literal && Math.abs(literal.value()) <= MOST_CONTEXT;
        if (!fixed || !reader.at(")")) {
            throw reader.refuse(ConclusionMessage.CONTEXT_RANGE, first);
        }
        reader.next();
        double value = ((Term.Literal) term).value();
        return negative ? -value : value;
    }

    private int due() {
        reader.expect("(");
        Token first = reader.peek();
        if (!first.is(Kind.NUMBER)) {
            throw reader.refuse(ConclusionMessage.DUE_RANGE, first, LONGEST_DUE);
        }
        Term term = new FigureReader(names, scope, reader).number();
        boolean fixed = term instanceof Term.Literal literal
                && literal.value() >= 0
                && literal.value() <= LONGEST_DUE
                && literal.value() == Math.rint(literal.value());
        if (!fixed || !reader.at(")")) {
            throw reader.refuse(ConclusionMessage.DUE_RANGE, first, LONGEST_DUE);
        }
        reader.next();
        return (int) ((Term.Literal) term).value();
    }

    private Token evidence() {
        reader.expect("(");
        Token text = reader.next();
        if (!text.is(Kind.TEXT)) {
            throw reader.refuse(ConclusionMessage.ARGUMENTS, text, ".evidence", ".evidence( \"inside-renewal\" )");
        }
        if (text.text().isBlank() || text.text().length() > LONGEST_EVIDENCE) {
            throw reader.refuse(ConclusionMessage.EVIDENCE_LENGTH, text, LONGEST_EVIDENCE);
        }
        reader.expect(")");
        return text;
    }

    private Consequence.Key key() {
        Token first = reader.peek();
        if (first.is(Kind.TEXT)) {
            if (!KEY.matcher(first.text()).matches()) {
                throw reader.refuse(ConclusionMessage.KEY_FORM, first, first.text());
            }
            reader.next();
            return new Consequence.FixedKey(first.text());
        }
        if (!first.is(Kind.NAME) || !first.text().startsWith("$")) {
            throw reader.refuse(ConclusionMessage.KEY_NOT_TEXT, first);
        }
        Term.OfField field = new FigureReader(names, scope, reader).field();
        if (field.field().type() != ValueType.TEXT) {
            throw reader.refuse(ConclusionMessage.KEY_NOT_TEXT, first);
        }
        return new Consequence.FieldKey(field);
    }

    Consequence hold(Token word) {
        ActionType action = action(Verb.HOLD);
        Policy policy = reader.accept(",") ? policy() : Policy.ELIGIBILITY;
        close(Verb.HOLD);
        return new Consequence.Hold(action, policy, reader.tokens().origin(word, reader.last()));
    }

    private Policy policy() {
        Token name = reader.next();
        List<String> known = Arrays.stream(Policy.values()).map(Policy::name).toList();
        if (known.contains(name.text()) && name.is(Kind.NAME)) {
            return Policy.valueOf(name.text());
        }
        throw ConclusionReader.nearest(name, known)
                .map(near -> reader.refuse(ConclusionMessage.MISSPELT_CONSTANT, name, name.text(), "hold", near))
                .orElseGet(() ->
                        reader.refuse(ConclusionMessage.UNKNOWN_CONSTANT, name, name.text(), "hold", Names.all(known)));
    }

    private ActionType action(Verb verb) {
        Token name = reader.peek();
        Optional<ActionType> known = names.action(name.text());
        boolean quoted = name.is(Kind.TEXT);
        if (!quoted && known.isPresent()) {
            reader.next();
            return known.get();
        }
        if (quoted) {
            Optional<ActionType> meant = names.nearestAction(name.text());
            throw reader.refuse(
                    ConclusionMessage.CONSTANT_IN_QUOTES,
                    name,
                    meant.map(ActionType::name).orElse(name.text()));
        }
        if (!name.is(Kind.NAME)) {
            throw reader.refuse(ConclusionMessage.ARGUMENTS, name, verb.word(), verb.example());
        }
        throw names.nearestAction(name.text())
                .map(near -> reader.refuse(ConclusionMessage.MISSPELT_ACTION, name, name.text(), near.name()))
                .orElseGet(() -> reader.refuse(
                        ConclusionMessage.UNKNOWN_ACTION,
                        name,
                        name.text(),
                        Names.some(
                                names.actions().stream().map(ActionType::name).toList())));
    }

    private void close(Verb verb) {
        if (!reader.accept(")")) {
            throw reader.refuse(ConclusionMessage.ARGUMENTS, reader.peek(), verb.word(), verb.example());
        }
    }
}
