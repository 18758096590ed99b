package io.shirube.engine.internal.drools;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the collections that units read, so that no others are inserted. */
final class ReadCollections {

    private ReadCollections() {}

    static Set<FactType> of(List<RuleUnit> units) {
        Set<FactType> types = EnumSet.noneOf(FactType.class);
        for (RuleUnit unit : units) {
            if (unit instanceof Rule rule) {
                collect(rule.condition(), types);
            }
        }
        return types;
    }

    private static void collect(Condition condition, Set<FactType> types) {
        if (condition instanceof Condition.Match match) {
            types.add(match.type());
        } else if (condition instanceof Condition.Both both) {
            both.parts().forEach(part -> collect(part, types));
        } else if (condition instanceof Condition.Either either) {
            either.branches().forEach(branch -> collect(branch, types));
        } else if (condition instanceof Condition.Exists exists) {
            collect(exists.inner(), types);
        } else if (condition instanceof Condition.NotExists not) {
            collect(not.inner(), types);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            types.add(accumulate.source().type());
        }
    }
}
