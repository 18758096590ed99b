package io.shirube.io.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.io.PortfolioFormat;
import io.shirube.io.map.MapReport.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped mappings over their samples; the expectations were worked out by hand from the sheets. */
class SampleMappingsTest {

    private static final Path MAPPINGS = Path.of("../../fixtures/mappings");
    private static final LocalDate YEAR_END = LocalDate.of(2024, 12, 31);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private final List<String> places = new ArrayList<>();
    private final MapReport report =
            new MapReport((kind, code, place, what) -> places.add(kind + " " + code + " " + place));

    @Test
    void mapsFiveJoinedTablesAsTheyWereKnownOnTheDay() throws Exception {
        List<String> accounts = lines(run("ravenstack.yml", MAPPINGS.resolve("ravenstack-sample"), YEAR_END));
        // A-5 signed up after the day. A-1: seats 40 + 20 (20 of them since 12-10), arr (23,520 + 47,760) x 150.
        // Uses of 60 days (from 11-02): 12 + 8 = 20, before (09-03 to 11-01): 30 + 10 = 40, so -0.5.
        // Features of 90 days (from 10-03): 2, 3, 4 of 40; thirty days before (09-03 to 12-01): 1, 3, 4.
        // The urgent ticket was closed in January: on the day it is open and its rating unknown; (5 + 4) / 2 = 4.5.
        assertThat(accounts).hasSize(4);
        assertThat(accounts.get(0))
                .isEqualTo("{\"account\":{\"id\":\"A-1\",\"name\":\"Larkfield Labs\",\"industry\":\"DevTools\","
                        + "\"onboardingCompletedOn\":\"2023-06-30\"},"
                        + "\"contract\":{\"start\":\"2023-04-01\",\"end\":\"2025-03-31\",\"termMonths\":12,\"autoRenew\":true,"
                        + "\"arr\":10692000,\"mrr\":891000,\"currency\":\"JPY\",\"plan\":\"Enterprise\"},"
                        + "\"signals\":{\"contractSigned\":true,"
                        + "\"licensedSeats\":[{\"value\":40,\"at\":\"2024-12-01\"},{\"value\":60,\"at\":\"2024-12-31\"}],"
                        + "\"usageChange\":{\"value\":-0.5,\"at\":\"2024-12-31\"},"
                        + "\"coreFeatureAdoption\":[{\"value\":0.075,\"at\":\"2024-12-01\"},{\"value\":0.075,\"at\":\"2024-12-31\"}],"
                        + "\"lastLoginAt\":\"2024-12-31\",\"csat\":{\"value\":4.5,\"at\":\"2024-12-02\"}},"
                        + "\"tickets\":[{\"id\":\"T-1\",\"severity\":1,\"openedAt\":\"2024-12-28\",\"closedAt\":null,"
                        + "\"escalated\":true,\"kind\":\"INCIDENT\"},"
                        + "{\"id\":\"T-2\",\"severity\":4,\"openedAt\":\"2024-11-05\",\"closedAt\":\"2024-11-06\","
                        + "\"escalated\":false,\"kind\":\"INCIDENT\"},"
                        + "{\"id\":\"T-3\",\"severity\":3,\"openedAt\":\"2024-12-01\",\"closedAt\":\"2024-12-02\","
                        + "\"escalated\":false,\"kind\":\"INCIDENT\"}]}");
    }

    @Test
    void letsNoRowOrValueOfTheFutureIn() throws Exception {
        List<String> accounts = lines(run("ravenstack.yml", MAPPINGS.resolve("ravenstack-sample"), YEAR_END));
        // A-2 leaves in February: on the day one subscription still runs, and only one reason is known
        assertThat(accounts.get(1))
                .contains("\"arr\":705600", "\"competitorAt\":\"2024-11-30\"", "\"churnReason\":\"competitor\"")
                .doesNotContain("budget", "2025-02-28");
        assertThat(accounts.get(3)).contains("\"arr\":32238000").doesNotContain("T-4");
        // the account A-5, the subscription S-42, the use U-6, the ticket T-4, the churn C-2
        assertThat(report.number(Kind.DROPPED, "after-as-of")).isEqualTo(5);
        assertThat(places)
                .contains(
                        "DROPPED after-as-of ravenstack_accounts.csv!6",
                        "DROPPED after-as-of ravenstack_subscriptions.csv!8",
                        "DROPPED after-as-of ravenstack_feature_usage.csv!7",
                        "DROPPED after-as-of ravenstack_support_tickets.csv!5",
                        "DROPPED after-as-of ravenstack_churn_events.csv!3",
                        "DROPPED no-partner ravenstack_feature_usage.csv!9");
        // the end of S-22, closing and rating of T-1
        assertThat(report.number(Kind.DROPPED, "known-later")).isEqualTo(3);
    }

