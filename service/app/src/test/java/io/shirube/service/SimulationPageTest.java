package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 160 generated accounts by the shipped rules, and by rules that take 300 employees for large and 75 points for
 * green: the page that comes of it, in both languages. Accounts and people have names that nobody should have.
 */
class SimulationPageTest {

    private static final String AS_OF = "2026-11-20";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OWNERS = List.of("佐藤", "</script><script>alert(1)</script>", "=SUM(A1)", "");
    private static final List<String> NAMES = List.of(
            "</td></tr></table><img src=x onerror=alert(1)>",
            "=HYPERLINK(\"http://x\")",
            "A\u202EB",
            "\" onmouseover=\"x");

    @TempDir
    static Path folder;

    private static String japanese = "";
    private static String english = "";

    @BeforeAll
    static void simulate() throws Exception {
        Path rules = shipped();
        run("generate", "--accounts", "160", "--seed", "7", "--as-of", AS_OF, "--out", folder + "/made.ndjson");
        List<String> book = new ArrayList<>();
        int place = 0;
        for (String line : Files.readAllLines(folder.resolve("made.ndjson"))) {
            ObjectNode entry = (ObjectNode) JSON.readTree(line);
            ObjectNode account = (ObjectNode) entry.get("account");
            account.put("name", NAMES.get(place % NAMES.size()));
            ObjectNode attributes = account.putObject("attributes");
            attributes.put("owner", OWNERS.get(place % OWNERS.size())).put("team", place % 2 == 0 ? "東" : "西");
            book.add(JSON.writeValueAsString(entry));
            place++;
        }
        book.add("{\"account\":{\"id\":1}}");
        Files.write(folder.resolve("book.ndjson"), book);
        japanese = page(rules, "ja", "--people", "CSM=0.5");
        english = page(rules, "en", "--people", "CSM=0.5");
        run(
                "batch",
                "--rules",
                rules.toString(),
                "--portfolio",
                folder + "/book.ndjson",
                "--as-of",
                AS_OF,
                "--out",
                folder + "/decided.ndjson");
    }

    @AfterAll
    static void forget() {
        japanese = "";
        english = "";
    }

