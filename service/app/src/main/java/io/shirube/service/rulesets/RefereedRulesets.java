package io.shirube.service.rulesets;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.referee.Referee;
import io.shirube.engine.referee.WitnessText;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import java.util.List;

/** Makes rulesets of files, and only such on whose every rule the two executors agree. */
public final class RefereedRulesets {

    private static final long SEED = 20_260_101;

    /** Each account is run through every rule of a phase, so a large ruleset gets fewer accounts for each rule. */
    private static final int RULES_IN_FULL = 100;

    private static final int FEWEST_PER_RULE = 12;

    private RefereedRulesets() {}

    /**
     * Reads, lowers and referees the rules of a folder.
     *
     * @param accountsPerRule accounts generated around the constants of each rule, fewer above 100 rules
     */
    public static LoadResult load(RuleBundle bundle, int accountsPerRule) {
        ReadResult read = RulesetReader.read(bundle);
        RuleModel model = read.model();
        if (model == null) {
            return new LoadResult(null, read.findings());
        }
        return Ruleset.load(
                model,
                read.findings(),
                List.of((rules, evaluator, lowered) ->
                        differences(rules, evaluator, lowered, perRule(rules, accountsPerRule))));
    }

    /** Returns on how many generated accounts the executors of a ruleset were compared. */
    public static long accounts(RuleModel model, int accountsPerRule) {
        long accounts = 0;
        for (Phase phase : Phase.values()) {
            int units = model.units(phase).size();
            accounts += units == 0 ? 0 : (units + 1L) * perRule(model, accountsPerRule);
        }
        return accounts;
    }

    private static int perRule(RuleModel model, int wanted) {
        int units = Math.max(1, model.units().size());
        int affordable = Math.max(FEWEST_PER_RULE, (int) ((long) wanted * RULES_IN_FULL / units));
        return Math.min(wanted, affordable);
    }

    private static List<Finding> differences(
            RuleModel model, RuleExecutor evaluator, RuleExecutor lowered, int accountsPerRule) {
        return Referee.search(model, evaluator, lowered, accountsPerRule, SEED)
                .map(difference -> List.of(WitnessText.finding(model, difference)))
                .orElse(List.of());
    }
}