    @Test
    void mapsTheSheetsOfAJapaneseTeam() throws Exception {
        SampleSheets.write(folder);
        List<String> accounts = lines(run("customers.yml", folder, NOVEMBER));
        assertThat(accounts).hasSize(5);
        assertThat(accounts.get(0))
                .isEqualTo("{\"account\":{\"id\":\"000101\",\"name\":\"霧島計測株式会社\",\"employees\":1820,"
                        + "\"industry\":\"製造\",\"attributes\":{\"strategic\":true},\"onboardingCompletedOn\":\"2026-06-20\"},"
                        + "\"contract\":{\"start\":\"2026-04-01\",\"end\":\"2027-03-31\","
                        + "\"noticeRule\":{\"kind\":\"FIXED\",\"date\":\"2026-12-31\"},\"autoRenew\":true,\"termMonths\":12,"
                        + "\"arr\":9600000,\"mrr\":800000,\"currency\":\"JPY\"},"
                        + "\"signals\":{\"licensedSeats\":{\"value\":120,\"at\":\"2026-11-20\"},"
                        + "\"activeUsers30d\":{\"value\":102,\"at\":\"2026-10-31\"},"
                        + "\"usageChange\":{\"value\":0.06,\"at\":\"2026-10-31\"},"
                        + "\"statedIntent\":{\"value\":\"RENEW\",\"at\":\"2026-11-10\"},\"kickoffHeld\":true,"
                        + "\"milestonesDone\":3,\"milestonesTotal\":3,\"plannedGoLive\":\"2026-06-30\"}}");
        // 3月末 and 12月末 count from 2026-04-01; △14% is negative; △ of a milestone is not done
        assertThat(accounts.get(1))
                .contains(
                        "\"end\":\"2027-03-31\"",
                        "\"date\":\"2026-12-31\"",
                        "\"employees\":320",
                        "\"usageChange\":{\"value\":-0.14,\"at\":\"2026-10-31\"}",
                        "\"milestonesDone\":1,\"milestonesTotal\":4");
        // R8.7.1; the end follows from the renewal month 2027/7; a day in a milestone's cell means done
        assertThat(accounts.get(2))
                .contains(
                        "\"start\":\"2026-07-01\",\"end\":\"2027-06-30\"",
                        "\"milestonesDone\":2,\"milestonesTotal\":4");
    }

    @Test
    void namesEveryCellThatWasRefusedGuessedOrDropped() throws Exception {
        SampleSheets.write(folder);
        run("customers.yml", folder, NOVEMBER);
        assertThat(places.stream().filter(place -> place.startsWith("REFUSED")))
                .containsExactlyInAnyOrder(
                        "REFUSED two-digit-year renewals.xlsx[更新管理表]!B5",
                        "REFUSED code customers.csv!C6",
                        "REFUSED unclear-mark customers.csv!G6");
        assertThat(places)
                .contains(
                        "GUESSED about customers.csv!D3",
                        "GUESSED leading-zeros customers.csv!A3",
                        "GUESSED month-end renewals.xlsx[更新管理表]!C3",
                        "GUESSED same-as-above usage.csv!A4",
                        "NORMALISED day-mark onboarding.xlsx[オンボーディング進捗表]!B5",
                        "DROPPED note-row customers.csv!7",
                        "DROPPED total-row renewals.xlsx[更新管理表]!7",
                        "DROPPED after-as-of renewals.xlsx[更新管理表]!6",
                        // November ends after the day, January lies in the next calendar year
                        "DROPPED after-as-of usage.csv!3",
                        "DROPPED after-as-of usage.csv!5");
    }

    @Test
    void makesRuleTablesOfTheTwoSheetsOfDefinitions() throws Exception {
        SampleSheets.write(folder);
        assertThat(run("touch-model.yml", folder, NOVEMBER))
                .startsWith("\uFEFFtable,segmentation\r\nhit,first\r\n")
                .contains(
                        "employees,contract.arr,touch,programme,reason_ja,reason_en,備考\r\n",
                        "1000以上,2400000以上,HIGH,INDIVIDUAL,大規模のため",
                        "1000以上,,LOW,GROUP,大規模のため",
                        "100以上1000未満,2400000以上,HIGH,INDIVIDUAL,中規模のため",
                        "100未満,,TECH,SELF_SERVICE,小規模のため");
        assertThat(run("health-score.yml", folder, NOVEMBER))
                .contains("席利用率,adoption,reason_ja,reason_en\r\n80%以上,100,", "60%以上80%未満,80,", "20%未満,20,")
                .doesNotContain("70%以上");
    }

    @Test
    void theCheckedInSheetsAreTheSamplesOfThisTest() throws Exception {
        SampleSheets.write(folder);
        String fresh = run("customers.yml", folder, NOVEMBER);
        assertThat(run("customers.yml", MAPPINGS.resolve("sheets"), NOVEMBER)).isEqualTo(fresh);
        assertThat(MAPPINGS.resolve("sheets/usage.csv")).hasSameBinaryContentAs(folder.resolve("usage.csv"));
    }

    private String run(String mapping, Path in, LocalDate asOf) throws IOException {
        Mapping.Result read = Mapping.read(mapping, Files.readAllBytes(MAPPINGS.resolve(mapping)));
        assertThat(read.findings()).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MapRun(Objects.requireNonNull(read.mapping()), in, asOf, report, MapProgress.NONE)
                .write(out, PortfolioFormat.NDJSON);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> lines(String ndjson) {
        return ndjson.lines().toList();
    }
}