    private static Path shipped() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("rules/actions.yml"))) {
            here = here.getParent();
        }
        return Path.of(String.valueOf(here)).resolve("rules");
    }

    private static String page(Path rules, String language, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("simulate", "--baseline", rules.toString(), "--lang", language));
        arguments.addAll(
                List.of("--portfolio", folder + "/book.ndjson", "--as-of", AS_OF, "--out", folder + "/" + language));
        arguments.addAll(List.of("--set", "segmentation.large.minEmployees=300"));
        arguments.addAll(List.of("--set", "policies.bands.green=75"));
        arguments.addAll(List.of(more));
        run(arguments.toArray(String[]::new));
        return Files.readString(folder.resolve(language).resolve("report.html"));
    }

    private static void run(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = ShirubeMain.run(
                arguments,
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8));
        assertThat(exit).as(err.toString(UTF_8)).isLessThan(2);
    }

    private static List<Map<String, String>> movers() throws Exception {
        List<Map<String, String>> movers = new ArrayList<>();
        String text = Files.readString(folder.resolve("ja/movers.csv")).substring(1);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            csv.forEach(record -> movers.add(new HashMap<>(record.getFieldsAsMap())));
        }
        return movers;
    }

    private static AddedAgain addedAgain() throws Exception {
        RuleModel model = Objects.requireNonNull(
                RulesetReader.read(RuleBundle.readFolder(shipped())).model());
        Set<String> reaching = model.actions().stream()
                .filter(ActionType::customerFacing)
                .map(ActionType::name)
                .collect(Collectors.toSet());
        AddedAgain added = new AddedAgain(LocalDate.parse(AS_OF), reaching);
        Set<String> moved = new HashSet<>();
        for (Map<String, String> mover : movers()) {
            added.mover(mover);
            moved.add(AddedAgain.plain(mover.getOrDefault("account", "")));
        }
        Map<String, JsonNode> decided = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("decided.ndjson"))) {
            JsonNode decision = JSON.readTree(line);
            decided.put(decision.path("accountId").asText(), decision);
        }
        for (String line : Files.readAllLines(folder.resolve("book.ndjson"))) {
            JsonNode account = JSON.readTree(line);
            JsonNode decision = decided.get(account.at("/account/id").asText());
            if (decision != null) {
                added.calibrate(account, decision);
                if (!moved.contains(account.at("/account/id").asText())) {
                    added.stays(account, decision);
                }
            }
        }
        added.end();
        return added;
    }

    @Test
    void everyFigureIsAddedUpAgainFromTheMoversAndThePortfolio() throws Exception {
        AddedAgain added = addedAgain();
        Map<String, BigDecimal> figures = new PageText(japanese).figures();

        // those that rest on other input have tests of their own below
        Set<String> others = Set.of("totals.errors", "role.CSM.capacity");
        Map<String, String> wrong = new HashMap<>();
        figures.forEach((key, value) -> {
            if (!others.contains(key)
                    && !key.contains(".undone")
                    && !key.contains(".unserved")
                    && added.of(key).compareTo(value) != 0) {
                wrong.put(key, value + " on the page, " + added.of(key) + " added up");
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(figures).hasSizeGreaterThan(250);
        assertThat(added.of("totals.movers"))
                .isEqualByComparingTo(figures.get("totals.movers"))
                .isGreaterThan(new BigDecimal("10"));
        for (String section : List.of(
                "touches.LOW.HIGH.",
                "stages.",
                "bands.GREEN.YELLOW.",
                "action.",
                "role.CSM.",
                "owners.佐藤.",
                "teams.東.",
                "contacts.HIGH.",
                "renewals.2026-12.",
                "edit.E1.",
                "mover.",
                "calibration.")) {
            assertThat(figures.keySet()).as(section).anyMatch(key -> key.startsWith(section));
        }
        assertThat(figures.get("totals.errors")).isEqualByComparingTo("1");
        // half a person of 25.5 hours a week in 13 weeks
        assertThat(figures.get("role.CSM.capacity")).isEqualByComparingTo("165.75");
        assertThat(figures.get("role.CSM.undoneHoursAfter"))
                .isEqualByComparingTo(figures.getOrDefault("role.CSM.hoursAfter", BigDecimal.ZERO)
                        .subtract(new BigDecimal("165.75")));
    }

    @Test
    void bothLanguagesShowTheSameFiguresAndEachSaysWhichItIs() {
        assertThat(new PageText(english).figures()).isEqualTo(new PageText(japanese).figures());
        assertThat(japanese).contains("<html lang=\"ja\">").contains("何が変わるか");
        assertThat(english).contains("<html lang=\"en\">").contains("What changes");
        assertThat(new PageText(english).rest().replace("ja", "")).doesNotContainPattern("[ぁ-んァ-ヶ一-龠]");
    }

    @Test
    void whatIsShownIsTheFigureRounded() {
        for (PageText.Shown one : new PageText(japanese).shown()) {
            if (one.shown().isEmpty()) {
                continue;
            }
            String digits = one.shown().replaceAll("[,+%±円万億]", "").replace('−', '-');
            BigDecimal unit = one.shown().contains("億")
                    ? new BigDecimal("100000000")
                    : one.shown().contains("万") ? new BigDecimal("10000") : BigDecimal.ONE;
            BigDecimal shown = new BigDecimal(digits);
            assertThat(one.value().divide(unit, shown.scale(), RoundingMode.HALF_UP))
                    .as(one.key())
                    .isEqualByComparingTo(shown);
        }
    }

    @Test
    void noNumberStandsOnThePageThatIsNoFigure() {
        assertThat(new PageText(japanese).numbers()).isEmpty();
        assertThat(new PageText(english).numbers()).isEmpty();
    }

    @Test
    void namesOfCustomersAreTextsWhateverTheyHold() {
        assertThat(japanese.split("<script", -1)).hasSize(2);
        assertThat(japanese.split("</script", -1)).hasSize(2);
        assertThat(japanese)
                .doesNotContain("<img")
                .doesNotContain("\u0000")
                .contains("&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;&lt;img src=x onerror=alert(1)&gt;")
                .contains("<bdi data-text=\"told\">=HYPERLINK(&quot;http://x&quot;)</bdi>")
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
        // whatever a tag names lies on the page itself
        assertThat(japanese)
                .doesNotContainPattern("<[^>]* (?:src|href)=\"(?!#)")
                .doesNotContain("url(h");
        assertThat(japanese)
                .contains("default-src &#39;none&#39;")
                .doesNotContain(" style=")
                .doesNotContain(" onclick=");
    }

    @Test
    void aPictureHasANameAndATableOfTheSameFigures() {
        String[] pictures = japanese.split("<svg ", -1);
        assertThat(pictures.length).isGreaterThan(4);
        for (int i = 1; i < pictures.length; i++) {
            assertThat(pictures[i])
                    .contains("role=\"img\"")
                    .contains("<title id=")
                    .contains("<desc id=");
        }
        String tables = japanese.replaceAll("(?s)<svg .*?</svg>", "");
        assertThat(new PageText(tables).figures().keySet())
                .containsAll(new PageText(japanese).figures().keySet());
    }
}
