package io.shirube.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.referee.AccountGenerator;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.testing.RandomModels;
import io.shirube.engine.testing.ShippedRules;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Variants of an account fire the same whether every unit is evaluated or only those that read something else. */
class NearbyTest {

    private static final int VARIANTS = 40;

    @Property(tries = 60)
    void generatedRules(@ForAll long seed) {
        firesTheSame(RandomModels.model(seed, 12), seed, 3);
    }

    @Test
    void shippedRules() {
        firesTheSame(ShippedRules.model(), 7, 12);
    }

    private static void firesTheSame(RuleModel model, long seed, int accounts) {
        Evaluator evaluator = new Evaluator(model);
        AccountGenerator generator = new AccountGenerator(model, seed, 0.25);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < accounts; i++) {
            Facts base = generator.any();
            RuleExecutor near = evaluator.near(base);
            for (int variant = 0; variant < VARIANTS; variant++) {
                Facts facts = changed(base, generator.any().account(), random);
                for (Phase phase : Phase.values()) {
                    assertThat(near.fire(phase, facts)).isEqualTo(evaluator.fire(phase, facts));
                }
            }
        }
    }

    /** Returns a variant with none to some of its values from another account. */
    private static Facts changed(Facts base, Slots other, SplittableRandom random) {
        Facts facts = base.copy();
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            facts.account().take(other, random.nextInt(other.size()));
        }
        return facts;
    }
}
