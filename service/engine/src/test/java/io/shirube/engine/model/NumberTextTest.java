package io.shirube.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "1000000, 1000000",
        "0.5, 0.5",
        "-3.0, -3",
        "0.0, 0",
        "-0.0, 0",
        "1e15, 1000000000000000",
        "1e-7, 0.0000001"
    })
    void showsPlainDigits(double number, String shown) {
        assertThat(NumberText.of(number)).isEqualTo(shown);
    }

    @Test
    void saysARangeThatMayBeOpen() {
        assertThat(NumberText.range("0", "1")).isEqualTo(new Text("0〜1", "from 0 to 1"));
        assertThat(NumberText.range("0", null)).isEqualTo(new Text("0以上", "at least 0"));
        assertThat(NumberText.range(null, "1")).isEqualTo(new Text("1以下", "at most 1"));
        assertThat(NumberText.range(null, null)).isEqualTo(new Text("任意の値", "any value"));
    }

    @Test
    void showsWhatIsNotFinite() {
        assertThat(NumberText.of(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-∞");
        assertThat(NumberText.of(Double.NaN)).isEqualTo("NaN");
    }
}
