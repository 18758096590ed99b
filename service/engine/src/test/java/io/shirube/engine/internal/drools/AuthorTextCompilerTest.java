package io.shirube.engine.internal.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rule files are DRL: Drools takes them as written, with the meaning their author expects. */
class AuthorTextCompilerTest {

    private static final Vocabulary VOCABULARY = vocabulary();

    private static final String HEAD = """
            // 重要度1 /* not a comment */ "then end
            rule "重要度1: \\"escalate\\" then end"
              @owner("support") @review("2027-03-31") @reason_ja("重要度{t.severity}：{n}件 then end")
            when
            """;

    private static Vocabulary vocabulary() {
        EnumType actions =
                new EnumType("ActionName", List.of("UPSELL_PROMPT", "RENEWAL_PREPARATION"), Map.of(), Map.of());
        EnumType sentiment = new EnumType("Sentiment", List.of("GREEN", "YELLOW", "RED"), Map.of(), Map.of());
        FieldRegister register = BuiltinFields.register(actions, List.of());
        register.draft(FactType.SIGNALS, "openSeverity1", ValueType.NUMBER, "", "")
                .add();
        register.draft(FactType.SIGNALS, "seatUtilisation", ValueType.NUMBER, "", "")
                .add();
        register.draft(FactType.SIGNALS, "csmSentiment", sentiment, "", "").add();
        List<EnumType> enums = new ArrayList<>(BuiltinFields.enums());
        enums.addAll(List.of(actions, sentiment));
        return new Vocabulary(register.fields(), List.of(), enums);
    }

