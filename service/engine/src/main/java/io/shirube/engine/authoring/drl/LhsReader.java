package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.authoring.expression.Message;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Refusal;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.authoring.expression.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the structure of a left side. Its parentheses must pair up and nest no deeper than the language allows, which
 * is looked at before.
 */
final class LhsReader {

    /** How many conditions a left side may list. */
    static final int MOST_PARTS = 100;

    private static final Map<String, Message> REFUSED = Map.of(
            "forall", ConditionMessage.FORALL,
            "eval", ConditionMessage.EVAL_CONDITION,
            "collect", ConditionMessage.COLLECT,
            "groupby", ConditionMessage.COLLECT,
            "from", ConditionMessage.FROM,
            "over", ConditionMessage.WINDOW,
            "do", ConditionMessage.NAMED_CONSEQUENCE,
            "if", ConditionMessage.NAMED_CONSEQUENCE,
            "?", ConditionMessage.QUERY_CALL);
    private static final Map<String, String> JUNCTIONS = Map.of(
            "&&", "and", "AND", "and", "And", "and", "||", "or", "OR", "or", "Or", "or", "!", "not", "NOT", "not",
            "Not", "not", "EXISTS", "exists");
    private static final Set<String> STRAY = Set.of(",", ";", "and", "or", ")");

    private final TokenReader reader;
    private final FactReader facts;
    private final FindingSink findings;
    private boolean broken;

    LhsReader(Names names, TokenReader reader, FindingSink findings) {
        this.reader = reader;
        this.facts = new FactReader(names, reader);
        this.findings = findings;
    }

    /** Reads everything; after a broken part goes on with the next pattern. */
    List<Lhs> read() {
        List<Lhs> parts = new ArrayList<>();
        while (!reader.atEnd()) {
            int from = reader.index();
            try {
                parts.add(alternatives());
                if (parts.size() > MOST_PARTS) {
                    throw reader.refuse(ConditionMessage.TOO_MANY_CONDITIONS, reader.last(), MOST_PARTS);
                }
            } catch (Refusal refusal) {
                broken = true;
                findings.add(refusal.finding());
                skip(from);
            }
        }
        return parts;
    }

    /** Returns whether some part could not be read. */
    boolean isBroken() {
        return broken;
    }

    private void skip(int from) {
        int stopped = Math.max(from + 1, reader.index());
        int depth = 0;
        reader.moveTo(from);
        while (!reader.atEnd() && (reader.index() < stopped || depth > 0 || !facts.startsHere())) {
            Token token = reader.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    private Lhs alternatives() {
        Token first = reader.peek();
        List<Lhs> parts = new ArrayList<>(List.of(conjunction()));
        while (reader.accept("or")) {
            parts.add(conjunction());
        }
        return parts.size() == 1 ? parts.get(0) : new Lhs.Any(parts, first, reader.last());
    }

    private Lhs conjunction() {
        Token first = reader.peek();
        List<Lhs> parts = new ArrayList<>(List.of(part()));
        while (reader.accept("and")) {
            parts.add(part());
        }
        Token after = reader.peek();
        if (after.is("&&") || after.is("||") || after.is("AND") || after.is("OR")) {
            throw reader.refuse(
                    ConditionMessage.PATTERN_WORD, after, after.text(), JUNCTIONS.getOrDefault(after.text(), "and"));
        }
        return parts.size() == 1 ? parts.get(0) : new Lhs.All(parts, first, reader.last());
    }

    private Lhs part() {
        Token first = reader.peek();
        refuseWord(first);
        if (first.is("not") || first.is("exists")) {
            reader.next();
            return quantified(first);
        }
        if (reader.accept("(")) {
            refusePrefix(reader.peek());
            Lhs inner = alternatives();
            reader.expect(")");
            return inner;
        }
        if (first.is("accumulate") || first.is("acc")) {
            return facts.figures();
        }
        return facts.fact();
    }

    private void refuseWord(Token first) {
        Message refused = REFUSED.get(first.text());
        if (refused != null && !first.is(Kind.TEXT)) {
            throw reader.refuse(refused, first, first.text());
        }
        if (JUNCTIONS.containsKey(first.text()) && !first.is(Kind.TEXT)) {
            throw reader.refuse(
                    ConditionMessage.PATTERN_WORD, first, first.text(), JUNCTIONS.getOrDefault(first.text(), "and"));
        }
        if (STRAY.contains(first.text()) && !first.is(Kind.TEXT)) {
            throw reader.refuse(ConditionMessage.STRAY_SIGN, first, first.text());
        }
    }

    private void refusePrefix(Token junction) {
        if (junction.is("and") || junction.is("or")) {
            throw reader.refuse(ConditionMessage.PREFIX_JUNCTION, junction, junction.text());
        }
    }

    private Lhs quantified(Token word) {
        List<Lhs> parts = new ArrayList<>();
        Token first = reader.peek();
        boolean several = reader.accept("(");
        refusePrefix(reader.peek());
        do {
            parts.add(quantifiedPart());
        } while (several && reader.accept("and"));
        if (several) {
            Token after = reader.peek();
            if (after.is("or")) {
                throw reader.refuse(ConditionMessage.NESTED_QUANTIFIER, after, after.text());
            }
            reader.expect(")");
        }
        Lhs inner = parts.size() == 1 ? parts.get(0) : new Lhs.All(parts, first, reader.last());
        return new Lhs.Quantified(word.is("exists"), word, inner);
    }

    private Lhs quantifiedPart() {
        Token first = reader.peek();
        if (first.is("not") || first.is("exists") || first.is("accumulate") || first.is("acc") || first.is("(")) {
            throw reader.refuse(ConditionMessage.NESTED_QUANTIFIER, first, first.text());
        }
        refuseWord(first);
        return facts.fact();
    }
}
