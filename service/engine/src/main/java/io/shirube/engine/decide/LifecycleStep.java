package io.shirube.engine.decide;

import io.shirube.engine.model.Decision.StageResult;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Settles the stage: what the CRM states wins over what rules derive; else ADOPTION is assumed. */
final class LifecycleStep {

    private static final String ASSUMED = "ADOPTION";

    private final Field stage;
    private final Field source;
    private final EnumType stages;
    private final EnumType sources;

    LifecycleStep(Vocabulary vocabulary) {
        this.stage = vocabulary.required(FactType.STAGE, "value");
        this.source = vocabulary.required(FactType.STAGE, "source");
        this.stages = Objects.requireNonNull(stage.enumType(), "stage");
        this.sources = Objects.requireNonNull(source.enumType(), "source");
    }

    StageResult run(Run run) {
        Map<Integer, Concluded> concluded = run.conclude(Phase.LIFECYCLE);
        Concluded derived = concluded.get(stage.slot());
        String stated = run.snapshot().account().stage();
        if (stated != null) {
            return settle(run, stated, "STATED", List.of());
        }
        if (derived != null) {
            return settle(run, stages.values().get((int) derived.value().number()), "DERIVED", derived.by());
        }
        return settle(run, ASSUMED, "ASSUMED", List.of());
    }

    private StageResult settle(Run run, String value, String from, List<Firing> by) {
        Slots slots = run.facts().account();
        slots.set(stage.slot(), stages.ordinal(value));
        slots.set(source.slot(), sources.ordinal(from));
        return new StageResult(value, from, run.reasons(by));
    }
}