    private static Slots slots(FactType type, Object... namesAndValues) {
        Slots slots = new Slots(VOCABULARY.slots(type));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            int dot = name.indexOf('.');
            FactType owner = dot < 0 ? type : FactType.valueOf(name.substring(0, dot));
            set(slots, VOCABULARY.required(owner, name.substring(dot + 1)), namesAndValues[i + 1]);
        }
        return slots;
    }

    private static void set(Slots slots, Field field, Object value) {
        EnumType enumType = field.enumType();
        if (value instanceof Number number) {
            slots.set(field.slot(), number.doubleValue());
        } else if (value instanceof Boolean flag) {
            slots.set(field.slot(), flag ? 1 : 0);
        } else if (value instanceof Set<?> set) {
            slots.setTexts(field.slot(), new int[0], Set.of(set.toArray(String[]::new)));
        } else if (enumType != null) {
            slots.set(field.slot(), enumType.ordinal((String) value));
        } else {
            slots.setText(field.slot(), 0, (String) value);
        }
    }

    private static Slots ticket(Object... namesAndValues) {
        return slots(FactType.TICKET, namesAndValues);
    }

    private static Facts facts(Slots account, Slots... tickets) {
        return new Facts(
                "A",
                Sketch.DAY,
                account,
                Map.of(
                        FactType.TICKET,
                        List.of(tickets),
                        FactType.CONTACT,
                        List.of(slots(FactType.CONTACT, "role", "CHAMPION", "present", true)),
                        FactType.OUTCOME,
                        List.of(slots(
                                FactType.OUTCOME, "type", "RENEWAL_PREPARATION", "result", "DONE", "onDaysAgo", 3))));
    }

    private static final Facts FACTS = facts(
            slots(
                    FactType.SIGNALS,
                    "STAGE.value",
                    "RENEWAL",
                    "SIGNALS.openSeverity1",
                    1,
                    "SIGNALS.seatUtilisation",
                    0.4,
                    "SIGNALS.csmSentiment",
                    "YELLOW",
                    "RENEWAL.daysLeft",
                    90,
                    "RENEWAL.step",
                    120,
                    "HEALTH.band",
                    "YELLOW",
                    "CONTRACT.arr",
                    1_200_000,
                    "CONTRACT.products",
                    Set.of("SSO"),
                    "CONTRACT.end",
                    20_800,
                    "CONTRACT.start",
                    20_435,
                    "SEGMENT.touch",
                    "HIGH"),
            ticket(
                    "id",
                    "T-0",
                    "severity",
                    1,
                    "open",
                    true,
                    "openedDaysAgo",
                    20,
                    "waitingForCustomer",
                    false,
                    "kind",
                    "INCIDENT",
                    "cause",
                    "login failed",
                    "escalated",
                    true),
            ticket(
                    "id",
                    "T-1",
                    "severity",
                    2,
                    "open",
                    true,
                    "openedDaysAgo",
                    3,
                    "waitingForCustomer",
                    false,
                    "kind",
                    "REQUEST",
                    "cause",
                    "login failed",
                    "escalated",
                    false),
            ticket(
                    "id",
                    "T-2",
                    "severity",
                    1,
                    "open",
                    false,
                    "openedDaysAgo",
                    9,
                    "closedDaysAgo",
                    4,
                    "waitingForCustomer",
                    true,
                    "kind",
                    "QUESTION",
                    "cause",
                    "other",
                    "escalated",
                    false));

    private static Set<String> fired(String... conditions) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < conditions.length; i++) {
            text.append(i == 0 ? HEAD : "rule \"r" + i + "\" when\n")
                    .append(conditions[i])
                    .append("""

                    then
                      propose( UPSELL_PROMPT, "end" ).context( 40 ).evidence( "then" ); // end
                    end
                    """);
        }
        try (AuthorTextCompiler rules = AuthorTextCompiler.compile(text.toString(), VOCABULARY)) {
            return rules.fire(FACTS);
        }
    }

    @Test
    void singletonsNeedNoJoinAndEnumsStandBare() {
        assertThat(
                        fired(
                                "Stage( value == RENEWAL ) Signals( openSeverity1 >= 1, seatUtilisation < 0.5 || csmSentiment == RED )",
                                "Stage( value != RENEWAL )",
                                "Health( band <= YELLOW )",
                                "Health( band < YELLOW )",
                                "Stage( value in (ORDER, RENEWAL) ) Signals( csmSentiment not in (RED, GREEN) )",
                                "Contract( products contains \"SSO\", products not contains \"X\", noticeReceivedOn == null, arr * 0.1 >= 100000 )",
                                "Contract( start < end, noticeReceivedOn != null )",
                                "Renewal( $step : step, $left : daysLeft, daysLeft >= 0 )  exists Outcome( type == RENEWAL_PREPARATION, result == DONE, onDaysAgo <= $step - $left )"))
                .containsExactlyInAnyOrder("重要度1: \"escalate\" then end []", "r2 []", "r4 []", "r5 []", "r7 []");
    }

    @Test
    void itemsMakeTuplesInTheOrderOfTheirPatterns() {
        assertThat(fired(
                        "$t : Ticket( severity == 1, open == true, !waitingForCustomer, kind in (INCIDENT, REQUEST), cause matches \"login.*\" )",
                        "$a : Ticket( severity == 1 ) $b : Ticket( id != $a.id, cause == $a.cause )",
                        "$b : Ticket( severity == 2 ) $a : Ticket( cause == $b.cause, severity < $b.severity )",
                        "$t : Ticket( openedDaysAgo > 5 ) not Ticket( openedDaysAgo > $t.openedDaysAgo )",
                        "Ticket( severity == 1, closedDaysAgo <= 30 || openedDaysAgo <= 3 )",
                        "Contact( role == CHAMPION, present == true ) Ticket( escalated == true )"))
                .containsExactlyInAnyOrder(
                        "重要度1: \"escalate\" then end [Ticket 0]",
                        "r1 [Ticket 0, Ticket 1]",
                        "r2 [Ticket 1, Ticket 0]",
                        "r3 [Ticket 0]",
                        "r4 [Ticket 2]",
                        "r5 [Contact 0, Ticket 0]");
    }

    @Test
    void groupsAndFiguresMeanWhatTheySay() {
        assertThat(
                        fired(
                                "exists ( $a : Ticket( cause != null ) and Ticket( cause == $a.cause, id != $a.id ) )",
                                "not ( Ticket( severity == 2 ) and Contact( role == SPONSOR ) )",
                                "( Segment( touch == LOW ) or Renewal( daysLeft <= 120 ) ) $t : Ticket( severity == 2 )",
                                "accumulate( Ticket( open == true, $d : openedDaysAgo ); $n : count(), $m : max($d); $n >= 2, $m > 14 )",
                                "accumulate( Ticket( open == true, $d : openedDaysAgo ); $s : sum($d), $v : average($d), $l : min($d); $s == 23, $v == 11.5, $l <= 3 )",
                                "accumulate( Ticket( severity == 4 ); $n : count(); $n == 0 )",
                                "accumulate( Ticket( open == true ); $n : count(); $n > 2 )",
                                "$t : Ticket( cause != null ) accumulate( Ticket( cause == $t.cause ); $n : count(); $n >= 2 )",
                                "( Signals( openSeverity1 >= 3 ) or exists ( Ticket( severity == 1 ) and Contact( present == true ) ) )"))
                .containsExactlyInAnyOrder(
                        "重要度1: \"escalate\" then end []",
                        "r1 []",
                        "r2 [Ticket 1]",
                        "r3 []",
                        "r4 []",
                        "r5 []",
                        "r7 [Ticket 0]",
                        "r7 [Ticket 1]",
                        "r8 []");
    }

    @Test
    void whatIsNoDrlIsRefused() {
        assertThatThrownBy(() -> fired("Stage( value === RENEWAL )")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> fired("Stage( value == NO_SUCH_NAME )")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> fired("Stagee( value == RENEWAL )")).isInstanceOf(AssertionError.class);
    }

    @Test
    void headsAndConsequencesGiveWayAndLinesStay() {
        AuthorText text = new AuthorText(
                "rule \"a \\\"when\\\"\"\n  @x(\"when\")\nwhen\n  Stage() // then\nthen\n  x( end, \"end\" ); // end\nend\nrule b when\n then end",
                "X;");
        assertThat(text.replaced())
                .isEqualTo("rule \"0\" \n\n when\n  Stage() // then\nthen X;\n\n end\nrule \"1\"  when\n then X; end");
        assertThat(text.names()).containsExactly("a \"when\"", "b");
    }
}
