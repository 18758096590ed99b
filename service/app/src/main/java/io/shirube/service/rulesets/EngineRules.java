package io.shirube.service.rulesets;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.whatif.WhatIf;
import io.shirube.io.Explain;
import java.time.LocalDate;

/** A ruleset of the engine. Safe for use by many threads until closed. */
final class EngineRules implements Rules {

    private final Decider decider = new Decider();
    private final Ruleset ruleset;
    private final RefereeMode mode;
    private final RefereeTotals totals;

    EngineRules(Ruleset ruleset, RefereeMode mode, RefereeTotals totals) {
        this.ruleset = ruleset;
        this.mode = mode;
        this.totals = totals;
        totals.add(ruleset.refereeCounts());
    }

    @Override
    public String revision() {
        return ruleset.revision();
    }

    @Override
    public Decision decide(AccountSnapshot snapshot, LocalDate asOf, Explain explain) throws InputException {
        return decider.decide(snapshot, asOf, ruleset, mode, Explanations.of(explain));
    }

    @Override
    public void check(AccountSnapshot snapshot, LocalDate asOf) throws InputException {
        ruleset.factsReader().facts(snapshot, asOf);
    }

    @Override
    public WhatIf whatIf() {
        return new WhatIf(ruleset);
    }

    @Override
    public void close() {
        ruleset.close();
        totals.keep(ruleset.refereeCounts());
    }
}
