package io.shirube.engine.decide;

import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.AccountSnapshot.Uplift;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Vocabulary;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Help for a limited time, 臨時支援: for actions only, the account counts as one touch higher. Segment and health keep the real
 * one. Immutable, safe for use by many threads.
 */
final class Uplifts {

    private final Field touch;
    private final EnumType touches;

    Uplifts(Vocabulary vocabulary) {
        this.touch = vocabulary.required(FactType.SEGMENT, "touch");
        this.touches = Objects.requireNonNull(touch.enumType(), "touch");
    }

    /** Returns the facts as the rules for actions read them: with the touch that counts for them. */
    Facts forActions(Run run) {
        Slots slots = run.facts().account();
        int real = (int) slots.number(touch.slot());
        Uplift uplift = run.snapshot().uplift();
        if (uplift == null || real == 0 || uplift.until().isBefore(run.asOf())) {
            return run.facts();
        }
        Facts raised = run.facts().copy();
        raised.account().set(touch.slot(), real - 1);
        return raised;
    }

    /** Runs what proposes actions with the touch that counts for them. */
    <T> T during(Run run, IntFunction<T> actions) {
        Slots slots = run.facts().account();
        int real = (int) slots.number(touch.slot());
        Uplift uplift = run.snapshot().uplift();
        if (uplift == null || real == 0) {
            return actions.apply(real);
        }
        if (uplift.until().isBefore(run.asOf())) {
            run.notices()
                    .add(
                            "UPLIFT_EXPIRED",
                            "臨時支援は" + ValueText.dayJa(uplift.until()) + "に終了しています。",
                            "The help for a limited time ended on " + uplift.until() + ".",
                            Map.of("until", uplift.until().toString()));
            return actions.apply(real);
        }
        int raised = real - 1;
        String name = touches.values().get(raised);
        run.notices()
                .add(
                        "UPLIFTED",
                        ValueText.dayJa(uplift.until()) + "までは臨時支援のため、推奨アクションだけを" + touches.labelJa(name) + "として判定します。",
                        "Help for a limited time: until " + uplift.until() + " actions are those of "
                                + touches.labelsEn().getOrDefault(name, name) + ".",
                        Map.of("touch", name, "until", uplift.until().toString()));
        slots.set(touch.slot(), raised);
        try {
            return actions.apply(raised);
        } finally {
            slots.set(touch.slot(), real);
        }
    }
}
