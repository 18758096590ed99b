package io.shirube.engine.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.rules.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RulesetReaderTest {

    private static final String SEGMENT = "hit,collect\n従業員数,タッチ,reason_ja,reason_en\n1000以上,HIGH,大,large\n";

    @Test
    void numbersUnitsByPhaseThenFileThenPosition() {
        Map<String, byte[]> files =
                new LinkedHashMap<>(Folders.with("x", new byte[0]).files());
        files.put("5-actions/a.drl", rule("first").concat(rule("second")).getBytes(UTF_8));
        files.put("2-segment/b.table.csv", ("table,b\n" + SEGMENT).getBytes(UTF_8));
        files.put("2-segment/a.table.csv", ("table,a\n" + SEGMENT).getBytes(UTF_8));

        ReadResult result = RulesetReader.read(RuleBundle.of(files));

        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        RuleModel model = Objects.requireNonNull(result.model());

        assertThat(model.units()).extracting(RuleUnit::name).containsExactly("a", "b", "first", "second");
        assertThat(model.units()).extracting(RuleUnit::number).containsExactly(0, 1, 2, 3);
        assertThat(model.units(Phase.SEGMENT)).hasSize(2);
    }

    @Test
    void twoTablesOfOneNameAreAnError() {
        Map<String, byte[]> files =
                new LinkedHashMap<>(Folders.with("x", new byte[0]).files());
        files.put("2-segment/b.table.csv", ("table,a\n" + SEGMENT).getBytes(UTF_8));
        files.put("2-segment/a.table.csv", ("table,a\n" + SEGMENT).getBytes(UTF_8));

        assertThat(RulesetReader.read(RuleBundle.of(files)).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .returns("duplicate-name", Finding::code)
                .returns("「a」という名前は 2-segment/a.table.csv!A1 でも使われています。", Finding::whatJa)
                .returns("The name \"a\" is also used at 2-segment/a.table.csv!A1.", Finding::whatEn);
    }

    @Test
    void headingsMeanTheSameInBothLanguages() {
        String japanese = """
                table,a
                hit,collect
                従業員数,年間契約額,契約開始日からの日数,席利用率,段階,タッチ,プログラム
                1,2,3,4%,更新,ハイタッチ,個別
                """;
        String english = """
                table,a
                hit,collect
                Employees,ARR,Days since contract start,Seat utilisation,Stage,Touch,Programme
                1,2,3,4%,Renewal,High touch,Individual
                """;
        String names = """
                table,a
                hit,collect
                employees,contract.arr,startDaysAgo,seatUtilisation,stage,touch,programme
                1,2,3,4%,RENEWAL,HIGH,INDIVIDUAL
                """;

        Table first = table("2-segment/a.table.csv", japanese);

        assertThat(table("2-segment/a.table.csv", english))
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Origin.class)
                .isEqualTo(first);
        assertThat(table("2-segment/a.table.csv", names))
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Origin.class)
                .isEqualTo(first);
    }

    @Test
    void healthTablesScoreBoundWeighAndCap() {
        Table table = table(
                "3-health/a.table.csv",
                "table,a\nhit,collect\ntouch,adoption,weight.adoption,atLeast.value,atMost.value,cap\nHIGH,80,100,60,90,YELLOW\n");

        assertThat(table.rows().get(0).consequences())
                .extracting(consequence ->
                        ((Consequence.Assign) consequence).target().name())
                .containsExactly("adoption", "adoptionWeight", "valueAtLeast", "valueAtMost", "cap");
    }

    @Test
    void actionTablesProposeWithKeyAndContextAndHold() {
        Table table = table("5-actions/a.table.csv", """
                table,a
                hit,collect
                touch,propose,context,hold,reason_ja,reason_en
                HIGH,アップセル提案:seats,30,UPSELL_PROMPT:SUITABILITY,あ,a
                """);

        List<Consequence> consequences = table.rows().get(0).consequences();
        assertThat(consequences.get(0)).isInstanceOfSatisfying(Consequence.Propose.class, propose -> {
            assertThat(propose.action().name()).isEqualTo("UPSELL_PROMPT");
            assertThat(propose.key()).isEqualTo(new Consequence.FixedKey("seats"));
            assertThat(propose.context()).isEqualTo(30);
        });
        assertThat(consequences.get(1))
                .isInstanceOfSatisfying(
                        Consequence.Hold.class,
                        hold -> assertThat(hold.policy()).isEqualTo(Consequence.Policy.SUITABILITY));
    }

    @Test
    void headLinesBecomePeriodAndMetadata() {
        Table table = table(
                "2-segment/a.table.csv",
                "table,a\nhit,first\nowner,cs-ops\nfrom,2026/4/1\nuntil,2027年3月31日\npurpose,\"a, b\"\n※ 注記\n\ntouch\n# remark\nHIGH\n");

        assertThat(table.hit()).isEqualTo(Table.Hit.FIRST);
        assertThat(table.from()).hasToString("2026-04-01");
        assertThat(table.until()).hasToString("2027-03-31");
        assertThat(table.metadata()).containsEntry("owner", "cs-ops").containsEntry("purpose", "a, b");
        assertThat(table.rows().get(0).position()).hasToString("2-segment/a.table.csv!A11");
    }

    @Test
    void weightsThatDoNotAddUpAreMentioned() {
        assertThat(Folders.read(
                                "3-health/a.table.csv",
                                "table,a\nhit,single\ntouch,weight.adoption,weight.value\nHIGH|LOW|TECH,60,30\n")
                        .findings())
                .filteredOn(finding -> finding.code().equals("weights-sum"))
                .singleElement()
                .returns("重みの合計が100ではなく90です。", Finding::whatJa)
                .returns("The weights add up to 90, not 100.", Finding::whatEn);
    }

    @Test
    void actionsNobodyProposesAndSignalsNobodyReadsAreMentioned() {
        assertThat(Folders.read("2-segment/a.table.csv", "table,a\n" + SEGMENT).findings())
                .extracting(finding -> finding.severity() + " " + finding.code() + " " + finding.at())
                .contains(
                        "WARNING never-proposed actions.yml:2:3",
                        "NOTICE never-read signals.yml:2:3",
                        "NOTICE never-read signals.yml:5:3")
                .doesNotContain("NOTICE never-read signals.yml:3:3");
    }

    private static Table table(String file, String text) {
        ReadResult result = Folders.read(file, text);
        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        return (Table) Objects.requireNonNull(result.model()).units().get(0);
    }

    private static String rule(String name) {
        return "rule \"" + name
                + "\"\n@reason_ja(\"あ\") @reason_en(\"a\")\nwhen\n  Stage( value == RENEWAL )\nthen\n  propose( UPSELL_PROMPT );\nend\n";
    }
}
