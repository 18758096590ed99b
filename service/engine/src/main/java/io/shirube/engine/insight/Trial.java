package io.shirube.engine.insight;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A threshold that is tried on the book: the rules with one number changed, and what they come to. */
final class Trial {

    private static final int MONTH_DAYS = 30;

    final Threshold threshold;
    final double to;
    private final Rule relaxed;
    private final Ruleset rules;
    private final Decider decider = new Decider();
    long accounts;
    long actions;
    double hours;

    Trial(RuleModel model, Threshold threshold, double to) {
        this.threshold = threshold;
        this.to = to;
        this.relaxed = threshold.with(to);
        List<RuleUnit> units = new ArrayList<>(model.units());
        units.set(relaxed.number(), relaxed);
        this.rules = Ruleset.byMeaning(new RuleModel(
                model.revision(), model.vocabulary(), units, model.actions(), model.policies(), model.texts()));
    }

    /**
     * Takes an account. It is decided on again only if the rule fires otherwise for it, because nothing else reads what
     * changed.
     *
     * @param facts as the last phase read them
     * @param before what was decided with the rules as they are
     * @param fires whether the rule fires as it is
     */
    void add(AccountSnapshot snapshot, LocalDate asOf, Facts facts, Decision before, boolean fires)
            throws InputException {
        boolean firesNow = !rules.evaluator().fire(relaxed, facts).isEmpty();
        if (fires == firesNow) {
            return;
        }
        Decision after = decider.decide(snapshot, asOf, rules, RefereeMode.NEVER, Explain.NONE);
        accounts += (before.actions().isEmpty() ? 1 : 0) - (after.actions().isEmpty() ? 1 : 0);
        actions += after.actions().size() - before.actions().size();
        hours += hours(after, asOf) - hours(before, asOf);
    }

    private static double hours(Decision decision, LocalDate asOf) {
        return decision.actions().stream()
                .filter(action -> !action.dueOn().isAfter(asOf.plusDays(MONTH_DAYS)))
                .mapToDouble(action -> Double.isFinite(action.effortHours()) ? action.effortHours() : 0)
                .sum();
    }
}
