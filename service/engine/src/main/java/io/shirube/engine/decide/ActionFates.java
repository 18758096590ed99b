package io.shirube.engine.decide;

import io.shirube.engine.explain.full.Fates;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.model.Explanation.Proposed;
import io.shirube.engine.rules.ActionType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says what arbitration made of each proposal. */
final class ActionFates implements Fates {

    private final Map<String, Proposed> fates = new HashMap<>();
    private final Set<String> types = new HashSet<>();

    private final Predicate<ActionType> eligible;

    /** @param eligible whether the catalogue lets a type be offered to this account at all */
    ActionFates(ActionResult result, Predicate<ActionType> eligible) {
        this.eligible = eligible;
        for (Action action : result.actions()) {
            fates.put(action.key(), new Proposed(action.key(), null, null));
            types.add(action.type());
            types.addAll(action.absorbed());
        }
        for (Suppressed suppressed : result.suppressed()) {
            fates.put(suppressed.key(), new Proposed(suppressed.key(), suppressed.by(), null));
            types.add(suppressed.type());
        }
        result.absorbed().forEach((key, into) -> fates.putIfAbsent(key, new Proposed(key, null, into.name())));
    }

    @Override
    public @Nullable Proposed of(String key) {
        return fates.get(key);
    }

    @Override
    public boolean isProposed(ActionType type) {
        return types.contains(type.name());
    }

    @Override
    public boolean isEligible(ActionType type) {
        return eligible.test(type);
    }
}
