package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.io.DecisionWriter;
import io.shirube.io.Explain;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SnapshotReader;
import io.shirube.io.generate.PortfolioGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Full explanations by the shipped rules, as they are written, for the stories and generated accounts. */
class FullExplanationsTest {

    private static final Path HOME = Path.of("../..");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int MOST_BYTES = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<JsonNode> DECISIONS = new ArrayList<>();
    private static final List<Set<String>> FIRED = new ArrayList<>();
    private static final List<Integer> BYTES = new ArrayList<>();

    private static final RuleModel MODEL = read();

    private static RuleModel read() {
        try {
            return Objects.requireNonNull(RulesetReader.read(RuleBundle.readFolder(HOME.resolve("rules")))
                    .model());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void decide() throws Exception {
        ByteArrayOutputStream generated = new ByteArrayOutputStream();
        new PortfolioGenerator(60, 5, TODAY).write(generated, PortfolioFormat.NDJSON);
        List<String> lines = new ArrayList<>(generated.toString(UTF_8).lines().toList());
        lines.addAll(Files.readAllLines(HOME.resolve("fixtures/portfolios/stories.ndjson"), UTF_8));
        SnapshotReader reader = new SnapshotReader(ZoneId.of("Asia/Tokyo"));
        try (Ruleset rules = Ruleset.of(MODEL)) {
            Set<String> fired = new TreeSet<>();
            Ruleset listening = rules.listening((phase, facts, firings) ->
                    firings.forEach(firing -> fired.add(firing.unit() + "/" + firing.row())));
            for (String line : lines) {
                AccountSnapshot account = reader.read(line).draft();
                fired.clear();
                Decision decision = new Decider()
                        .decide(account, TODAY, listening, RefereeMode.NEVER, io.shirube.engine.decide.Explain.FULL);
                FIRED.add(new TreeSet<>(fired));
                byte[] ja = new DecisionWriter("ja", Explain.FULL).toBytes(decision);
                BYTES.add(ja.length - new DecisionWriter("ja", Explain.FULL).toBytes(without(decision)).length);
                DECISIONS.add(JSON.readTree(ja));
            }
        }
    }

    @Test
    void nameEveryRuleAndTableOfTheFolder() {
        for (JsonNode decision : DECISIONS) {
            List<String> told = new ArrayList<>();
            rules(decision).forEach(rule -> told.add(rule.get("rule").asText()));
            decision.at("/explanation/tables")
                    .forEach(table -> told.add(table.get("table").asText()));
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            MODEL.units().stream().map(RuleUnit::name).toList());
        }
    }

    @Test
    void sayOfTheVeryRulesAndRowsThatFiredInDroolsThatTheyFired() {
        for (int i = 0; i < DECISIONS.size(); i++) {
            Set<String> told = new TreeSet<>();
            rules(DECISIONS.get(i)).stream()
                    .filter(rule -> rule.path("fired").asBoolean())
                    .forEach(rule -> told.add(unit(rule.get("rule")) + "/-1"));
            for (JsonNode table : DECISIONS.get(i).at("/explanation/tables")) {
                int unit = unit(table.get("table"));
                table.get("hits").fieldNames().forEachRemaining(cell -> told.add(unit + "/" + row(unit, cell)));
            }
            assertThat(told).isEqualTo(FIRED.get(i));
        }
    }

    @Test
    void useEveryTestTheyListAndNameNoOther() {
        for (JsonNode decision : DECISIONS) {
            Set<Integer> used = new HashSet<>();
            rules(decision).forEach(rule -> collect(rule.get("if"), used));
            int listed = decision.at("/explanation/tests").size();
            assertThat(used).hasSize(listed).allMatch(test -> test >= 0 && test < listed);
        }
    }

    /** The verdict of a rule whose conditions are plain tests is worked out from them here. */
    @Test
    void haveVerdictsThatFollowFromTheirTests() {
        int checked = 0;
        for (JsonNode decision : DECISIONS) {
            for (JsonNode rule : rules(decision)) {
                List<JsonNode> verdicts = new ArrayList<>();
                boolean plain = true;
                for (JsonNode node : rule.get("if")) {
                    plain &= node.isInt();
                    if (node.isInt()) {
                        verdicts.add(decision.at("/explanation/tests/" + node.asInt() + "/1"));
                    }
                }
                if (plain && !rule.has("inForce")) {
                    checked++;
                    boolean anyFalse = verdicts.stream().anyMatch(is -> is.isBoolean() && !is.asBoolean());
                    boolean anyUnknown = verdicts.stream().anyMatch(JsonNode::isNull);
                    long lacking =
                            verdicts.stream().filter(is -> !is.asBoolean()).count();
                    assertThat(rule.path("fired").asBoolean()).isEqualTo(lacking == 0);
                    assertThat(rule.has("is")).isEqualTo(!anyFalse && anyUnknown);
                    assertThat(rule.has("alone")).isEqualTo(lacking == 1);
                }
            }
        }
        assertThat(checked).isGreaterThan(DECISIONS.size() * 50);
    }

    /** Of 37 rows, read off the file: one hits, eight differ in one cell only. */
    @Test
    void tellTheHitTheFiveNearestRowsAndHowManyRowsLackHowMuch() {
        JsonNode story5 = DECISIONS.stream()
                .filter(decision -> decision.get("accountId").asText().equals("S-5"))
                .findFirst()
                .orElseThrow();
        JsonNode table = story5.get("explanation").get("tables").get("2-segment/segmentation.table.csv");
        assertThat(table.get("columns").toString())
                .isEqualTo("{\"A8\":[\"segment.sizeBand\",\"MEDIUM\"],\"B8\":[\"contract.arr\",1980000],"
                        + "\"C8\":[\"stage.value\",\"RENEWAL\"]}");
        assertThat(table.get("hits").fieldNames()).toIterable().containsExactly("A23");
        assertThat(table.get("nearest").toString())
                .isEqualTo("{\"A14\":{\"false\":{\"A14\":\"大規模\"}},\"A20\":{\"false\":{\"B20\":\"240万以上\"}},"
                        + "\"A21\":{\"false\":{\"C21\":\"受注|契約|オンボーディング\"}},"
                        + "\"A22\":{\"false\":{\"C22\":\"活用|失効\"}},\"A26\":{\"false\":{\"B26\":\"60万未満\"}}}");
        assertThat(table.at("/rowsByFailing/0").asInt()).isEqualTo(1);
        assertThat(table.at("/rowsByFailing/1").asInt()).isEqualTo(8);
    }

    @Test
    void linkEveryProposalToWhatBecameOfIt() {
        int held = 0;
        for (JsonNode decision : DECISIONS) {
            List<String> offered = decision.get("actions").findValuesAsText("key");
            for (JsonNode rule : rules(decision)) {
                for (JsonNode proposed : rule.path("proposes")) {
                    String key = proposed.get("key").asText();
                    if (proposed.has("heldBy")) {
                        held++;
                        assertThat(decision.get("suppressed"))
                                .anyMatch(each -> each.get("key").asText().equals(key)
                                        && each.get("by").equals(proposed.get("heldBy")));
                    } else if (!proposed.has("inside")) {
                        assertThat(offered).contains(key);
                    }
                }
            }
        }
        assertThat(held).isGreaterThan(10);
    }

    @Test
    void stayBelowAHundredKilobytes() {
        assertThat(BYTES).allMatch(bytes -> bytes <= MOST_BYTES);
    }

    private static Decision without(Decision d) {
        return new Decision(
                d.accountId(),
                d.asOf(),
                d.ruleset(),
                d.engine(),
                d.stage(),
                d.renewal(),
                d.segment(),
                d.health(),
                d.success(),
                d.actions(),
                d.withdrawn(),
                d.suppressed(),
                d.noAction(),
                d.missingSignals(),
                d.notices(),
                d.problems());
    }

    private static List<JsonNode> rules(JsonNode decision) {
        List<JsonNode> rules = new ArrayList<>();
        decision.at("/explanation/rules").forEach(file -> file.forEach(rules::add));
        return rules;
    }

    private static int unit(JsonNode name) {
        return MODEL.units().stream()
                .filter(unit -> unit.name().equals(name.asText()))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static int row(int unit, String cell) {
        return ((Table) MODEL.units().get(unit))
                .rows().stream()
                        .filter(row -> cell.equals(row.position().cell()))
                        .findFirst()
                        .orElseThrow()
                        .index();
    }

    private static void collect(JsonNode conditions, Set<Integer> used) {
        for (JsonNode node : conditions) {
            if (node.isInt()) {
                used.add(node.asInt());
            } else {
                if (node.has("test")) {
                    used.add(node.get("test").asInt());
                }
                for (String group : List.of("all", "any", "not", "exists", "none")) {
                    if (node.has(group)) {
                        collect(node.get(group), used);
                    }
                }
            }
        }
    }
}
