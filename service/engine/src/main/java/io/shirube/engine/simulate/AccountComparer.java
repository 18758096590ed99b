package io.shirube.engine.simulate;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.ActionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides accounts by a baseline and a candidate, and explains those that differ. Safe for use by many threads. */
public final class AccountComparer {

    private final Ruleset baseline;
    private final Ruleset candidate;
    private final Blamer blamer;
    private final Effort effort;
    private final LocalDate asOf;
    private final Set<String> reachesBefore;
    private final Set<String> reachesAfter;
    private final Decider decider = new Decider();

    public AccountComparer(Ruleset baseline, Ruleset candidate, Blamer blamer, Effort effort, LocalDate asOf) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.blamer = blamer;
        this.effort = effort;
        this.asOf = asOf;
        this.reachesBefore = reaching(baseline);
        this.reachesAfter = reaching(candidate);
    }

    private static Set<String> reaching(Ruleset rules) {
        return rules.model().actions().stream()
                .filter(ActionType::customerFacing)
                .map(ActionType::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the day as of which accounts are decided. */
    public LocalDate asOf() {
        return asOf;
    }

    /** @throws InputException when the snapshot cannot be decided on by one of the two */
    public Compared compare(AccountSnapshot snapshot) throws InputException {
        Decision was = decider.decide(snapshot, asOf, baseline, RefereeMode.SAMPLED, Explain.NONE);
        Decision is = decider.decide(snapshot, asOf, candidate, RefereeMode.SAMPLED, Explain.NONE);
        Side before = Side.of(was, effort, reachesBefore);
        Side after = Side.of(is, effort, reachesAfter);
        boolean differs = !before.outcome().equals(after.outcome());
        return new Compared(
                snapshot.account().id(),
                snapshot.account().name(),
                arr(snapshot),
                before,
                after,
                Told.of(snapshot, asOf),
                differs ? mover(snapshot, before.outcome(), after.outcome()) : null);
    }

    private static @Nullable Long arr(AccountSnapshot snapshot) {
        AccountSnapshot.Contract contract = snapshot.contract();
        Double arr = contract == null ? null : contract.arr();
        return arr == null ? null : Math.round(arr);
    }

    private Mover mover(AccountSnapshot snapshot, Outcome before, Outcome after) throws InputException {
        Set<String> opened = new TreeSet<>(after.open());
        opened.removeAll(before.open());
        Set<String> withdrawn = new TreeSet<>(before.open());
        withdrawn.addAll(before.held());
        withdrawn.removeAll(after.open());
        withdrawn.removeAll(after.held());
        Set<String> held = new TreeSet<>(after.held());
        held.removeAll(before.held());
        MoverReasons reasons = new MoverReasons(before, after);
        return new Mover(
                new ArrayList<>(opened),
                new ArrayList<>(withdrawn),
                new ArrayList<>(held),
                blamer.blame(snapshot, asOf, after),
                reasons.of(decider.decideWithReasonsOnly(snapshot, asOf, baseline)),
                reasons.of(decider.decideWithReasonsOnly(snapshot, asOf, candidate)));
    }

    /** Returns the edits whose names {@link Blame} tells, by their numbers. */
    public List<Edit> edits() {
        return blamer.edits();
    }
}
