package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FigureReader;
import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Refusal;
import io.shirube.engine.authoring.expression.Scope;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.authoring.expression.TokenReader;
import io.shirube.engine.authoring.expression.Tokens;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the functions and the conditions of an accumulate. */
final class FigureBuilder {

    private static final Map<String, Condition.Kind> KINDS = Map.of(
            "count", Condition.Kind.COUNT,
            "sum", Condition.Kind.SUM,
            "min", Condition.Kind.MIN,
            "max", Condition.Kind.MAX,
            "average", Condition.Kind.AVERAGE);

    private final Names names;
    private final Tokens tokens;
    private final FindingSink findings;
    private int nextResult;

    FigureBuilder(Names names, Tokens tokens, FindingSink findings) {
        this.names = names;
        this.tokens = tokens;
        this.findings = findings;
    }

    int results() {
        return nextResult;
    }

    /**
     * @param inner sees what the source bound
     * @param outer gets the results
     */
    Condition build(Lhs.Figures accumulate, Condition.Match source, Scope inner, Scope outer, Origin origin) {
        List<Condition.Function> functions = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        try {
            boolean hasConditions = accumulate.conditions() < accumulate.close();
            int functionsEnd = hasConditions
                            || tokens.list().get(accumulate.conditions() - 1).is(";")
                    ? accumulate.conditions() - 1
                    : accumulate.conditions();
            functions(tokens.reader(accumulate.functions(), functionsEnd), inner, outer, functions);
            Set<Integer> results = new HashSet<>();
            functions.forEach(function -> results.add(function.result()));
            conditions(tokens.reader(accumulate.conditions(), accumulate.close()), outer, results, constraints);
        } catch (Refusal refusal) {
            findings.add(refusal.finding());
            outer.markIncomplete();
        }
        return new Condition.Accumulate(source, functions, constraints, origin);
    }

    private void functions(TokenReader reader, Scope inner, Scope outer, List<Condition.Function> functions) {
        do {
            functions.add(function(reader, inner, outer));
        } while (reader.accept(","));
        if (!reader.atEnd()) {
            throw reader.refuse(ConditionMessage.ACCUMULATE_FORM, reader.peek());
        }
    }

    private Condition.Function function(TokenReader reader, Scope inner, Scope outer) {
        Token name = reader.next();
        if (!name.is(Kind.NAME) || !name.text().startsWith("$") || !reader.accept(":")) {
            throw reader.refuse(ConditionMessage.FIGURE_NAME, name);
        }
        Token function = reader.next();
        Condition.Kind kind = KINDS.get(function.text());
        if (kind == null) {
            throw NearestName.of(
                            function.text(), KINDS.keySet().stream().sorted().toList())
                    .map(near -> reader.refuse(ConditionMessage.MISSPELT_FIGURE, function, function.text(), near))
                    .orElseGet(() -> reader.refuse(ConditionMessage.UNKNOWN_FIGURE, function, function.text()));
        }
        reader.expect("(");
        Term of = argument(reader, function, kind, inner);
        reader.expect(")");
        int result = nextResult++;
        Field field = of instanceof Term.OfField read ? read.field() : null;
        if (!outer.bind(name.text(), new Scope.Result(result, field))) {
            throw reader.refuse(ConditionMessage.TAKEN_NAME, name, name.text());
        }
        return new Condition.Function(result, kind, of, tokens.origin(name, reader.last()));
    }

    private @Nullable Term argument(TokenReader reader, Token function, Condition.Kind kind, Scope inner) {
        boolean none = reader.at(")");
        if (kind == Condition.Kind.COUNT) {
            if (!none) {
                throw reader.refuse(ConditionMessage.COUNT_ARGUMENT, reader.peek());
            }
            return null;
        }
        if (none) {
            throw reader.refuse(ConditionMessage.FIGURE_ARGUMENT, function, function.text());
        }
        return new FigureReader(names, inner, reader).number();
    }

    private void conditions(TokenReader reader, Scope outer, Set<Integer> results, List<Constraint> constraints) {
        while (!reader.atEnd()) {
            constraints.addAll(new FigureReader(names, outer, reader).figures(results));
            if (!reader.atEnd() && !reader.accept(",")) {
                throw reader.refuse(ConditionMessage.ACCUMULATE_FORM, reader.peek());
            }
        }
    }
}
