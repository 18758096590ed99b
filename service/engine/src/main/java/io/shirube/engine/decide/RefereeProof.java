package io.shirube.engine.decide;

import io.shirube.engine.referee.Referee;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the two executors of a ruleset on generated accounts around every constant of its rules. Same rules, same
 * accounts.
 */
final class RefereeProof {

    /** How often all units together are aimed at: what a load can afford. */
    private static final int AIMS = 7_500;

    private static final int MOST_PER_UNIT = 120;
    private static final int FEWEST_PER_UNIT = 24;
    private static final long SEED = 20_261_121;

    private RefereeProof() {}

    static Referee.Trial of(
            RuleBundle bundle,
            RuleModel model,
            RuleExecutor evaluator,
            RuleExecutor lowered,
            @Nullable RuleBundle proven) {
        List<RuleUnit> units = unproven(bundle, model, proven);
        int affordable = AIMS / Math.max(1, model.units().size());
        int aims = Math.max(FEWEST_PER_UNIT, Math.min(MOST_PER_UNIT, affordable));
        return Referee.search(model, units, evaluator, lowered, aims, SEED);
    }

    /**
     * Returns the units whose file the proven ruleset did not have like this. Units do not touch each other, but all rest on
     * the catalogues: when any file without units is another, everything is.
     */
    private static List<RuleUnit> unproven(RuleBundle bundle, RuleModel model, @Nullable RuleBundle proven) {
        if (proven == null) {
            return model.units();
        }
        Set<String> edited = edited(bundle, proven);
        Set<String> files = model.units().stream().map(RefereeProof::file).collect(Collectors.toSet());
        if (!files.containsAll(edited)) {
            return model.units();
        }
        return model.units().stream()
                .filter(unit -> edited.contains(file(unit)))
                .toList();
    }

    private static Set<String> edited(RuleBundle bundle, RuleBundle proven) {
        Set<String> paths = new HashSet<>(bundle.files().keySet());
        paths.addAll(proven.files().keySet());
        paths.removeIf(
                path -> Arrays.equals(bundle.files().get(path), proven.files().get(path)));
        return paths;
    }

    private static String file(RuleUnit unit) {
        return unit.position().file();
    }
}
