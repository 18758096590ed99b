package io.shirube.engine.authoring.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import io.shirube.engine.testing.TestVocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of signals.yml and actions.yml. */
class CatalogueExpressionsTest {

    private static final Position AT = Position.inText("signals.yml", 7, 30);

    private final List<Finding> findings = new ArrayList<>();
    private final ExpressionParser parser = new ExpressionParser(TestVocabulary.names(), findings::add);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "min(1, activeUsers30d / licensedSeats)",
                "max(0, account.employees - licensedSeats)",
                "min(1, nps) + min(1, max(nps, 2))",
                "previous(licensedSeats, 30d)",
                "change(activeUsers30d, 90d)",
                "count(Ticket(severity == 1, open == true))",
                "count(Ticket( ))",
                "highest(Ticket(open == true, (kind != REQUEST || kind == null)), openedDaysAgo)",
                "lowest(Contact(lastContactAt != null), lastContactDaysAgo)",
                "highest(Contact( ), lastContactAt)",
                "contract.arr * 0.1",
                "employees"
            })
    void readsEveryDerivation(String text) {
        assertThat(parser.derivation(text, AT)).isPresent();
        assertThat(findings).isEmpty();
    }

    private SignalType.Trend trend(String text) {
        return ((SignalType.OverTime) parser.derivation(text, AT).orElseThrow()).trend();
    }

    @Test
    void tellsTheKindsOfDerivationApart() {
        assertThat(parser.derivation("previous(licensedSeats, 30d)", AT)).hasValueSatisfying(read -> {
            SignalType.OverTime previous = (SignalType.OverTime) read;
            assertThat(previous.trend()).isEqualTo(SignalType.Trend.PREVIOUS);
            assertThat(previous.source().name()).isEqualTo("licensedSeats");
            assertThat(previous.days()).isEqualTo(30);
        });
        assertThat(parser.derivation("lowest(Ticket(open == true), severity * 2)", AT))
                .hasValueSatisfying(read -> {
                    SignalType.Extreme extreme = (SignalType.Extreme) read;
                    assertThat(extreme.highest()).isFalse();
                    assertThat(extreme.items().type()).isEqualTo(FactType.TICKET);
                    assertThat(extreme.of()).isInstanceOf(Term.Arithmetic.class);
                });
        assertThat(trend("change(nps, 7d)")).isEqualTo(SignalType.Trend.CHANGE);
        assertThat(trend("changePerWorkingDay(nps, 30d)")).isEqualTo(SignalType.Trend.CHANGE_PER_WORKING_DAY);
        assertThat(trend("average(nps, 28d)")).isEqualTo(SignalType.Trend.AVERAGE);
        assertThat(parser.derivation("nps", AT)).get().isInstanceOf(SignalType.Computed.class);
    }

    @Test
    void readsTheValueOfAnAction() {
        assertThat(parser.term("contract.arr * 0.5", AT, Phase.ACTIONS)).hasValueSatisfying(term -> {
            assertThat(term.origin().text()).isEqualTo("contract.arr * 0.5");
            assertThat(term.origin().at()).isEqualTo(AT);
        });
        assertThat(parser.term("health.score", AT, Phase.ACTIONS)).isPresent();
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "activeUser30d / licensedSeats | 30 misspelt-name",
                "activeUsers30d / 席数 | 47 unknown-name",
                "contract.aar | 39 misspelt-field",
                "kontract.arr | 30 unknown-owner",
                "stage.value | 36 conclusion-in-catalogue",
                "health.score * 2 | 37 conclusion-in-catalogue",
                "nps + | 35 value-missing",
                "nps nps | 34 value-expected",
                "min(1) | 30 two-arguments",
                "abs(nps) | 30 unknown-function",
                "nps - previous(nps, 30d) | 36 unknown-function",
                "previous(nps, 30) | 44 days-expected",
                "previous(nps, 0d) | 44 days-expected",
                "previous(csmSentiment, 30d) | 39 signal-expected",
                "previous(contract.arr, 30d) | 39 signal-expected",
                "count(Account( )) | 36 collection-expected",
                "count(Ticket(severty == 1)) | 43 misspelt-field",
                "count(Ticket(severity == 1) | 35 unclosed-bracket",
                "lowest(Ticket( ), cause) | 48 number-expected",
                "csmSentiment + 1 | 30 number-expected",
                "nps > 3 | 34 value-expected",
                "50% * nps | 32 percent-sign",
                "\"a | 30 unclosed-text"
            })
    void tellsWhereACatalogueExpressionIsWrong(String text, String finding) {
        assertThat(parser.derivation(text, AT)).isEmpty();

        assertThat(findings)
                .extracting(found -> found.at().column() + " " + found.code())
                .containsExactly(finding);
    }

    @Test
    void refusesAnEmptyExpression() {
        assertThat(parser.derivation("  ", AT)).isEmpty();

        assertThat(findings).extracting(Finding::code).containsExactly("empty-expression");
    }

    @Test
    void survivesHostileExpressions() {
        for (String text : List.of(
                "(".repeat(100_000), "min(".repeat(50_000), "-".repeat(100_000), "!".repeat(100_000), "\0", "\uD800")) {
            assertThat(parser.derivation(text, AT)).isEmpty();
        }
        assertThat(findings).hasSizeGreaterThanOrEqualTo(6);
    }
}
