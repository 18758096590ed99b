package io.shirube.service.rulesets;

import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import java.util.function.Consumer;

/** Loads rules into the engine. Safe for use by many threads. */
public final class EngineRulesLoader implements RulesLoader {

    /** Enough to meet every constant of every rule, few enough that a saved edit is live at once. */
    private static final int ACCOUNTS_PER_RULE = 40;

    private final RefereeMode mode;
    private final RefereeTotals totals;
    private final Consumer<Rules> warmUp;

    /**
     * @param mode which decisions are refereed
     * @param warmUp decides with fresh rules before they are used
     */
    public EngineRulesLoader(RefereeMode mode, RefereeTotals totals, Consumer<Rules> warmUp) {
        this.mode = mode;
        this.totals = totals;
        this.warmUp = warmUp;
    }

    @Override
    public Loaded load(RuleBundle bundle) {
        LoadResult loaded = RefereedRulesets.load(bundle, ACCOUNTS_PER_RULE);
        Ruleset ruleset = loaded.ruleset();
        if (ruleset == null) {
            return new Loaded(null, loaded.findings());
        }
        EngineRules rules = new EngineRules(ruleset, mode, totals);
        warmUp.accept(rules);
        return new Loaded(rules, loaded.findings());
    }
}
