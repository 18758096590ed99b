package io.shirube.engine.internal.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedBaseTest {

    private static final Facts FIVE = Sketch.facts("x=5");

    @Test
    void anEditOfATableRowBuildsNothingAndEachRulesetKeepsItsOwnRows() throws LoweringException {
        try (LoweredRules after = LoweredRules.compile(table(6))) {
            try (LoweredRules before = LoweredRules.compile(table(4))) {
                assertThat(before.sharesBase(after, Phase.ACTIONS)).isTrue();
                assertThat(before.fire(Phase.ACTIONS, FIVE)).hasSize(1);
                before.close();
            }
            assertThat(after.fire(Phase.ACTIONS, FIVE)).isEmpty();
            assertThat(after.fire(Phase.ACTIONS, Sketch.facts("x=6"))).hasSize(1);
        }
    }

    @Test
    void anEditOfANumberInARuleBuildsNothingAndEachRulesetKeepsItsOwnNumber() throws LoweringException {
        try (LoweredRules before = LoweredRules.compile(rule(Comparison.GE, 4));
                LoweredRules after = LoweredRules.compile(rule(Comparison.GE, 6))) {
            assertThat(before.sharesBase(after, Phase.ACTIONS)).isTrue();
            assertThat(before.fire(Phase.ACTIONS, FIVE)).hasSize(1);
            assertThat(after.fire(Phase.ACTIONS, FIVE)).isEmpty();
        }
    }

    @Test
    void anEditOfWhatARuleAsksIsBuilt() throws LoweringException {
        try (LoweredRules before = LoweredRules.compile(rule(Comparison.GE, 4));
                LoweredRules after = LoweredRules.compile(rule(Comparison.LE, 4))) {
            assertThat(before.sharesBase(after, Phase.ACTIONS)).isFalse();
            assertThat(before.fire(Phase.ACTIONS, FIVE)).hasSize(1);
            assertThat(after.fire(Phase.ACTIONS, FIVE)).isEmpty();
        }
    }

    private static RuleModel table(double low) {
        Table.Cell cell = new Table.Cell(
                List.of(new Table.Range(low, true, Double.POSITIVE_INFINITY, false)), false, Sketch.ORIGIN);
        return Sketch.model(List.of(Sketch.table(0, Table.Hit.SINGLE, List.of("x"), new Table.Cell[] {cell})));
    }

    private static RuleModel rule(Comparison comparison, double low) {
        return Sketch.model(Sketch.account(Sketch.compare(Sketch.slot("x"), comparison, low)));
    }
}
