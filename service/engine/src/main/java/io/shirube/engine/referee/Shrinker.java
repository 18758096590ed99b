package io.shirube.engine.referee;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.RuleExecutor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes values and items away from an account for as long as two executors still differ on it. */
final class Shrinker {

    private final RuleExecutor first;
    private final RuleExecutor second;
    private Difference best;

    private Shrinker(Difference start, RuleExecutor first, RuleExecutor second) {
        this.best = start;
        this.first = first;
        this.second = second;
    }

    static Difference shrink(Difference start, RuleExecutor first, RuleExecutor second) {
        Shrinker shrinker = new Shrinker(start, first, second);
        boolean smaller = true;
        while (smaller) {
            smaller = shrinker.forgetCollections()
                    || shrinker.dropItems()
                    || shrinker.forgetAccount()
                    || shrinker.forgetItems();
        }
        return shrinker.best;
    }

    private boolean forgetCollections() {
        boolean smaller = false;
        for (FactType type : collections()) {
            if (best.facts().told(type)) {
                smaller |= keepIfDifferent(with(best.facts(), type, null));
            }
        }
        return smaller;
    }

    private boolean dropItems() {
        boolean smaller = false;
        for (FactType type : collections()) {
            for (int i = best.facts().items(type).size() - 1; i >= 0; i--) {
                List<Slots> fewer = new ArrayList<>(best.facts().items(type));
                fewer.remove(i);
                smaller |= keepIfDifferent(with(best.facts(), type, fewer));
            }
        }
        return smaller;
    }

    private boolean forgetAccount() {
        boolean smaller = false;
        for (int slot = 0; slot < best.facts().account().size(); slot++) {
            if (best.facts().account().state(slot) != Slots.UNKNOWN) {
                Facts less = best.facts().copy();
                less.account().setUnknown(slot);
                smaller |= keepIfDifferent(less);
            }
        }
        return smaller;
    }

    private boolean forgetItems() {
        boolean smaller = false;
        for (FactType type : collections()) {
            for (int i = 0; i < best.facts().items(type).size(); i++) {
                for (int slot = 0; slot < best.facts().items(type).get(i).size(); slot++) {
                    if (best.facts().items(type).get(i).state(slot) != Slots.UNKNOWN) {
                        List<Slots> list = new ArrayList<>(best.facts().items(type));
                        Slots less = new Slots(list.get(i));
                        less.setUnknown(slot);
                        list.set(i, less);
                        smaller |= keepIfDifferent(with(best.facts(), type, list));
                    }
                }
            }
        }
        return smaller;
    }

    private boolean keepIfDifferent(Facts candidate) {
        Optional<Difference> still = Referee.compare(best.phase(), candidate, first, second);
        still.ifPresent(difference -> best = difference);
        return still.isPresent();
    }

    private static List<FactType> collections() {
        return Arrays.stream(FactType.values())
                .filter(type -> !type.isSingleton())
                .toList();
    }

    /** Returns the facts with other items of one collection, or with that collection not told when null. */
    private static Facts with(Facts facts, FactType changed, @Nullable List<Slots> items) {
        Map<FactType, List<Slots>> all = new EnumMap<>(FactType.class);
        for (FactType type : collections()) {
            if (type == changed) {
                if (items != null) {
                    all.put(type, items);
                }
            } else if (facts.told(type)) {
                all.put(type, facts.items(type));
            }
        }
        return new Facts(facts.accountId(), facts.asOf(), facts.account(), all);
    }
}
