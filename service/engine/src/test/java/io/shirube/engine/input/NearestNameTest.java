package io.shirube.engine.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> NAMES = List.of("start", "end", "noticeRule", "autoRenew");

    @Test
    void findsSwappedMissingAndWrongLettersInAnyCase() {
        assertThat(NearestName.of("edn", NAMES)).contains("end");
        assertThat(NearestName.of("strat", NAMES)).contains("start");
        assertThat(NearestName.of("noticerule", NAMES)).contains("noticeRule");
        assertThat(NearestName.of("autoRenewal", NAMES)).contains("autoRenew");
    }

    @Test
    void findsNothingFarAway() {
        assertThat(NearestName.of("touch", NAMES)).isEmpty();
        assertThat(NearestName.of("", NAMES)).isEmpty();
        assertThat(NearestName.of("x".repeat(10_000), NAMES)).isEmpty();
    }
}
