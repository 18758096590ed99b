package io.shirube.engine.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small sound rule folder, in which tests put one file right or wrong. */
final class Folders {

    static final String SIGNALS = """
            signals:
              licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
              seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
            attributes:
              strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
            """;
    static final String ACTIONS = """
            actions:
              UPSELL_PROMPT:
                ja: アップセル提案
                en: Upsell prompt
                class: S
                driver: EXPANSION
                purpose: {ja: 席を増やす, en: More seats}
                owner: CSM
                due: {workingDays: 10}
                proof: {indicator: seatUtilisation}
            """;

    private Folders() {}

    /** Returns the sound folder with one file added or replaced. */
    static RuleBundle with(String file, byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("signals.yml", SIGNALS.getBytes(UTF_8));
        files.put("actions.yml", ACTIONS.getBytes(UTF_8));
        files.put("policies.yml", "currency: JPY".getBytes(UTF_8));
        files.put("calendar.yml", "until: 2027-12-31".getBytes(UTF_8));
        files.put(file, bytes);
        return RuleBundle.of(files);
    }

    /** Reads the sound folder with one file added or replaced. */
    static ReadResult read(String file, String text) {
        return RulesetReader.read(with(file, text.getBytes(UTF_8)));
    }

    /**
     * Asserts that a file gives a finding, word for word.
     *
     * @param head severity, code and place
     */
    static void expect(
            String file, String text, String head, String whatJa, String tryJa, String whatEn, String tryEn) {
        ReadResult result = read(file, text);

        assertThat(result.findings())
                .extracting(finding -> finding.severity() + " " + finding.code() + " " + finding.at() + "\n"
                        + finding.whatJa() + "\n" + finding.tryJa() + "\n" + finding.whatEn() + "\n" + finding.tryEn())
                .contains(head + "\n" + whatJa + "\n" + tryJa + "\n" + whatEn + "\n" + tryEn);
        assertThat(result.model() == null).isEqualTo(hasErrors(result.findings()));
        assertThat(result.findings()).isSorted();
    }

    private static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
