package io.shirube.engine.cases.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.cases.CaseFile;
import io.shirube.engine.cases.CaseReport;
import io.shirube.engine.cases.CaseRunner;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs cases, one a line in the shape of a portfolio, with a small rule folder as of 2026-11-20. */
final class Watched {

    private static final String SIGNALS = """
            signals:
              use: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, ja: 利用, en: Use}
              seats: {type: number, unit: seats, min: 0, step: 1, ja: 席数, en: Seats}
              askedAt: {type: event, ja: 問い合わせ日, en: Asked}
            """;
    private static final String ACTIONS = """
            actions:
              UPSELL_PROMPT:
                ja: アップセル提案
                en: Upsell prompt
                class: S
                driver: EXPANSION
                purpose: {ja: 席を増やす, en: More seats}
                owner: CSM
                due: {workingDays: 10}
                proof: {indicator: seats}
            """;

    private Watched() {}

    /** Returns the report of cases on a rule whose left side is given. */
    static CaseReport rule(String when, String... given) {
        return folder(
                "5-actions/test.drl",
                "rule \"Tested\" @reason_ja(\"席。\") @reason_en(\"Seats.\")\nwhen\n" + when
                        + "\nthen\n  propose( UPSELL_PROMPT );\nend\n",
                given);
    }

    /** Returns the report of cases on one rule file or table. */
    static CaseReport folder(String file, String text, String... given) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("signals.yml", SIGNALS.getBytes(UTF_8));
        files.put("actions.yml", ACTIONS.getBytes(UTF_8));
        files.put("policies.yml", "currency: JPY".getBytes(UTF_8));
        files.put("calendar.yml", "until: 2027-12-31".getBytes(UTF_8));
        files.put(file, text.getBytes(UTF_8));
        ReadResult read = RulesetReader.read(RuleBundle.of(files));
        RuleModel model = Objects.requireNonNull(read.model(), read.findings().toString());
        StringBuilder cases = new StringBuilder("asOf: 2026-11-20\ncases:\n");
        for (String one : given) {
            cases.append("  - {name: a case, given: ").append(one).append("}\n");
        }
        try (Ruleset ruleset = Ruleset.of(model)) {
            CaseFile caseFile =
                    CaseFile.read("cases/test.yml", cases.toString().getBytes(UTF_8), ZoneId.of("Asia/Tokyo"));
            CaseReport report = new CaseRunner(ruleset).run(List.of(caseFile));
            assertThat(report.isFine()).as(report.lines("en").toString()).isTrue();
            return report;
        }
    }
}
