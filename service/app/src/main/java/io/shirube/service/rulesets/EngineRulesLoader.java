package io.shirube.service.rulesets;

import io.shirube.engine.decide.LoadOptions;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.ProvenRules;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Loads rules into the engine; proves only what an edit changed since the last. Safe for use by many threads. */
public final class EngineRulesLoader implements RulesLoader {

    private final RefereeMode mode;
    private final RefereeTotals totals;
    private final Consumer<Rules> warmUp;
    private final AtomicInteger rehearsals;
    private final AtomicReference<@Nullable Last> last = new AtomicReference<>();

    private record Last(RuleBundle bundle, Ruleset ruleset) {

        ProvenRules proven() {
            return new ProvenRules(bundle, ruleset.model());
        }
    }

    /**
     * @param mode which decisions are refereed
     * @param warmUp decides with fresh rules before they are used
     * @param rehearsals how often an edit is rehearsed
     */
    public EngineRulesLoader(RefereeMode mode, RefereeTotals totals, Consumer<Rules> warmUp, int rehearsals) {
        this.mode = mode;
        this.totals = totals;
        this.warmUp = warmUp;
        this.rehearsals = new AtomicInteger(rehearsals);
    }

    @Override
    public Loaded load(RuleBundle bundle) {
        Last before = last.get();
        LoadOptions options = new LoadOptions(before == null ? null : before.proven(), ProgramStore.find(), false);
        LoadResult loaded = Ruleset.load(bundle, options);
        Ruleset ruleset = loaded.ruleset();
        if (ruleset == null) {
            return new Loaded(null, loaded.findings());
        }
        last.set(new Last(bundle, ruleset));
        EngineRules rules = new EngineRules(ruleset, mode, totals);
        warmUp.accept(rules);
        return new Loaded(rules, loaded.findings());
    }

    @Override
    public boolean rehearse() {
        Last now = last.get();
        int turn = rehearsals.getAndDecrement();
        if (now == null || turn <= 0) {
            return false;
        }
        now.ruleset().rehearse(now.bundle(), turn);
        return true;
    }
}
