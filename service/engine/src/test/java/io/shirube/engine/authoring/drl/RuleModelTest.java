package io.shirube.engine.authoring.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of a rule in the model. */
class RuleModelTest {

    private static List<Condition> parts(String when) {
        return ((Condition.Both) Reading.ofWhen(when).only().condition()).parts();
    }

    private static Constraint constraint(String when) {
        return ((Condition.OnAccount) parts(when).get(0)).constraint();
    }

    @Test
    void keepsTheHeaderOfARule() {
        Rule rule = Reading.of("""
                        // first line
                        rule "名前"
                          @owner("support") @review("2027-03-31") @from("2026-04-01") @until("2027-03-31")
                          @reason_ja("{t.severity}／{n}件（{seatUtilisation}％）") @reason_en("{t.severity} of {n}")
                        when
                          $t : Ticket( )
                          accumulate( Contact( ); $n : count(); $n >= 2 )
                        then
                          propose( NPS_FOLLOW_UP, "x" ).context( 40 ).evidence( "e" );
                        end
                        """).only();

        assertThat(rule.name()).isEqualTo("名前");
        assertThat(rule.phase()).isEqualTo(Phase.ACTIONS);
        assertThat(rule.position()).hasToString("5-actions/test.drl:2:1");
        assertThat(rule.from()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(rule.until()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(rule.metadata())
                .containsOnlyKeys("owner", "review", "from", "until")
                .containsEntry("owner", "support");
        assertThat(rule.variables()).isEqualTo(1);
        assertThat(rule.results()).isEqualTo(1);
        ReasonTemplate reason = Objects.requireNonNull(rule.reasonJa());
        assertThat(reason.parts())
                .extracting(part -> part instanceof ReasonTemplate.Words words
                        ? words.text()
                        : ((ReasonTemplate.Quote) part).name())
                .containsExactly("t.severity", "／", "n", "件（", "seatUtilisation", "％）");
        assertThat(((ReasonTemplate.Quote) reason.parts().get(0)).term())
                .isInstanceOfSatisfying(Term.OfField.class, term -> {
                    assertThat(term.variable()).isZero();
                    assertThat(term.origin().at()).hasToString("5-actions/test.drl:4:16");
                });
        assertThat(rule.consequences().get(0)).isInstanceOfSatisfying(Consequence.Propose.class, propose -> {
            assertThat(propose.action().name()).isEqualTo("NPS_FOLLOW_UP");
            assertThat(propose.key()).isEqualTo(new Consequence.FixedKey("x"));
            assertThat(propose.context()).isEqualTo(40);
            assertThat(propose.evidence()).isEqualTo("e");
            assertThat(propose.origin().text())
                    .isEqualTo("propose( NPS_FOLLOW_UP, \"x\" ).context( 40 ).evidence( \"e\" )");
        });
    }

    @Test
    void numbersItemsOfTheTupleBeforeThoseInside() {
        List<Condition> parts =
                parts("exists Contact( ) $t : Ticket( ) not Ticket( id != $t.id ) ( Outcome( ) or Action( ) )");

        assertThat(((Condition.Match) ((Condition.Exists) parts.get(0)).inner()).variable())
                .isEqualTo(3);
        assertThat(((Condition.Match) parts.get(1)).variable()).isZero();
        assertThat(((Condition.Match) ((Condition.NotExists) parts.get(2)).inner()).variable())
                .isEqualTo(4);
        assertThat(((Condition.Either) parts.get(3)).branches())
                .extracting(branch -> ((Condition.Match) branch).variable())
                .containsExactly(1, 2);
    }

    @Test
    void readsTheFieldsOfABoundItem() {
        List<Condition> parts = parts("$t : Ticket( $c : cause ) exists Contact( id == $t.id, id != $c )");

        Condition.Match inner = (Condition.Match) ((Condition.Exists) parts.get(1)).inner();
        Constraint.AllOf all = (Constraint.AllOf) inner.constraint();
        Constraint.Compare first = (Constraint.Compare) all.parts().get(0);
        Constraint.Compare second = (Constraint.Compare) all.parts().get(1);
        assertThat(((Term.OfField) first.left()).variable()).isEqualTo(1);
        assertThat(((Term.OfField) first.right()).variable()).isZero();
        assertThat(((Term.OfField) second.right()).field().name()).isEqualTo("cause");
    }

    @Test
    void turnsNotOverASingletonIntoTheNegationOfItsCondition() {
        Condition condition = parts("not Signals( nps > 0 )").get(0);

        assertThat(condition)
                .isInstanceOfSatisfying(
                        Condition.OnAccount.class,
                        account -> assertThat(account.constraint())
                                .isInstanceOfSatisfying(
                                        Constraint.Not.class,
                                        not -> assertThat(not.negated()).isInstanceOf(Constraint.Compare.class)));
    }

    @Test
    void readsNullTestsAndNegations() {
        assertThat(constraint("Signals( nps == null )")).isInstanceOf(Constraint.IsNull.class);
        assertThat(constraint("Signals( null != nps )"))
                .isInstanceOfSatisfying(
                        Constraint.Not.class, not -> assertThat(not.negated()).isInstanceOf(Constraint.IsNull.class));
        assertThat(constraint("Signals( !roiVerified )"))
                .isInstanceOfSatisfying(
                        Constraint.Not.class, not -> assertThat(not.negated()).isInstanceOf(Constraint.Compare.class));
        assertThat(constraint("Contract( products not contains \"SSO\" )"))
                .isInstanceOfSatisfying(
                        Constraint.Not.class, not -> assertThat(not.negated()).isInstanceOf(Constraint.Contains.class));
    }

    @Test
    void turnsNamesAndTextsIntoNumbers() {
        Constraint.OneOf touch = (Constraint.OneOf) constraint("Segment( touch in ( TECH, HIGH ) )");
        Constraint.Compare plan = (Constraint.Compare) constraint("Contract( plan == \"PRO\" )");

        assertThat(touch.values()).containsExactly(2.0, 0.0);
        assertThat(plan.right()).isInstanceOfSatisfying(Term.Literal.class, literal -> {
            assertThat(literal.type()).isEqualTo(ValueType.TEXT);
            assertThat(literal.value()).isZero();
        });
    }

    @Test
    void followsThePrecedenceOfOperators() {
        Constraint.AnyOf any = (Constraint.AnyOf)
                constraint("Account( employees > 1 + 2 * 3 - 4 && groupEmployees < 5 || employees == null )");

        Constraint.AllOf all = (Constraint.AllOf) any.parts().get(0);
        Constraint.Compare compare = (Constraint.Compare) all.parts().get(0);
        Term.Arithmetic minus = (Term.Arithmetic) compare.right();
        Term.Arithmetic plus = (Term.Arithmetic) minus.left();
        assertThat(any.parts()).hasSize(2);
        assertThat(minus.operator()).isEqualTo(Term.Operator.SUBTRACT);
        assertThat(plus.operator()).isEqualTo(Term.Operator.ADD);
        assertThat(((Term.Arithmetic) plus.right()).operator()).isEqualTo(Term.Operator.MULTIPLY);
    }

    @Test
    void keepsTheAuthorsWordsAndTheirPlaces() {
        Constraint.AllOf all = (Constraint.AllOf) constraint("Account(  employees >= 300 ,\n\tname  !=  \"x\")");

        assertThat(all.parts().get(0).origin().text()).isEqualTo("employees >= 300");
        assertThat(all.parts().get(0).origin().at()).hasToString("5-actions/test.drl:3:11");
        assertThat(all.parts().get(1).origin().text()).isEqualTo("name  !=  \"x\"");
        assertThat(all.parts().get(1).origin().at()).hasToString("5-actions/test.drl:4:2");
    }

    @Test
    void readsAnAccumulateWithItsFigures() {
        Condition.Accumulate accumulate = (Condition.Accumulate) parts(
                        "accumulate( Ticket( open, $d : openedDaysAgo ); $n : count(), $m : max( $d * 2 ); 2 <= $n, $m > -14 )")
                .get(0);

        assertThat(accumulate.source().type()).isEqualTo(FactType.TICKET);
        assertThat(accumulate.functions())
                .extracting(Condition.Function::kind)
                .containsExactly(Condition.Kind.COUNT, Condition.Kind.MAX);
        assertThat(accumulate.functions().get(0).of()).isNull();
        Constraint.Compare turned =
                (Constraint.Compare) accumulate.constraints().get(0);
        assertThat(turned.comparison()).isEqualTo(Comparison.GE);
        assertThat(turned.left()).isInstanceOf(Term.OfResult.class);
        Constraint.Compare negative =
                (Constraint.Compare) accumulate.constraints().get(1);
        assertThat(((Term.Literal) negative.right()).value()).isEqualTo(-14);
    }

    @Test
    void concludesTheFieldsBehindTheVerbs() {
        assertThat(assigned("stage( RENEWAL ); sizeBand( LARGE ); set( arrBand, MIDDLE );", Phase.LIFECYCLE))
                .containsExactly("Stage.value=4.0", "Segment.sizeBand=2.0", "Values.arrBand=1.0");
        assertThat(assigned("classify( TECH, GROUP );", Phase.SEGMENT))
                .containsExactly("Segment.touch=2.0", "Segment.programme=1.0");
        assertThat(assigned(
                        "score( adoption, 1 ); scoreAtLeast( adoption, 2 ); scoreAtMost( adoption, 3 );"
                                + " weight( adoption, 4 ); cap( YELLOW );",
                        Phase.HEALTH))
                .containsExactly(
                        "Health.adoption=1.0",
                        "Health.adoptionAtLeast=2.0",
                        "Health.adoptionAtMost=3.0",
                        "Health.adoptionWeight=4.0",
                        "Health.cap=1.0");
        assertThat(assigned("success( DEEP );", Phase.SUCCESS)).containsExactly("Success.level=2.0");
    }

    private static List<String> assigned(String then, Phase phase) {
        return Reading.ofThen(then, phase).only().consequences().stream()
                .map(Consequence.Assign.class::cast)
                .map(assign -> assign.target().qualifiedName() + "=" + ((Term.Literal) assign.value()).value())
                .toList();
    }

    @Test
    void readsInHowManyWorkingDaysAProposalIsDue() {
        List<Consequence> read = Reading.ofThen(
                        "propose( NPS_FOLLOW_UP ).due( 5 ); propose( UPSELL_PROMPT ).context( 3 ).due( 0 );",
                        Phase.ACTIONS)
                .only()
                .consequences();

        assertThat(((Consequence.Propose) read.get(0)).due()).isEqualTo(5);
        assertThat(((Consequence.Propose) read.get(1)).due()).isZero();
    }

    @Test
    void proposesUnderMainWhenNoKeyIsGivenAndHoldsAsNotEligible() {
        List<Consequence> read = Reading.ofThen("propose( NPS_FOLLOW_UP ); hold( UPSELL_PROMPT );", Phase.ACTIONS)
                .only()
                .consequences();

        assertThat(((Consequence.Propose) read.get(0)).key()).isEqualTo(new Consequence.FixedKey("main"));
        assertThat(((Consequence.Propose) read.get(0)).context()).isZero();
        assertThat(((Consequence.Propose) read.get(0)).evidence()).isNull();
        assertThat(((Consequence.Hold) read.get(1)).policy()).isEqualTo(Consequence.Policy.ELIGIBILITY);
    }

    @Test
    void readsFilesWithByteOrderMarkAndAnyLineEnd() {
        String text = Reading.GOOD.replace("( )", "( employes > 3 )");

        for (String variant : List.of(text, "\uFEFF" + text, text.replace("\n", "\r\n"), text.replace('\n', '\r'))) {
            assertThat(Reading.of(variant).places()).containsExactly("3:12 misspelt-field");
        }
    }

    @Test
    void readsAFileWithoutRulesAndOneWithAPackageLine() {
        assertThat(Reading.of("").findings()).isEmpty();
        assertThat(Reading.of("\uFEFF  // nothing yet\n").findings()).isEmpty();
        assertThat(Reading.of("package jp.example.rules;\n" + Reading.GOOD).rules())
                .hasSize(1);
        assertThat(Reading.of("package jp.example.rules\n" + Reading.GOOD).rules())
                .hasSize(1);
    }

    @Test
    void numbersOnlyTheRulesThatAreRight() {
        Reading reading =
                Reading.of(Reading.GOOD.replace("Account", "Acount") + Reading.GOOD.replace("\"r\"", "\"s\""));

        assertThat(reading.rules()).extracting(Rule::name, Rule::number).containsExactly(tuple("s", 0));
        assertThat(reading.places()).containsExactly("3:3 misspelt-fact-type");
    }
}
