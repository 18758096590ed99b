package io.shirube.engine.cases.coverage;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Left sides that are asked about and never fire. Filled first, then asked; used by one thread. */
final class Probes {

    private final RuleModel model;
    private final List<RuleUnit> rules = new ArrayList<>();
    private @Nullable Evaluator evaluator;

    Probes(RuleModel model) {
        this.model = model;
    }

    /** Adds a left side in place of a rule's own and returns its number. */
    int add(Rule rule, Condition condition) {
        rules.add(new Rule(
                rules.size(),
                rule.name(),
                rule.phase(),
                rule.position(),
                null,
                null,
                condition,
                rule.variables(),
                rule.results(),
                List.of(),
                null,
                null,
                Map.of()));
        return rules.size() - 1;
    }

    /** Returns what a left side comes to. */
    Verdict verdict(int number, Facts facts) {
        Evaluator asked = evaluator;
        if (asked == null) {
            asked = new Evaluator(new RuleModel(
                    model.revision(), model.vocabulary(), rules, List.of(), model.policies(), model.texts()));
            evaluator = asked;
        }
        return asked.verdict((Rule) rules.get(number), facts);
    }
}
