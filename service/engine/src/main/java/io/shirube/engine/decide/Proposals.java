package io.shirube.engine.decide;

import io.shirube.engine.explain.ReasonKey;
import io.shirube.engine.explain.TermReader;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Policies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what the rules of the last phase propose and hold, whatever the order in which they fired. */
final class Proposals {

    private final TermReader terms;
    private final List<Proposal> proposed = new ArrayList<>();
    private final Map<Integer, Held> holds = new TreeMap<>();

    /** @param policy the policy a rule speaks for when it holds an action */
    record Held(Consequence.Policy policy, Firing by) {}

    private Proposals(TermReader terms) {
        this.terms = terms;
    }

    /** @param restraint names the action types in use; others are as if no rule proposed them */
    static Proposals gather(Run run, List<Firing> firings, TermReader terms, Policies.Restraint restraint) {
        Proposals gathered = new Proposals(terms);
        Map<String, Gathering> byKey = new TreeMap<>();
        for (Firing firing : firings) {
            for (Consequence consequence : run.conclusions().consequences(firing)) {
                if (consequence instanceof Consequence.Propose propose) {
                    if (!restraint.uses(propose.action().name())) {
                        continue;
                    }
                    gathered.propose(run, propose, firing, byKey);
                } else if (consequence instanceof Consequence.Hold hold) {
                    gathered.holds.putIfAbsent(hold.action().number(), new Held(hold.policy(), firing));
                }
            }
        }
        byKey.values().forEach(gathering -> gathered.proposed.add(gathering.proposal()));
        gathered.proposed.sort(
                Comparator.comparingInt((Proposal proposal) -> proposal.type().number())
                        .thenComparing(Proposal::key));
        return gathered;
    }

    private void propose(Run run, Consequence.Propose propose, Firing firing, Map<String, Gathering> byKey) {
        try {
            String key = ReasonKey.of(propose, firing, run.facts(), terms);
            byKey.computeIfAbsent(key, unused -> new Gathering(propose.action(), key))
                    .add(propose, firing);
        } catch (RuntimeException e) {
            run.problems().ruleFailed(run.conclusions().unit(firing));
        }
    }

    /** Returns the proposals in the catalogue's order, then by key. */
    List<Proposal> proposed() {
        return proposed;
    }

    /** Returns the first rule that holds a type, or null. */
    @Nullable
    Held held(ActionType type) {
        return holds.get(type.number());
    }

    /** The proposals of one key so far. */
    private static final class Gathering {
        private final ActionType type;
        private final String key;
        private final List<Firing> by = new ArrayList<>();
        private final Set<Long> counted = new HashSet<>();
        private double context;
        private String evidence = "";
        private @Nullable Integer due;

        Gathering(ActionType type, String key) {
            this.type = type;
            this.key = key;
        }

        void add(Consequence.Propose propose, Firing firing) {
            by.add(firing);
            if (counted.add(((long) firing.unit() << Integer.SIZE) + firing.row())) {
                context += propose.context();
            }
            String named = propose.evidence();
            if (evidence.isEmpty() && named != null) {
                evidence = named;
            }
            Integer days = propose.due();
            if (days != null && (due == null || days < due)) {
                due = days;
            }
        }

        Proposal proposal() {
            return new Proposal(type, key, context, evidence, due, List.copyOf(by));
        }
    }
}
