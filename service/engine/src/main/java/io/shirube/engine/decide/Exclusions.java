package io.shirube.engine.decide;

import io.shirube.engine.rules.ActionType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which action types bar which others, from the catalogue.
 *
 * <p>A type is barred by the first of its {@code excludedBy} that is present. Another type is present when this decision
 * proposes it and nothing bars it; or, when this decision does not propose it at all, when it is open. So a chain is well
 * defined: what is itself barred bars nothing. Where types exclude each other in a circle, only those that stand earlier
 * in the catalogue bar later ones of that circle.
 */
final class Exclusions {

    private final List<ActionType> types;
    private final List<List<ActionType>> excluders = new ArrayList<>();

    /** @param types the catalogue; index is the number */
    Exclusions(List<ActionType> types) {
        this.types = types;
        Map<String, ActionType> byName = new HashMap<>();
        types.forEach(type -> byName.put(type.name(), type));
        List<BitSet> reach = reach(byName);
        for (ActionType type : types) {
            List<ActionType> kept = new ArrayList<>();
            for (String name : type.excludedBy()) {
                ActionType excluder = byName.get(name);
                if (excluder != null && excluder.number() != type.number()) {
                    boolean circle = reach.get(excluder.number()).get(type.number());
                    if (!circle || excluder.number() < type.number()) {
                        kept.add(excluder);
                    }
                }
            }
            excluders.add(kept);
        }
    }

    /** Returns for every type the types it is, directly or through others, excluded by. */
    private List<BitSet> reach(Map<String, ActionType> byName) {
        List<BitSet> reach = new ArrayList<>();
        for (ActionType type : types) {
            BitSet own = new BitSet();
            for (String name : type.excludedBy()) {
                ActionType excluder = byName.get(name);
                if (excluder != null) {
                    own.set(excluder.number());
                }
            }
            reach.add(own);
        }
        for (int via = 0; via < types.size(); via++) {
            for (BitSet own : reach) {
                if (own.get(via)) {
                    own.or(reach.get(via));
                }
            }
        }
        return reach;
    }

    /** Begins judging one decision. */
    Judgement judge(Set<Integer> candidates, Set<Integer> proposed, Set<String> open) {
        return new Judgement(candidates, proposed, open);
    }

    /** Who bars whom in one decision. */
    final class Judgement {
        private final Set<Integer> candidates;
        private final Set<Integer> proposed;
        private final Set<String> open;
        private final Map<Integer, Optional<ActionType>> barredBy = new HashMap<>();

        /**
         * @param candidates numbers of the types with a proposal that nothing else bars
         * @param proposed numbers of the types with any proposal
         * @param open names of the types that are open or accepted
         */
        private Judgement(Set<Integer> candidates, Set<Integer> proposed, Set<String> open) {
            this.candidates = candidates;
            this.proposed = proposed;
            this.open = open;
        }

        /** Returns the type that bars another, if one does. */
        Optional<ActionType> barredBy(ActionType type) {
            Optional<ActionType> known = barredBy.get(type.number());
            if (known == null) {
                known = excluders.get(type.number()).stream()
                        .filter(this::isPresent)
                        .findFirst();
                barredBy.put(type.number(), known);
            }
            return known;
        }

        private boolean isPresent(ActionType type) {
            return proposed.contains(type.number())
                    ? candidates.contains(type.number()) && barredBy(type).isEmpty()
                    : open.contains(type.name());
        }
    }
}
