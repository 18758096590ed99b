package io.shirube.service.decisions;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.whatif.Goal;
import io.shirube.engine.whatif.WhatIf;
import io.shirube.engine.whatif.WhatIfAnswer;
import io.shirube.engine.whatif.WhatIfRequest;
import io.shirube.io.SnapshotReader;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.InputProblems;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.rulesets.ActiveRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what would change a decision by the active rules. Safe for use by many threads. */
public final class WhatIfAccounts {

    /** Fewer than on the command line, because somebody waits for it; the answer says when it was not enough. */
    private static final int MOST = 20_000;

    private final ActiveRules active;
    private final SnapshotReader reader;

    /** @param reader reads one account, kept ones too */
    public WhatIfAccounts(ActiveRules active, SnapshotReader reader) {
        this.active = active;
        this.reader = reader;
    }

    /**
     * Answers for one account.
     *
     * @param json the account
     * @param goals as they are written
     * @param changes the caller's own values by input
     * @throws ProblemException when the account cannot be read or decided on, when a goal or a change is none, or when there
     *     are no rules yet
     */
    public WhatIfAnswer answer(byte[] json, LocalDate asOf, List<String> goals, Map<String, @Nullable Object> changes) {
        try (ActiveRules.Lease lease = active.lease()) {
            WhatIf whatIf = lease.rules().whatIf();
            List<Goal> read = goals(whatIf, goals, changes);
            Assembled entry = reader.read(json);
            if (!entry.problems().isEmpty()) {
                throw new InputException(entry.problems());
            }
            lease.rules().check(entry.draft(), asOf);
            return answer(whatIf, new WhatIfRequest(entry.draft(), asOf, read, changes, MOST));
        } catch (InputException e) {
            throw new ProblemException(InputProblems.of(e.problems()));
        }
    }

    private static List<Goal> goals(WhatIf whatIf, List<String> goals, Map<String, @Nullable Object> changes) {
        List<Goal> read = new ArrayList<>();
        List<InputProblem> problems = new ArrayList<>();
        for (int i = 0; i < goals.size(); i++) {
            try {
                read.add(whatIf.goals().read(goals.get(i), "goals[" + i + "]"));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        try {
            whatIf.proposals().requireKnown(changes.keySet());
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return read;
    }

    /** The account was checked before, so what is wrong now is wrong with a change. */
    private static WhatIfAnswer answer(WhatIf whatIf, WhatIfRequest request) {
        try {
            return whatIf.answer(request);
        } catch (InputException e) {
            throw refused(e.problems());
        }
    }

    private static ProblemException refused(List<InputProblem> problems) {
        return new ProblemException(Problem.of(ErrorCode.INVALID_WHAT_IF, problems));
    }
}
