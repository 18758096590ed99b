package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules and tables a signal can move, itself or through what is computed from it. Whether a value moves any of them
 * is found by firing these few alone: values with which all of them fire the same come to the same decision.
 * Immutable, safe for use by many threads.
 */
final class Readers {

    private final Evaluator evaluator;
    private final FactsReader reader;
    private final IdentityHashMap<SignalType, Reach> reaches = new IdentityHashMap<>();

    /**
     * How far a signal reaches.
     *
     * @param slots its own slots and those of what is computed from it
     * @param units what reads one of these slots
     * @param concluding those of the units that conclude what they read there
     * @param beyondRules whether something besides rules reads it: the money an action is worth
     */
    private record Reach(Set<Integer> slots, List<RuleUnit> units, Set<Integer> concluding, boolean beyondRules) {}

    Readers(RuleModel model, Evaluator evaluator, FactsReader reader, SignalGrid grid) {
        this.evaluator = evaluator;
        this.reader = reader;
        Map<Integer, List<RuleUnit>> readBy = new HashMap<>();
        Map<Integer, Set<Integer>> concludedBy = new HashMap<>();
        for (RuleUnit unit : model.units()) {
            ofAccount(evaluator.reads(unit))
                    .forEach(slot -> readBy.computeIfAbsent(slot, unused -> new ArrayList<>())
                            .add(unit));
            ofAccount(evaluator.concludesFrom(unit))
                    .forEach(slot -> concludedBy
                            .computeIfAbsent(slot, unused -> new LinkedHashSet<>())
                            .add(unit.number()));
        }
        Set<Integer> worth = new LinkedHashSet<>();
        for (ActionType action : model.actions()) {
            Term value = action.value();
            if (value != null) {
                worth.addAll(ofAccount(evaluator.reads(value)));
            }
        }
        for (SignalType signal : model.vocabulary().signals()) {
            Set<Integer> slots = new LinkedHashSet<>(grid.slots(signal));
            reader.dependents(signal).forEach(derived -> slots.addAll(grid.slots(derived)));
            Set<RuleUnit> units = new LinkedHashSet<>();
            Set<Integer> concluding = new LinkedHashSet<>();
            for (int slot : slots) {
                units.addAll(readBy.getOrDefault(slot, List.of()));
                concluding.addAll(concludedBy.getOrDefault(slot, Set.of()));
            }
            boolean beyond = slots.stream().anyMatch(worth::contains);
            reaches.put(signal, new Reach(slots, List.copyOf(units), concluding, beyond));
        }
    }

    private static List<Integer> ofAccount(Set<Field> fields) {
        return fields.stream()
                .filter(field -> field.owner().isSingleton())
                .map(Field::slot)
                .toList();
    }

    /** Begins to look at one account that was decided. */
    Watch watch(FactsRead account, AccountSnapshot snapshot) {
        return new Watch(account, snapshot);
    }

    /** One account that was decided, and what each unit fired for it. Used by one thread. */
    final class Watch {
        private final FactsRead account;
        private final Facts tried;
        private final Map<Integer, List<Firing>> before = new HashMap<>();

        /** Whether more than rules and signals decides, so that nothing can be told from firings. */
        private final boolean opaque;

        private Watch(FactsRead account, AccountSnapshot snapshot) {
            this.account = account;
            this.tried = account.facts().copy();
            this.opaque = snapshot.uplift() != null || snapshot.previous() != null;
        }

        /** Returns what the units that a signal reaches fired when the account was decided. */
        List<Firing> firedBefore(SignalType signal) {
            List<Firing> all = new ArrayList<>();
            Reach reach = reaches.get(signal);
            if (reach != null) {
                reach.units()
                        .forEach(unit -> all.addAll(before.computeIfAbsent(
                                unit.number(), unused -> evaluator.fire(unit, account.facts()))));
            }
            return all;
        }

        /** Returns what they fire with a value of the signal; null when that does not tell what is decided. */
        @Nullable
        List<Firing> fired(SignalType signal, SignalGrid.Setting setting) {
            Reach reach = reaches.get(signal);
            if (reach == null || opaque || reach.beyondRules()) {
                return null;
            }
            Slots slots = tried.account();
            setting.apply(slots);
            reader.derive(tried, account.measured(), signal);
            List<Firing> all = new ArrayList<>();
            boolean concludes = false;
            for (RuleUnit unit : reach.units()) {
                List<Firing> now = evaluator.fire(unit, tried);
                concludes |= !now.isEmpty() && reach.concluding().contains(unit.number());
                all.addAll(now);
            }
            reach.slots().forEach(slot -> slots.take(account.facts().account(), slot));
            return concludes ? null : all;
        }
    }
}
