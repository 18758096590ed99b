package io.shirube.engine.decide;

import io.shirube.engine.model.Decision.Success;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Vocabulary;
import java.util.List;
import java.util.Objects;

/** Settles the success level: the highest concluded, NONE without any. */
final class SuccessStep {

    private final Field level;
    private final EnumType levels;

    SuccessStep(Vocabulary vocabulary) {
        this.level = vocabulary.required(FactType.SUCCESS, "level");
        this.levels = Objects.requireNonNull(level.enumType(), "level");
    }

    Success run(Run run) {
        Concluded concluded = run.conclude(Phase.SUCCESS).get(level.slot());
        int ordinal = concluded == null
                ? levels.ordinal("NONE")
                : (int) concluded.value().number();
        run.facts().account().set(level.slot(), ordinal);
        return new Success(levels.values().get(ordinal), concluded == null ? List.of() : run.reasons(concluded.by()));
    }
}
