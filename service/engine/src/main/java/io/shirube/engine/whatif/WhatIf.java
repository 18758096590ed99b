package io.shirube.engine.whatif;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.decide.Variants;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.Field;
import io.shirube.engine.whatif.WhatIfAnswer.ForGoal;
import io.shirube.engine.whatif.WhatIfAnswer.IfKnown;
import io.shirube.engine.whatif.WhatIfAnswer.Proposed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers what would change the decision on an account, by one version of the rules. Immutable, safe for use by many threads;
 * usable while the ruleset is open.
 */
public final class WhatIf {

    private final Ruleset ruleset;
    private final Inputs inputs;
    private final Slices slices;
    private final Sentences sentences;
    private final Goals goals;
    private final Set<Field> read;

    public WhatIf(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.inputs = new Inputs(ruleset.model());
        this.slices = new Slices(ruleset.model(), ruleset.evaluator());
        this.sentences = new Sentences(ruleset.model());
        this.goals = new Goals(ruleset.model(), sentences.words());
        this.read = slices.ofAnything();
    }

    /** Returns how goals are written for these rules. */
    public Goals goals() {
        return goals;
    }

    /** Returns how changes are written for these rules. */
    public Proposals proposals() {
        return new Proposals(inputs);
    }

    /**
     * Answers.
     *
     * @throws InputException when the account, or the account with the caller's changes, tells something impossible
     */
    public WhatIfAnswer answer(WhatIfRequest request) throws InputException {
        Variants account = Variants.of(request.account(), request.asOf(), ruleset);
        Trials trials = new Trials(account, request.most());
        Proposed proposed = request.changes().isEmpty()
                ? null
                : new Proposals(inputs).decided(request.changes(), account, trials, sentences);
        if (request.goals().isEmpty() && proposed != null) {
            return answer(request, trials, proposed, List.of(), null);
        }
        Search search = new Search(account, trials, Slices.among(inputs.all(), read), slices, sentences);
        List<Goal> wanted = request.asksForAll() ? goals.neighbours(search) : request.goals();
        List<ForGoal> found = new ArrayList<>();
        for (Goal goal : wanted) {
            found.add(search.answer(goal, !request.asksForAll()));
        }
        return answer(request, trials, proposed, found, search.missing());
    }

    private WhatIfAnswer answer(
            WhatIfRequest request,
            Trials trials,
            @Nullable Proposed proposed,
            List<ForGoal> found,
            @Nullable List<IfKnown> missing) {
        return new WhatIfAnswer(
                request.account().account().id(),
                request.asOf(),
                ruleset.revision(),
                trials.account().base().engine(),
                trials.now(),
                sentences.now(trials.now()),
                proposed,
                found,
                missing,
                trials.decisions(),
                !trials.gaveUp() && trials.unproven() == 0);
    }
}
