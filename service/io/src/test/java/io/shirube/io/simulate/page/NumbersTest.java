package io.shirube.io.simulate.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    private final Numbers japanese = new Numbers(true, "JPY");
    private final Numbers english = new Numbers(false, "JPY");

    @Test
    void writesMoneyInFullAndInRoundUnits() {
        assertThat(japanese.money("x", 7_693_000).shown()).isEqualTo("7,693,000円");
        assertThat(english.money("x", 7_693_000).shown()).isEqualTo("¥7,693,000");
        assertThat(japanese.roughMoney("x", 7_693_000).shown()).isEqualTo("769万円");
        assertThat(japanese.roughMoney("x", 2_840_000_000L).shown()).isEqualTo("28.4億円");
        assertThat(japanese.roughMoney("x", 9_999).shown()).isEqualTo("9,999円");
        assertThat(english.roughMoney("x", 7_693_000).shown()).isEqualTo("¥7.7M");
        assertThat(english.roughMoney("x", 18_287_000_000L).shown()).isEqualTo("¥18.3B");
        assertThat(english.roughMoney("x", 910_000).shown()).isEqualTo("¥910k");
    }

    @Test
    void readsMoneyInTheSmallestUnitOfItsCurrency() {
        assertThat(new Numbers(false, "USD").money("x", 1_234_567)).isEqualTo(new Figure("x", "1234567", "12,346 USD"));
    }

    @Test
    void writesHoursToATenthAndKeepsThemExactly() {
        assertThat(japanese.hours("x", 1_250)).isEqualTo(new Figure("x", "1.25", "1.3"));
        assertThat(japanese.hoursChange("x", -1_868_100)).isEqualTo(new Figure("x", "-1868.1", "−1,868.1"));
        assertThat(japanese.hoursChange("x", 47_000)).isEqualTo(new Figure("x", "47", "+47.0"));
        assertThat(japanese.hoursChange("x", 0).shown()).isEqualTo("±0");
    }

    @Test
    void writesSharesAndMeans() {
        assertThat(japanese.share("x", 387, 435).shown()).isEqualTo("89.0%");
        assertThat(japanese.mean("x", 205, 224).shown()).isEqualTo("0.92");
    }
}
