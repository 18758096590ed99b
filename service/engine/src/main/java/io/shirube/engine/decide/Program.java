package io.shirube.engine.decide;

import io.shirube.engine.explain.Explainer;
import io.shirube.engine.explain.TermReader;
import io.shirube.engine.rules.RuleModel;

/** What deciding by one ruleset needs and is made once. Immutable, safe for use by many threads. */
final class Program {

    private final RuleModel model;
    private final Explainer explainer;
    private final Conclusions conclusions;

    Program(RuleModel model, TermReader terms) {
        this.model = model;
        this.explainer = new Explainer(model, terms);
        this.conclusions = new Conclusions(model, terms);
    }

    RuleModel model() {
        return model;
    }

    Explainer explainer() {
        return explainer;
    }

    Conclusions conclusions() {
        return conclusions;
    }
}
