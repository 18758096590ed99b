package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five accounts by rules that take 1,000 employees for large, and by rules that take 500. */
class SimulateTest {

    private static final String SIZE = """
            table,size
            hit,single
            従業員数,sizeBand,reason_ja,reason_en
            1000以上,LARGE,{employees}名なので大規模です。,{employees} employees: large.
            1000未満,MEDIUM,{employees}名なので中規模です。,{employees} employees: medium.
            """;
    private static final String SEGMENT = """
            table,segmentation
            hit,single
            規模区分,タッチ,プログラム,reason_ja,reason_en
            大規模,HIGH,INDIVIDUAL,大規模の顧客です。,A large account.
            中規模,LOW,GROUP,中規模の顧客です。,A medium account.
            """;
    private static final String ACTIONS = """
            actions:
              EXECUTIVE_REVIEW: {ja: 経営層レビュー, en: Executive review, class: S, driver: RETENTION,
                purpose: {ja: 関係, en: relation}, owner: CSM, due: {workingDays: 10}, effortHours: [8, 1, 0],
                proof: {indicator: licensedSeats}}
            """;
    private static final String RULES = """
            rule "Meet the executives" @reason_ja("大きな顧客です。") @reason_en("A large account.")
            when Segment( touch == HIGH )
            then propose( EXECUTIVE_REVIEW, "yearly" ); end
            """;
    private static final String BOOK = """
            {"account":{"id":"A-1200","name":"=A"},"contract":{"arr":9000000},"account2":1}
            {"account":{"id":"A-1100"},"contract":{"arr":9000000}}
            {"account":{"id":"A-600","name":"=cmd","employees":600},"contract":{"arr":3000000}}
            {"account":{"id":"A-550","employees":550},"contract":{"arr":2000000},"previous":{"touch":"LOW"}}
            {"account":{"id":"A-90","employees":90},"contract":{"arr":400000},"previous":{"touch":"TECH"},"openActions":[{"key":"A-90:X:y","type":"X","state":"OPEN"}]}
            {"account":{"id":"A-1500","employees":1500},"contract":{"arr":7000000}}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void rulesAndABook() throws Exception {
        rules("now", SIZE);
        rules("then", SIZE.replace("1000以上", "500以上").replace("1000未満", "500未満"));
        Files.writeString(folder.resolve("book.ndjson"), BOOK);
    }

    private void rules(String name, String size) throws IOException {
        for (String phase : List.of("1-lifecycle", "2-segment", "5-actions")) {
            Files.createDirectories(folder.resolve(name).resolve(phase));
        }
        Path rules = folder.resolve(name);
        Files.writeString(
                rules.resolve("signals.yml"),
                "signals:\n  licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 席数, en: Seats}\n");
        Files.writeString(rules.resolve("actions.yml"), ACTIONS);
        Files.writeString(rules.resolve("policies.yml"), "currency: JPY\nsegmentMargin: 0.1\nsegmentDwellDays: 60\n");
        Files.writeString(rules.resolve("calendar.yml"), "until: 2027-12-31\n");
        Files.writeString(rules.resolve("1-lifecycle/size.table.csv"), size);
        Files.writeString(rules.resolve("2-segment/segmentation.table.csv"), SEGMENT);
        Files.writeString(rules.resolve("5-actions/meet.drl"), RULES);
    }

    @Test
    void tellsWhoMovesWhatItCostsAndWhichEditDidIt() throws Exception {
        assertThat(simulate("now", "then", "--lang", "ja")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("行 1 account2: ");

        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
        assertThat(report.at("/totals/movers").asInt()).isEqualTo(2);
        assertThat(report.at("/totals/errors").asInt()).isEqualTo(1);
        assertThat(report.at("/totals/all/accounts").asInt()).isEqualTo(5);
        assertThat(report.at("/totals/all/arr").asLong()).isEqualTo(21_400_000);
        // of those that stay one is HIGH, and two are LOW, one of them because nothing tells its size
        assertThat(cell(report, "LOW", "HIGH").at("/all/accounts").asInt()).isEqualTo(2);
        assertThat(cell(report, "LOW", "HIGH").at("/all/arr").asLong()).isEqualTo(5_000_000);
        assertThat(cell(report, "LOW", "HIGH").at("/all/careHoursBefore").asDouble())
                .isEqualTo(30);
        assertThat(cell(report, "LOW", "HIGH").at("/all/careHoursAfter").asDouble())
                .isEqualTo(124);
        assertThat(cell(report, "LOW", "HIGH").at("/all/actionHoursAfter").asDouble())
                .isEqualTo(16);
        assertThat(cell(report, "HIGH", "HIGH").at("/unmoved/accounts").asInt()).isEqualTo(1);
        assertThat(report.at("/actions/0/type").asText()).isEqualTo("EXECUTIVE_REVIEW");
        assertThat(report.at("/actions/0/opened").asInt()).isEqualTo(2);
        assertThat(report.at("/actions/0/openBefore").asInt()).isEqualTo(1);
        assertThat(report.at("/edits/0/text").asText())
                .isEqualTo("1-lifecycle/size.table.csv!A4「従業員数」: \"1000以上\" → \"500以上\"");
        assertThat(report.at("/edits/0/movers").asInt()).isEqualTo(2);

        List<String> movers = Files.readAllLines(folder.resolve("out/movers.csv"));
        assertThat(movers).hasSize(3);
        assertThat(movers.get(0)).startsWith("\uFEFFaccount,name,arr,touchBefore,touchAfter,");
        // two rows of a single-hit table may not overlap, so the two cells only work together
        assertThat(movers.get(1))
                .startsWith("A-600,'=cmd,3000000,LOW,HIGH,GROUP,INDIVIDUAL,")
                .contains(
                        ",15,62,0,8,0,1,,,,,EXECUTIVE_REVIEW:yearly,,,,EXECUTIVE_REVIEW:yearly|CSM|8|2026-12-04,E1+E2,ALL,")
                .endsWith(",中規模の顧客です。,大規模の顧客です。 / 大きな顧客です。");
        assertThat(out.toString(UTF_8)).contains("5 社のうち 2 社の判定が変わります（変更 2 か所、読めなかった行 1）。");
    }

    @Test
    void setsTheWorkAgainstTheHoursThatPeopleHave() throws Exception {
        simulate("now", "then", "--people", "CSM=0.05");

        // 0.05 people of 25.5 hours in 13 weeks have 16.575 hours; one review of 8 hours before, three after
        JsonNode role = new ObjectMapper()
                .readTree(folder.resolve("out/report.json").toFile())
                .at("/roles/0");
        assertThat(role.get("role").asText()).isEqualTo("CSM");
        assertThat(role.get("capacityHours").asDouble()).isEqualTo(16.575);
        assertThat(role.at("/before/hours").asDouble()).isEqualTo(8);
        assertThat(role.at("/before/undoneHours").asDouble()).isZero();
        assertThat(role.at("/after/hours").asDouble()).isEqualTo(24);
        // all three are alike, so of 7.425 hours in 24 a share of the money is not looked after
        assertThat(role.at("/after/undoneHours").asDouble()).isEqualTo(7.425);
        assertThat(role.at("/after/undoneActions").asInt()).isEqualTo(1);
        assertThat(role.at("/after/unservedArr").asLong()).isEqualTo(3_712_500);
        assertThat(new PageText(Files.readString(folder.resolve("out/report.html"))).figures())
                .containsEntry("role.CSM.capacity", new BigDecimal("16.575"))
                .containsEntry("role.CSM.undoneHoursBefore", new BigDecimal("0"))
                .containsEntry("role.CSM.undoneHoursAfter", new BigDecimal("7.425"))
                .containsEntry("role.CSM.undoneActionsAfter", new BigDecimal("1"))
                .containsEntry("role.CSM.unservedArrAfter", new BigDecimal("3712500"));
    }

    @Test
    void saysFirstHowFarTodaysRulesAgreeWithWhatWasDecided() throws Exception {
        simulate("now", "then");

        // of two accounts that tell their touch one is LOW by today's rules, too; the open action is not of these rules
        assertThat(out.toString(UTF_8))
                .startsWith("Today's rules against what was decided: 1 of 2 touches, 0 of 1 open actions agree.\n");
    }

    @Test
    void addsEveryFigureUpFromTheMoversAndThoseThatStay() throws Exception {
        Random random = new Random(3);
        StringBuilder book = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            book.append(String.format(
                    Locale.ROOT,
                    "{\"account\":{\"id\":\"B-%d\",\"employees\":%d,\"attributes\":{\"team\":\"T%d\"}},\"contract\":{\"arr\":%d}}%n",
                    i,
                    100 + random.nextInt(1200),
                    i % 3,
                    random.nextInt(9_000_000)));
        }
        Files.writeString(folder.resolve("book.ndjson"), book.toString());
        assertThat(simulate("now", "then")).isZero();

        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
        List<Map<String, String>> movers = movers();
        assertThat(movers).hasSizeBetween(50, 200);
        assertThat(report.at("/totals/movers").asInt()).isEqualTo(movers.size());
        added(report.at("/totals"), movers);
        for (String matrix : List.of("touch", "stage", "band")) {
            for (JsonNode cell : report.get(matrix + (matrix.equals("touch") ? "es" : "s"))) {
                added(
                        cell,
                        where(
                                movers,
                                matrix,
                                cell.get("before").asText(),
                                cell.get("after").asText()));
            }
        }
        for (JsonNode team : report.get("teams")) {
            added(
                    team,
                    movers.stream()
                            .filter(mover -> mover.getOrDefault("team", "")
                                    .equals(team.get("name").asText()))
                            .toList());
        }
        long opened = movers.stream()
                .filter(mover -> !mover.getOrDefault("opened", "").isEmpty())
                .count();
        assertThat(report.at("/actions/0/opened").asLong()).isEqualTo(opened);
        double hours = report.at("/roles/0/after/unmovedHours").asDouble() + sum(movers, "actionHoursAfter");
        assertThat(report.at("/roles/0/after/hours").asDouble()).isEqualTo(hours);
        assertThat(report.at("/contacts/0/plannedAfter").asDouble())
                .isEqualTo(report.at("/contacts/0/unmovedPlannedAfter").asDouble() + sum(movers, "contactsAfter"));
        assertThat(folder.resolve("out/report.xlsx")).isNotEmptyFile();
    }

    private static List<Map<String, String>> where(
            List<Map<String, String>> movers, String matrix, String before, String after) {
        return movers.stream()
                .filter(mover -> mover.getOrDefault(matrix + "Before", "").equals(before)
                        && mover.getOrDefault(matrix + "After", "").equals(after))
                .toList();
    }

    private static void added(JsonNode sums, List<Map<String, String>> movers) {
        JsonNode all = sums.get("all");
        JsonNode stay = sums.get("unmoved");
        assertThat(all.get("accounts").asLong()).isEqualTo(stay.get("accounts").asLong() + movers.size());
        for (String figure :
                List.of("arr", "careHoursBefore", "careHoursAfter", "actionHoursBefore", "actionHoursAfter")) {
            assertThat(all.get(figure).asDouble())
                    .as(figure)
                    .isCloseTo(stay.get(figure).asDouble() + sum(movers, figure), within(1e-6));
        }
    }

    private static double sum(List<Map<String, String>> movers, String column) {
        return movers.stream()
                .mapToDouble(mover -> Double.parseDouble(mover.getOrDefault(column, "")))
                .sum();
    }

    /** Reads movers.csv, in which no cell of this book holds a comma. */
    private List<Map<String, String>> movers() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out/movers.csv"));
        String[] headings = lines.get(0).substring(1).split(",", -1);
        List<Map<String, String>> movers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> mover = new HashMap<>();
            for (int i = 0; i < 29; i++) {
                mover.put(headings[i], cells[i]);
            }
            movers.add(mover);
        }
        return movers;
    }

    @Test
    void setsABoundByNameOnBothSidesOfIt() throws Exception {
        assertThat(run("--set", "segmentation.large.minEmployees=500")).isEqualTo(1);

        // the row below is moved along, so both edits are there and the same two accounts move
        assertThat(movers())
                .extracting(mover -> mover.getOrDefault("account", ""))
                .containsExactly("A-600", "A-550");
        assertThat(movers())
                .extracting(mover -> mover.getOrDefault("blame", ""))
                .containsOnly("E1+E2");
    }

    @Test
    void takesValuesFromAScenarioFile() throws Exception {
        Files.writeString(folder.resolve("s.yml"), "ja: 試し\nen: A try\nset:\n  size.large.minEmployees: 500\n");
        assertThat(run("--scenario", folder + "/s.yml")).isEqualTo(1);
        assertThat(movers()).hasSize(2);

        Files.writeString(folder.resolve("s.yml"), "sets:\n  size.large.minEmployees: 500\n");
        assertThat(run("--scenario", folder + "/s.yml", "--lang", "ja")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("s.yml:1:1").contains("「sets」という項目はありません。");
    }

    @Test
    void namesTheNearestSettingWhenThereIsNone() {
        assertThat(run("--set", "size.large.minEmployes=500")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("there is no setting size.large.minEmployes. Did you mean size.large.minEmployees?");
    }

    @Test
    void namesTheValueThatDoesNotMakeRulesAndItsPlace() {
        assertThat(run("--set", "actions.EXECUTIVE_REVIEW.effortHours.0=4", "--set", "size.large.minEmployees=abc"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("the setting size.large.minEmployees=abc does not make rules. 1-lifecycle/size.table.csv!A")
                .doesNotContain("effortHours");

        assertThat(run("--set", "size.large.minEmployees=abc", "--lang", "ja")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("設定「size.large.minEmployees=abc」ではルールになりません。");
    }

    @Test
    void saysWhatChangesWhenNoTouchDoes() throws Exception {
        Files.writeString(
                folder.resolve("then/2-segment/segmentation.table.csv"),
                SEGMENT.replace("LOW,GROUP", "LOW,INDIVIDUAL"));
        Files.writeString(folder.resolve("then/1-lifecycle/size.table.csv"), SIZE);
        simulate("now", "then");

        // one has 1,500 employees and is large, of one nothing tells the size; the three others are medium
        assertThat(out.toString(UTF_8))
                .contains("3 of 5 accounts move (1 edits, 1 errors).")
                .contains("what changes: programme 3 (no account moves to another touch)")
                .doesNotContain("Touch before");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("No account moves to another touch. What changes, in accounts: ");
    }

    @Test
    void listsTheSettingsWithTheirPlaces() {
        assertThat(run("--list-settings")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("size.large.minEmployees = 1000  (segmentation.large.minEmployees)  Employees, lower bound  "
                        + "1-lifecycle/size.table.csv!A4, 1-lifecycle/size.table.csv!A5")
                .contains("actions.EXECUTIVE_REVIEW.effortHours.0 = 8");
    }

    @Test
    void drawsCurvesOverARange() throws Exception {
        assertThat(run("--set", "size.large.minEmployees=400..800:200")).isEqualTo(1);

        // 400: 550, 600 and 1,500 employees are large; 600: 600 and 1,500; 800: 1,500 alone
        assertThat(Files.readAllLines(folder.resolve("out/sweep.csv")))
                .containsExactly(
                        "\uFEFFsetting,value,touch,accounts,arr,careHours,actionHours",
                        "size.large.minEmployees,400,HIGH,3,12000000,186,24",
                        "size.large.minEmployees,400,LOW,2,9400000,30,0",
                        "size.large.minEmployees,600,HIGH,2,10000000,124,16",
                        "size.large.minEmployees,600,LOW,3,11400000,45,0",
                        "size.large.minEmployees,800,HIGH,1,7000000,62,8",
                        "size.large.minEmployees,800,LOW,4,14400000,60,0");
        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(new PageText(page).figures())
                .containsEntry("sweep.400.HIGH.accounts", new BigDecimal("3"))
                .containsEntry("sweep.600.LOW.arr", new BigDecimal("11400000"))
                .containsEntry("sweep.800.HIGH.careHours", new BigDecimal("62"))
                .containsEntry("sweep.800.HIGH.actionHours", new BigDecimal("8"));
        assertThat(page.split("<svg ", -1)).hasSizeGreaterThan(4);
    }

    @Test
    void movesTheClockMonthByMonth() throws Exception {
        Files.writeString(folder.resolve("book.ndjson"), """
                {"account":{"id":"A-1","employees":600},"previous":{"touch":"LOW","since":"2026-01-05"}}
                """);
        assertThat(run("--set", "size.large.minEmployees=590", "--months", "3")).isZero();

        // 590 is crossed by less than a tenth, so the touch moves after 60 days: in the third month
        JsonNode months = new ObjectMapper()
                .readTree(folder.resolve("out/report.json").toFile())
                .get("months");
        List<String> after = new ArrayList<>();
        months.get("touches").forEach(row -> {
            if (row.get("after").asInt() == 1) {
                after.add(row.get("month").asInt() + " " + row.get("touch").asText());
            }
        });
        assertThat(after).containsExactly("0 LOW", "1 LOW", "2 HIGH", "3 HIGH");
        assertThat(months.get("flapsAfter").asInt()).isZero();
        assertThat(new PageText(Files.readString(folder.resolve("out/report.html"))).figures())
                .containsEntry("months.1.LOW.after", new BigDecimal("1"))
                .containsEntry("months.2.HIGH.after", new BigDecimal("1"))
                .containsEntry("months.2.HIGH.before", new BigDecimal("0"))
                .containsEntry("months.flapsAfter", new BigDecimal("0"));
    }

    @Test
    void asksForSomethingToTry() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("one of --candidate, --scenario and --set is missing.");
    }

    @Test
    void movesNobodyByTheSameRulesAndStillWritesTheHeadings() throws Exception {
        assertThat(simulate("now", "now")).isEqualTo(1);

        assertThat(Files.readAllLines(folder.resolve("out/movers.csv"))).hasSize(1);
        assertThat(out.toString(UTF_8)).contains("0 of 5 accounts move (0 edits, 1 errors).");
        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(page)
                .contains("No account moves to another touch.")
                .contains("No account changes.")
                .contains("The two rule folders do not differ.")
                .contains("No action opens, is withdrawn or held.");
        assertThat(new PageText(page).figures().get("totals.movers")).isZero();
        assertThat(new PageText(page).numbers()).isEmpty();
    }

    @Test
    void writesTheSameBytesOnOneThreadAndOnFour() throws Exception {
        simulate("now", "then", "--threads", "1");
        byte[] movers = Files.readAllBytes(folder.resolve("out/movers.csv"));
        byte[] report = Files.readAllBytes(folder.resolve("out/report.json"));
        simulate("now", "then", "--threads", "4");

        assertThat(folder.resolve("out/movers.csv")).hasBinaryContent(movers);
        assertThat(folder.resolve("out/report.json")).hasBinaryContent(report);
    }

    @Test
    void refusesACandidateThatCannotBeReadAndSaysWhere() throws Exception {
        Files.writeString(folder.resolve("then/5-actions/meet.drl"), "rule \"Broken\" when then end");

        assertThat(simulate("now", "then")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("5-actions/meet.drl:1:").contains("shirube check " + folder + "/then");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static JsonNode cell(JsonNode report, String before, String after) {
        for (JsonNode cell : report.get("touches")) {
            if (cell.get("before").asText().equals(before)
                    && cell.get("after").asText().equals(after)) {
                return cell;
            }
        }
        throw new AssertionError(before + " " + after);
    }

    private int simulate(String baseline, String candidate, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--candidate", folder + "/" + candidate));
        arguments.addAll(List.of(more));
        return run(baseline, arguments);
    }

    private int run(String... more) {
        return run("now", List.of(more));
    }

    private int run(String baseline, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("simulate", "--baseline", folder + "/" + baseline));
        arguments.addAll(List.of("--portfolio", folder + "/book.ndjson", "--out", folder + "/out"));
        arguments.addAll(List.of("--as-of", "2026-11-20"));
        arguments.addAll(more);
        return ShirubeMain.run(
                arguments.toArray(String[]::new),
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
