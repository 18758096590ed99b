package io.shirube.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.internal.drools.LoweredRules;
import io.shirube.engine.model.FactType;
import io.shirube.engine.referee.Difference;
import io.shirube.engine.referee.Referee;
import io.shirube.engine.referee.WitnessText;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.Term;
import io.shirube.engine.testing.RandomModels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bug planted in either executor, by giving it a slightly different rule, is found with a small witness. */
class PlantedBugTest {

    private static final int PER_UNIT = 200;

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void aComparisonOffByOneEdgeInDroolsIsFound(Comparison wrong) throws Exception {
        RuleModel right = model(Comparison.GE, false);
        RuleModel bugged = model(wrong, false);
        try (LoweredRules lowered = LoweredRules.compile(bugged)) {
            Optional<Difference> found = Referee.search(
                            right, right.units(), new Evaluator(right), lowered, PER_UNIT, 7)
                    .difference();
            assertThat(found.isPresent()).isEqualTo(wrong != Comparison.GE);
            found.ifPresent(difference -> assertThat(
                            WitnessText.finding(right, difference).whatEn())
                    .contains("Signals.number=")
                    .doesNotContain("Contract.", "Contact"));
        }
    }

    @Test
    void aNegationThatReadsUnknownAsFalseIsFoundInTheEvaluatorToo() throws Exception {
        RuleModel right = model(Comparison.GE, true);
        RuleModel bugged = model(Comparison.GE, false);
        try (LoweredRules lowered = LoweredRules.compile(right)) {
            Optional<Difference> found = Referee.search(
                            right, right.units(), new Evaluator(bugged), lowered, PER_UNIT, 7)
                    .difference();
            assertThat(found).isPresent();
            assertThat(WitnessText.finding(right, found.orElseThrow()).whatJa()).contains("再現する最小の顧客");
        }
    }

    /** One rule on a signal and on there being, or not being, a flagged ticket. */
    private static RuleModel model(Comparison comparison, boolean negated) {
        RuleModel frame = RandomModels.model(1, 4);
        Rule any = (Rule) frame.units().stream()
                .filter(unit -> unit instanceof Rule)
                .reduce((first, second) -> second)
                .orElseThrow();
        Field number = frame.vocabulary().required(FactType.SIGNALS, "number");
        Field flag = frame.vocabulary().required(FactType.TICKET, "flag");
        Condition signal = new Condition.OnAccount(
                new Constraint.Compare(comparison, account(number, any), literal(2, number, any), origin(any)),
                origin(any));
        Condition ticket = new Condition.Match(
                0,
                FactType.TICKET,
                new Constraint.Compare(
                        Comparison.EQ, new Term.OfField(0, flag, origin(any)), literal(1, flag, any), origin(any)),
                origin(any));
        Condition quantified =
                negated ? new Condition.NotExists(ticket, origin(any)) : new Condition.Exists(ticket, origin(any));
        Rule rule = new Rule(
                0,
                "planted",
                any.phase(),
                any.position(),
                null,
                null,
                new Condition.Both(List.of(signal, quantified), origin(any)),
                1,
                0,
                List.of(),
                null,
                null,
                Map.of());
        return new RuleModel(
                frame.revision(), frame.vocabulary(), List.of(rule), List.of(), frame.policies(), frame.texts());
    }

    private static Term account(Field field, Rule any) {
        return new Term.OfField(Term.ACCOUNT, field, origin(any));
    }

    private static Term literal(double value, Field field, Rule any) {
        return new Term.Literal(value, field.type(), origin(any));
    }

    private static Origin origin(Rule any) {
        return new Origin(any.position(), "planted");
    }
}
