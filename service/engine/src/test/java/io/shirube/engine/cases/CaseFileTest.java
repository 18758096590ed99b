package io.shirube.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.rules.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void laysEachCaseOverTheBase() {
        CaseFile file = read("""
                about: a story
                asOf: 2026-11-20
                base:
                  account: {employees: 320, industry: 小売}
                  contract: {start: 2026-01-01, autoRenew: true}
                  signals: {nps: {value: 20, at: 2026-10-01}, licensedSeats: 100}
                  tickets: [{id: T1}]
                cases:
                  - name: as it is
                  - name: changed
                    asOf: 2026-11-21
                    given: {account: {employees: 10, industry: null}, contract: null, signals: {nps: {value: -5}, lastLoginAt: null}, tickets: []}
                    expect: {touch: LOW}
                  - {name: later, skip: not yet}
                """);
        assertThat(file.findings()).isEmpty();
        AccountSnapshot changed = file.cases().get(1).given().draft();
        assertThat(changed.account().id()).isEqualTo("CASE");
        assertThat(changed.account().employees()).isEqualTo(10);
        assertThat(changed.account().industry()).isNull();
        assertThat(changed.contract()).isNull();
        assertThat(changed.tickets()).isEmpty();
        assertThat(changed.signals())
                .containsEntry("nps", List.of(new Measurement(-5.0, LocalDate.of(2026, 10, 1))))
                .containsEntry("licensedSeats", List.of(new Measurement(100.0, null)))
                .containsEntry("lastLoginAt", List.of(new Measurement(null, null)));
        assertThat(file.cases().get(0).given().draft().tickets()).hasSize(1);
        assertThat(file.cases())
                .extracting(RuleCase::asOf)
                .containsExactly(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 20));
        assertThat(file.cases().get(2).skip()).isEqualTo("not yet");
    }

    @Test
    void namesWhatItDoesNotKnowWithItsPlaceInBothLanguages() {
        CaseFile file = read("""
                asOf: 2026-11-20
                cases:
                  - name: first
                    given: {contract: {edn: 2026-12-31}}
                    expect: {tuoch: LOW, health: {scor: 1}}
                  - name: second
                """);
        assertThat(file.cases()).extracting(RuleCase::name).containsExactly("second");
        assertThat(file.findings())
                .extracting(Finding::at)
                .extracting(Object::toString)
                .containsExactly("cases/x.yml:4:24", "cases/x.yml:5:14", "cases/x.yml:5:35");
        assertThat(file.findings())
                .extracting(Finding::whatEn, Finding::tryEn)
                .containsExactly(
                        tuple("Unknown field contract.edn. Did you mean contract.end?", "Correct given: or base:."),
                        tuple("Unknown key tuoch.", "Did you mean touch?"),
                        tuple("Unknown key health.scor.", "Did you mean score?"));
        assertThat(file.findings())
                .extracting(Finding::whatJa, Finding::tryJa)
                .contains(tuple("tuoch という項目はありません。", "touch のことですか。"));
    }

    @Test
    void saysWhereAFileIsNoCaseFile() {
        assertFinding("cases: [", "case-yaml", "cases/x.yml:1:9");
        assertFinding("about: x\n", "case-none", "cases/x.yml:1:1");
        assertFinding("", "case-none", "cases/x.yml:1:1");
        assertFinding("cases:\n  - name: a\n    name: b\n", "case-duplicate", "cases/x.yml:3:5");
        assertFinding("asOf: soon\ncases: []\n", "case-date", "cases/x.yml:1:7");
        assertFinding("cases:\n  - {name: a, expect: {actions: UPSELL_PROMPT}}\n", "case-shape", "cases/x.yml:2:33");
        assertFinding("cases:\n  - {name: a, expect: {touch: [LOW]}}\n", "case-shape", "cases/x.yml:2:31");
        assertFinding("cases:\n  - sentence\n", "case-shape", "cases/x.yml:2:5");
    }

    @Test
    void refusesAFileWhoseAliasesStandForTooMuch() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", List.of(alias, alias, alias, alias)) + "]\n");
        }
        assertFinding(bomb.append("cases: []\n").toString(), "case-too-large", "cases/x.yml:1:1");
    }

    @Test
    void readsTheCasesOfARuleFolderInOrder(@TempDir Path rules) throws IOException {
        assertThat(CaseFile.readFolder(rules, TOKYO)).isEmpty();
        Path folder = Files.createDirectories(rules.resolve("cases"));
        Files.writeString(folder.resolve("b.yml"), "cases: []");
        Files.writeString(folder.resolve("a.yaml"), "\uFEFFcases: []");
        Files.writeString(folder.resolve(".c.yml"), "cases: []");
        Files.writeString(folder.resolve("README.md"), "no case");
        assertThat(CaseFile.readFolder(rules, TOKYO))
                .extracting(CaseFile::file)
                .containsExactly("cases/a.yaml", "cases/b.yml");
    }

    private static void assertFinding(String text, String code, String at) {
        List<Finding> findings = read(text).findings();
        assertThat(findings).as(text).hasSize(1);
        assertThat(findings.get(0).code() + " " + findings.get(0).at()).isEqualTo(code + " " + at);
    }

    private static CaseFile read(String text) {
        return CaseFile.read("cases/x.yml", text.getBytes(StandardCharsets.UTF_8), TOKYO);
    }
}
