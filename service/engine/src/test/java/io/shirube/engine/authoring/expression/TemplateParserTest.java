package io.shirube.engine.authoring.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Term;
import io.shirube.engine.testing.TestVocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reasons of tables and rules. */
class TemplateParserTest {

    private static final Position CELL = Position.inTable("2-segment/x.table.csv", 7, 2);

    private final List<Finding> findings = new ArrayList<>();
    private final TemplateParser parser = new TemplateParser(TestVocabulary.names(), findings::add);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "理由",
                "従業員{account.employees}名",
                "{employees}名、席利用率{seatUtilisation}％",
                "{ seatUtilisation } %",
                "{seatUtilisation} percent",
                "席利用率{signals.seatUtilisation}パーセント",
                "利用が{usageChange}ポイント変化",
                "判断期限まで{contract.decisionDateDaysAhead}日（{contract.decisionDate}）",
                "{contract.arr}円、段階は{stage.value}"
            })
    void readsEveryKindOfPlace(String text) {
        assertThat(parser.parse(text, CELL, Scope.of(Phase.ACTIONS)))
                .hasValueSatisfying(template -> assertThat(template.text()).isEqualTo(text));
        assertThat(findings).isEmpty();
    }

    @Test
    void prefersWhatTheRuleBound() {
        Scope scope = Scope.of(Phase.ACTIONS);
        scope.bind("$nps", new Scope.Result(3, null));

        ReasonTemplate template = parser.parse("{nps}件", CELL, scope).orElseThrow();

        assertThat(((ReasonTemplate.Quote) template.parts().get(0)).term())
                .isInstanceOfSatisfying(
                        Term.OfResult.class,
                        result -> assertThat(result.result()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{席利用率}% | misspelt-name",
                "{xyzzy} | unknown-name",
                "{contract.aar} | misspelt-field",
                "{kontract.arr} | unknown-owner",
                "{a.b.c} | too-many-dots",
                "{} | empty-place",
                "{contract.} | empty-place",
                "{nps | unclosed-place",
                "{nps {nps} | unclosed-place",
                "nps} | extra-brace",
                "{seatUtilisation}です | ratio-without-sign",
                "{seatUtilisation}割 | ratio-without-sign",
                "{nps}% | sign-without-ratio",
                "{success.level} | later-phase"
            })
    void tellsWhatIsWrongWithAPlace(String text, String code) {
        assertThat(parser.parse(text, CELL, Scope.of(Phase.HEALTH))).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly(code);
        assertThat(findings).extracting(Finding::at).containsExactly(CELL);
    }

    @Test
    void findsEveryWrongPlaceOfASentenceAtItsCharacter() {
        Position at = Position.inText("5-actions/x.drl", 3, 14);

        parser.parse("あ{xyzzy}い{seatUtilization}%", at, Scope.of(Phase.ACTIONS));

        assertThat(findings)
                .extracting(found -> found.at().toString())
                .containsExactly("5-actions/x.drl:3:16", "5-actions/x.drl:3:24");
    }
}
