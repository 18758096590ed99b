package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Verdict.FALSE;
import static io.shirube.engine.evaluate.Verdict.TRUE;
import static io.shirube.engine.evaluate.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "FALSE,   FALSE,   FALSE,   FALSE",
        "FALSE,   UNKNOWN, FALSE,   UNKNOWN",
        "FALSE,   TRUE,    FALSE,   TRUE",
        "UNKNOWN, FALSE,   FALSE,   UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "UNKNOWN, TRUE,    UNKNOWN, TRUE",
        "TRUE,    FALSE,   FALSE,   TRUE",
        "TRUE,    UNKNOWN, UNKNOWN, TRUE",
        "TRUE,    TRUE,    TRUE,    TRUE"
    })
    void followsKleenesTables(Verdict left, Verdict right, Verdict conjunction, Verdict disjunction) {
        assertThat(left.and(right)).isEqualTo(conjunction);
        assertThat(left.or(right)).isEqualTo(disjunction);
    }

    @ParameterizedTest
    @CsvSource({"FALSE, TRUE", "UNKNOWN, UNKNOWN", "TRUE, FALSE"})
    void negatesAllButTheUnknown(Verdict verdict, Verdict negated) {
        assertThat(verdict.not()).isEqualTo(negated);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void isNeverUnknownWhenMadeFromABoolean(boolean known) {
        assertThat(Verdict.of(known)).isEqualTo(known ? TRUE : FALSE).isNotEqualTo(UNKNOWN);
    }
}
