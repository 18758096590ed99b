package io.shirube.service.rulesets;

import io.shirube.engine.decide.LoadOptions;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.ProvenRules;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Loads rules into the engine; proves only what an edit changed since the last. Safe for use by many threads. */
public final class EngineRulesLoader implements RulesLoader {

    private final RefereeMode mode;
    private final RefereeTotals totals;
    private final Consumer<Rules> warmUp;
    private final AtomicReference<@Nullable ProvenRules> proven = new AtomicReference<>();

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
        LoadResult loaded = Ruleset.load(bundle, new LoadOptions(proven.get(), ProgramStore.find(), false));
        Ruleset ruleset = loaded.ruleset();
        if (ruleset == null) {
            return new Loaded(null, loaded.findings());
        }
        proven.set(new ProvenRules(bundle, ruleset.model()));
        EngineRules rules = new EngineRules(ruleset, mode, totals);
        warmUp.accept(rules);
        return new Loaded(rules, loaded.findings());
    }
}
