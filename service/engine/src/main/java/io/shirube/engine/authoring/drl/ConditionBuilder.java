package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.PatternReader;
import io.shirube.engine.authoring.expression.Scope;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.TokenReader;
import io.shirube.engine.authoring.expression.Tokens;
import io.shirube.engine.internal.drools.parse.Outline;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the structure of a left side into conditions. Items of the rule's tuple are numbered first, in the order
 * written; those inside not, exists and accumulate behind them.
 */
final class ConditionBuilder {

    /** How many collection patterns may be joined. */
    static final int MOST_JOINS = 4;

    /** How many conjunctions the {@code or} of a rule may make. */
    static final int MOST_BRANCHES = 64;

    private final Names names;
    private final Tokens tokens;
    private final FindingSink findings;
    private final FigureBuilder figures;
    private final List<Outline.Pattern> patterns = new ArrayList<>();
    private final int textStart;
    private int nextVariable;
    private int nextInner;

    ConditionBuilder(Names names, Tokens tokens, int textStart, FindingSink findings) {
        this.names = names;
        this.tokens = tokens;
        this.findings = findings;
        this.textStart = textStart;
        this.figures = new FigureBuilder(names, tokens, findings);
    }

    /** Returns the whole left side; {@code scope} gets the names that consequences and reasons may use. */
    Condition build(List<Lhs> parts, Origin origin, Scope scope) {
        nextInner = parts.stream().mapToInt(this::items).sum();
        List<Condition> built =
                parts.stream().map(part -> build(part, scope, false)).toList();
        return new Condition.Both(built, origin);
    }

    /** Returns how many items a tuple has. */
    int variables() {
        return nextVariable;
    }

    /** Returns how many figures there are. */
    int results() {
        return figures.results();
    }

    /** Returns what Drools should read in the same text. */
    Outline outline(List<Lhs> parts) {
        List<String> inner = spliced(parts, Lhs.All.class);
        return new Outline(inner.size() == 1 ? inner.get(0) : "and(" + String.join(",", inner) + ")", patterns);
    }

    private static String shape(Lhs lhs) {
        if (lhs instanceof Lhs.All all) {
            return "and(" + String.join(",", spliced(all.parts(), Lhs.All.class)) + ")";
        }
        if (lhs instanceof Lhs.Any any) {
            return "or(" + String.join(",", spliced(any.parts(), Lhs.Any.class)) + ")";
        }
        if (lhs instanceof Lhs.Quantified quantified) {
            return (quantified.exists() ? "exists(" : "not(") + shape(quantified.inner()) + ")";
        }
        return lhs instanceof Lhs.Figures accumulate
                ? "accumulate(" + shape(accumulate.source()) + ")"
                : ((Lhs.Fact) lhs).type().text();
    }

    private static List<String> spliced(List<Lhs> parts, Class<? extends Lhs> joining) {
        List<String> shapes = new ArrayList<>();
        for (Lhs part : parts) {
            if (!joining.isInstance(part)) {
                shapes.add(shape(part));
            } else if (part instanceof Lhs.All all) {
                shapes.addAll(spliced(all.parts(), joining));
            } else if (part instanceof Lhs.Any any) {
                shapes.addAll(spliced(any.parts(), joining));
            }
        }
        return shapes;
    }

    /** Counts the items of the tuple. */
    private int items(Lhs lhs) {
        if (lhs instanceof Lhs.All all) {
            return all.parts().stream().mapToInt(this::items).sum();
        }
        if (lhs instanceof Lhs.Any any) {
            return any.parts().stream().mapToInt(this::items).sum();
        }
        return lhs instanceof Lhs.Fact fact && !type(fact).isSingleton() ? 1 : 0;
    }

    private Condition build(Lhs lhs, Scope scope, boolean quantified) {
        Origin origin = tokens.origin(lhs.first(), lhs.last());
        if (lhs instanceof Lhs.All all) {
            return new Condition.Both(
                    all.parts().stream()
                            .map(part -> build(part, scope, quantified))
                            .toList(),
                    origin);
        }
        if (lhs instanceof Lhs.Any any) {
            return new Condition.Either(
                    any.parts().stream().map(part -> branch(part, scope)).toList(), origin);
        }
        if (lhs instanceof Lhs.Quantified inner) {
            return quantify(inner, scope, origin);
        }
        if (lhs instanceof Lhs.Figures accumulate) {
            Scope inner = scope.inner();
            Condition.Match source = (Condition.Match) fact(accumulate.source(), inner, true);
            Condition built = figures.build(accumulate, source, inner, scope, origin);
            scope.hide(inner);
            return built;
        }
        return fact((Lhs.Fact) lhs, scope, quantified);
    }

    private Condition branch(Lhs part, Scope scope) {
        Scope inner = scope.inner();
        Condition built = build(part, inner, false);
        scope.hide(inner);
        return built;
    }

    /** A singleton is there exactly once, so that its quantifier says no more than its condition. */
    private Condition quantify(Lhs.Quantified quantified, Scope scope, Origin origin) {
        Scope inner = scope.inner();
        Condition built = build(quantified.inner(), inner, true);
        scope.hide(inner);
        if (built instanceof Condition.OnAccount account) {
            Constraint constraint = account.constraint();
            return new Condition.OnAccount(
                    quantified.exists() ? constraint : new Constraint.Not(constraint, origin), origin);
        }
        return quantified.exists() ? new Condition.Exists(built, origin) : new Condition.NotExists(built, origin);
    }

    private FactType type(Lhs.Fact fact) {
        return names.factType(fact.type().text()).orElseThrow();
    }

    private Condition fact(Lhs.Fact fact, Scope scope, boolean quantified) {
        FactType type = type(fact);
        int variable = Term.ACCOUNT;
        if (!type.isSingleton()) {
            variable = quantified ? nextInner++ : nextVariable++;
        }
        Token binding = fact.binding();
        if (binding != null && !scope.bind(binding.text(), new Scope.Item(variable, type))) {
            findings.add(ConditionMessage.TAKEN_NAME.at(tokens.position(binding), binding.text()));
        }
        Origin origin = tokens.origin(fact.first(), fact.last());
        TokenReader inside = tokens.reader(fact.open() + 1, fact.close());
        PatternReader reader = new PatternReader(names, scope, inside, type, variable, findings);
        Constraint constraint = reader.read(origin);
        patterns.add(new Outline.Pattern(
                fact.type().text(),
                binding == null ? null : binding.text(),
                fact.first().start() - textStart,
                reader.starts().stream().map(start -> start - textStart).toList()));
        return type.isSingleton()
                ? new Condition.OnAccount(constraint, origin)
                : new Condition.Match(variable, type, constraint, origin);
    }
}
