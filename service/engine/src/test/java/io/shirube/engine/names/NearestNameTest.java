package io.shirube.engine.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    void takesNoNoticeOfWidthSpacesAndJoiningSigns() {
        assertThat(NearestName.of("ｓｔａｒｔ", NAMES)).contains("start");
        assertThat(NearestName.of("notice rule", NAMES)).contains("noticeRule");
        assertThat(NearestName.of("auto_renew", NAMES)).contains("autoRenew");
        assertThat(NearestName.of("-en", List.of("--end"))).isEmpty();
        assertThat(NearestName.of("-end", List.of("--end"))).contains("--end");
    }

    @Test
    void findsTheNameWhoseEndWasLeftOff() {
        assertThat(NearestName.of("notice", NAMES)).contains("noticeRule");
        assertThat(NearestName.of("no", NAMES)).isEmpty();
    }

    @Test
    void allowsASlipForEveryThreeLetters() {
        assertThat(NearestName.of("stbrt", NAMES)).contains("start");
        assertThat(NearestName.of("sbbrt", NAMES)).isEmpty();
        assertThat(NearestName.of("notbbeRule", NAMES)).contains("noticeRule");
        assertThat(NearestName.of("nobbbbRule", NAMES)).isEmpty();
    }

    @Test
    void prefersTheNearestAndAmongEquallyNearOnesTheFirst() {
        assertThat(NearestName.of("send", List.of("sent", "end", "send "))).contains("send ");
        assertThat(NearestName.of("sand", List.of("send", "hand"))).contains("send");
    }

    @Test
    void looksAtEverySpellingOfACandidate() {
        Map<String, List<String>> spellings =
                Map.of("RENEWAL", List.of("RENEWAL", "更新段階"), "ADOPTION", List.of("ADOPTION", "活用段階"));

        assertThat(NearestName.of(
                        "更進段階", List.of("ADOPTION", "RENEWAL"), name -> spellings.getOrDefault(name, List.of())))
                .contains("RENEWAL");
    }

    @Test
    void findsNothingFarAway() {
        assertThat(NearestName.of("touch", NAMES)).isEmpty();
        assertThat(NearestName.of("", NAMES)).isEmpty();
        assertThat(NearestName.of("_", NAMES)).isEmpty();
        assertThat(NearestName.of("x".repeat(10_000), NAMES)).isEmpty();
    }
}
