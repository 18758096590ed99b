package io.shirube.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Decision;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecisionWriterTest {

    private static final String FACTS =
            "\"facts\":{\"openSeverity1\":1,\"seatUtilisation\":0.3,\"autoRenew\":true,\"end\":\"2026-12-31\"}";

    @Test
    void writesExactlyTheContractsShapeByDefault() {
        assertThat(written("en", Explain.REASONS, Decisions.full())).isEqualTo("""
                        {"accountId":"A-1","asOf":"2026-11-21","ruleset":"sha256:ab","engine":"1.0.0",\
                        "stage":{"value":"RENEWAL","source":"DERIVED"},\
                        "renewal":{"decisionDate":"2027-01-01","daysLeft":41,"state":"OPEN","basis":"COMPUTED","step":"D60"},\
                        "segment":{"touch":"HIGH","programme":"INDIVIDUAL","sizeBand":"LARGE","pinned":true,\
                        "pending":{"touch":"LOW","since":"2026-11-01"},\
                        "reasons":[{"rule":"segmentation","at":"5-actions/support.drl:7","text":"1 severity-1 ticket",FACTS}]},\
                        "health":{"score":63.5,"band":"YELLOW","coverage":0.86,"dimensions":[{"name":"adoption","score":71,\
                        "weight":30,"effectiveWeight":0.35,"inputs":["seatUtilisation"]}]},\
                        "success":{"level":"LIGHT","reasons":[{"rule":"success","at":"5-actions/support.drl:3","text":"1 severity-1 ticket",FACTS}]},\
                        "actions":[{"key":"A-1:SUPPORT_ESCALATION:severity1","type":"SUPPORT_ESCALATION","change":"OPENED",\
                        "title":"Escalate","priority":0.8101,"factors":{"propensity":0.6,"context":1.4,"value":1,"lever":1.07},\
                        "channel":"CALL","ownerRole":"CSM","coOwnerRole":"SALES","deliveredBy":"PARTNER","skill":"SUPPORT",\
                        "dueOn":"2026-11-24","expiresOn":null,"effortHours":1.5,\
                        "bundle":"A-1/CSM/2026-W48","absorbed":["NPS_FOLLOW_UP"],"purpose":"Keep the account",\
                        "reasons":[{"rule":"severity 1","at":"5-actions/support.drl:14","text":"1 severity-1 ticket",FACTS}]}],\
                        "withdrawn":[{"key":"k","because":"no reason left"}],\
                        "suppressed":[{"key":"A-1:UPSELL_PROMPT:main","type":"UPSELL_PROMPT","held":true,"by":"COOLDOWN","text":"wait"}],\
                        "noAction":null,\
                        "missingSignals":[{"name":"roiVerified","why":"STALE","lastAt":"2025-01-10","wouldChange":true}],\
                        "notices":[{"code":"FUTURE","text":"future","values":{"name":"nps"}}],"problems":[]}""".replace("FACTS", FACTS));
    }

    @Test
    void writesTheSameShapeWithoutReasons() {
        String none = written("en", Explain.NONE, Decisions.full());
        assertThat(none)
                .doesNotContain("\"rule\"", "facts")
                .contains("\"pending\":{\"touch\":\"LOW\"", "\"reasons\":[]");
    }

    @Test
    void addsTheOtherReasonsWhenExplainedInFull() {
        assertThat(written("en", Explain.FULL, Decisions.full()))
                .contains("\"source\":\"DERIVED\",\"reasons\":[{\"rule\":\"stage\"")
                .contains("\"inputs\":[\"seatUtilisation\"],\"reasons\":[{\"rule\":\"d\"")
                .contains("\"caps\":[{\"rule\":\"cap\"")
                .contains("\"purpose\":\"Keep the account\",\"mandatory\":true,\"reasons\"");
    }

    @Test
    void writesJapaneseTexts() {
        assertThat(written("ja", Explain.REASONS, Decisions.full()))
                .contains("\"title\":\"障害対応\"", "\"purpose\":\"解約を防ぐ\"", "\"text\":\"重要度1が1件\"")
                .contains("\"because\":\"理由なし\"", "\"text\":\"待機\"", "\"text\":\"未来\"");
    }

    @Test
    void writesWhatIsUnknownAsNull() {
        assertThat(written("en", Explain.REASONS, Decisions.empty("A")))
                .contains(
                        "\"renewal\":{\"decisionDate\":null,\"daysLeft\":null,\"state\":null,\"basis\":null,\"step\":null}")
                .contains("\"sizeBand\":null,\"pinned\":false,\"pending\":null")
                .contains("\"health\":{\"score\":null,\"band\":\"UNKNOWN\",\"coverage\":0,\"dimensions\":[]}")
                .contains("\"noAction\":{\"cause\":\"DATA_MISSING\",\"text\":\"Data is missing\"}");
    }

    @Test
    void roundsHalfUpAsADecimalAndNotAsABinaryNumber() {
        assertThat(CanonicalJson.rounded(0.15, 1)).isEqualTo("0.2");
        assertThat(CanonicalJson.rounded(64.35 - 2e-14, 1)).isEqualTo("64.4");
        assertThat(CanonicalJson.rounded(64.34, 1)).isEqualTo("64.3");
        assertThat(CanonicalJson.rounded(64.0, 1)).isEqualTo("64");
        assertThat(CanonicalJson.rounded(-0.00001, 4)).isEqualTo("0");
        assertThat(CanonicalJson.rounded(12_000_000, 6)).isEqualTo("12000000");
    }

    @Test
    void replacesWhatUtf8CannotHold() {
        assertThat(written("en", Explain.REASONS, Decisions.empty("A\uD800B"))).contains("\"accountId\":\"A\uFFFDB\"");
    }

    private static String written(String language, Explain explain, Decision decision) {
        return new String(new DecisionWriter(language, explain).toBytes(decision), StandardCharsets.UTF_8);
    }
}
