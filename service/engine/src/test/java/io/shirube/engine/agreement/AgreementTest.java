package io.shirube.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.internal.drools.LoweredRules;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.referee.AccountGenerator;
import io.shirube.engine.referee.Difference;
import io.shirube.engine.referee.Referee;
import io.shirube.engine.referee.WitnessText;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.testing.RandomModels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Evaluator and Drools fire the same on generated rulesets and accounts.
 *
 * <p>{@code -Dshirube.agreement.models=1000} runs the long proof: over a million (unit, account) pairs, and every kind of
 * node at least ten thousand times.
 */
class AgreementTest {

    private static final int UNITS = 20;
    private static final int ACCOUNTS = 60;
    private static final double UNKNOWN_SHARE = 0.5;
    private static final int LONG_PROOF = 1000;

    private final Map<String, Long> pairsByKind = new TreeMap<>();
    private long pairs;
    private long fired;
    private long slots;
    private long unknownSlots;

    @Test
    void bothExecutorsFireTheSameOnGeneratedRulesets() throws Exception {
        int models = Integer.getInteger("shirube.agreement.models", 6);
        for (int seed = 0; seed < models; seed++) {
            RuleModel model = RandomModels.model(seed, UNITS);
            try (LoweredRules lowered = LoweredRules.compile(model)) {
                agree(model, new Evaluator(model), lowered, seed);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "agreement: %d rulesets, %d pairs, %d fired, %.1f %% of values unknown, rarest kind %s%n",
                models,
                pairs,
                fired,
                100.0 * unknownSlots / slots,
                rarest());
        assertThat(unknownSlots).as("unknown values").isGreaterThan(slots / 5);
        assertThat(fired).as("firings").isGreaterThan(pairs / 20);
        if (models >= LONG_PROOF) {
            assertThat(pairs).isGreaterThanOrEqualTo(1_000_000);
            assertThat(pairsByKind)
                    .allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThanOrEqualTo(10_000));
        }
    }

    private String rarest() {
        return pairsByKind.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::toString)
                .orElse("none");
    }

    private void agree(RuleModel model, Evaluator evaluator, LoweredRules lowered, int seed) {
        AccountGenerator accounts = new AccountGenerator(model, seed, UNKNOWN_SHARE);
        for (Phase phase : List.of(Phase.SEGMENT, Phase.ACTIONS)) {
            List<RuleUnit> units = model.units(phase);
            for (int i = 0; i < ACCOUNTS; i++) {
                Facts facts = i % 3 == 0 ? accounts.any() : accounts.aimedAt(units.get(i % units.size()));
                Optional<Difference> difference = Referee.compare(phase, facts, evaluator, lowered);
                assertThat(difference)
                        .as(() -> "seed " + seed + ": "
                                + difference
                                        .map(found -> WitnessText.finding(model, found)
                                                        .whatEn()
                                                + " " + found + " "
                                                + model.units().get(found.unit()))
                                        .orElse(""))
                        .isEmpty();
                fired += evaluator.fire(phase, facts).size();
                count(facts, units);
            }
        }
    }

    private void count(Facts facts, List<RuleUnit> units) {
        pairs += units.size();
        units.forEach(unit -> NodeKinds.of(unit).forEach(kind -> pairsByKind.merge(kind, 1L, Long::sum)));
        for (int slot = 0; slot < facts.account().size(); slot++) {
            slots++;
            unknownSlots += facts.account().state(slot) == Slots.UNKNOWN ? 1 : 0;
        }
    }
}
