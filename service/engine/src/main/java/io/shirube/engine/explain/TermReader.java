package io.shirube.engine.explain;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.Term;

/** Tells what a term of a rule is worth for the account and items that made it fire. Safe for use by many threads. */
public final class TermReader {

    private final RuleModel model;
    private final Evaluator evaluator;

    public TermReader(RuleModel model, Evaluator evaluator) {
        this.model = model;
        this.evaluator = evaluator;
    }

    /** Returns the value of a term of the firing's unit. */
    public Quoted read(Term term, Facts facts, Firing firing) {
        return Quoted.of(
                evaluator.value(term, facts, firing.tuple(), model.units().get(firing.unit())));
    }

    /** Returns the value of a term over the account's own fields. */
    public Quoted read(Term term, Facts facts) {
        return Quoted.of(evaluator.value(term, facts));
    }
}
