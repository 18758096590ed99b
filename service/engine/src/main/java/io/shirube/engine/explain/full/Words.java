package io.shirube.engine.explain.full;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.IdentityHashMap;
import java.util.regex.Pattern;

/** The authors' words on one line each, made once for a ruleset. Immutable, safe for use by many threads. */
final class Words {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final IdentityHashMap<Origin, String> words = new IdentityHashMap<>();

    Words(RuleModel model) {
        for (RuleUnit unit : model.units()) {
            if (unit instanceof Rule rule) {
                add(rule.condition());
            } else {
                ((Table) unit).rows().forEach(row -> row.cells().forEach(cell -> add(cell.origin())));
            }
        }
    }

    /** Returns what the author wrote. */
    String of(Origin origin) {
        String known = words.get(origin);
        return known == null ? onOneLine(origin) : known;
    }

    private void add(Origin origin) {
        words.put(origin, onOneLine(origin));
    }

    private static String onOneLine(Origin origin) {
        return SPACES.matcher(origin.text().strip()).replaceAll(" ");
    }

    private void add(Condition condition) {
        add(condition.origin());
        if (condition instanceof Condition.OnAccount onAccount) {
            add(onAccount.constraint());
        } else if (condition instanceof Condition.Match match) {
            add(match.constraint());
        } else if (condition instanceof Condition.Both both) {
            both.parts().forEach(this::add);
        } else if (condition instanceof Condition.Either either) {
            either.branches().forEach(this::add);
        } else if (condition instanceof Condition.Exists exists) {
            add(exists.inner());
        } else if (condition instanceof Condition.NotExists notExists) {
            add(notExists.inner());
        } else {
            Condition.Accumulate accumulate = (Condition.Accumulate) condition;
            add(accumulate.source());
            accumulate.constraints().forEach(this::add);
        }
    }

    private void add(Constraint constraint) {
        add(constraint.origin());
        if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(this::add);
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(this::add);
        } else if (constraint instanceof Constraint.Not not) {
            add(not.negated());
        }
    }
}
