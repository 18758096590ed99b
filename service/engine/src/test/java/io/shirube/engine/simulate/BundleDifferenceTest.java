package io.shirube.engine.simulate;

import static io.shirube.engine.simulate.SmallFolder.RULES;
import static io.shirube.engine.simulate.SmallFolder.SEGMENT;
import static io.shirube.engine.simulate.SmallFolder.SIZE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.cases.CaseFile;
import io.shirube.engine.cases.RuleCase;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.testing.ShippedRules;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BundleDifferenceTest {

    private static List<Edit> edits(SmallFolder candidate) {
        return BundleDifference.between(SmallFolder.sound().bundle(), candidate.bundle())
                .edits();
    }

    private static List<String> said(SmallFolder candidate) {
        return edits(candidate).stream()
                .map(edit -> edit.kind() + " " + edit.before() + " " + edit.after() + " "
                        + edit.text().en())
                .toList();
    }

    @Test
    void seesNoEditInBlanksCommentsLineEndsAndTheOrderOfRules() {
        SmallFolder same = SmallFolder.sound()
                .edit(RULES, "// when to call whom", "// whom to call, and when")
                .edit(RULES, "when Health( band == RED )", "when\n  Health(band==RED)  // in trouble")
                .edit(SIZE, "従業員数,sizeBand,reason_ja", "従業員数 ,sizeBand,reason_ja")
                .edit(SIZE, "30未満,SMALL", "※ a remark\n30未満,SMALL")
                .edit("actions.yml", "# the catalogue", "# all actions")
                .edit("policies.yml", "bands: {green: 70, yellow: 40}", "bands:\n  green: 70\n  yellow: 40");

        assertThat(said(same)).isEmpty();
    }

    @Test
    void tellsEveryKindOfEditWithItsPlaces() {
        assertThat(said(SmallFolder.sound().edit(SIZE, "100以上,", "500以上,")))
                .containsExactly(
                        "CELL_CHANGED " + SIZE + "!A4 " + SIZE + "!A4 " + SIZE + "!A4 (従業員数): \"100以上\" → \"500以上\"");
        assertThat(said(SmallFolder.sound().edit(SEGMENT, "hit,first", "hit,collect")))
                .containsExactly("CELL_CHANGED " + SEGMENT + "!B2 " + SEGMENT + "!B2 " + SEGMENT
                        + "!B2: \"first\" → \"collect\"");
        assertThat(said(SmallFolder.sound()
                        .edit(SEGMENT, "大規模,,HIGH", "小規模,100以上,HIGH,INDIVIDUAL,席が多い顧客です。,Seats.\n大規模,,HIGH")))
                .containsExactly("ROW_ADDED null " + SEGMENT + "!A5 " + SEGMENT
                        + "!A5: row added: 小規模, 100以上, HIGH, INDIVIDUAL, 席が多い顧客です。, Seats.");
        assertThat(said(SmallFolder.sound().edit(RULES, "licensedSeats >= 20", "licensedSeats >= 45")))
                .containsExactly("RULE_CHANGED " + RULES + ":10:1 " + RULES
                        + ":10:1 rule \"Say hello\" changed: ( licensedSeats >= 20 → ( licensedSeats >= 45");
        assertThat(said(SmallFolder.sound().edit("policies.yml", "yellow: 40", "yellow: 50")))
                .containsExactly(
                        "ENTRY_CHANGED policies.yml:4:28 policies.yml:4:28 policies.yml, bands.yellow: 40 → 50");
        assertThat(said(SmallFolder.sound().edit("policies.yml", ", yellow: 40", "")))
                .containsExactly("ENTRY_REMOVED policies.yml:4:28 null policies.yml, bands.yellow removed");
        assertThat(said(SmallFolder.sound().without(SmallFolder.ADOPTION)))
                .containsExactly(
                        "FILE_REMOVED " + SmallFolder.ADOPTION + "!A1 null file " + SmallFolder.ADOPTION + " removed");
    }

    @Test
    void knowsWhichEditsAreForPeopleOnly() {
        assertThat(edits(SmallFolder.sound()
                        .edit(SEGMENT, "owner,cs-ops", "owner,sales")
                        .edit(SIZE, "Large.", "A large one.")
                        .edit(RULES, "@reason_en(\"Too full.\")", "@reason_en(\"No room.\")")
                        .edit(SIZE, "100以上,", "90以上,")))
                .extracting(Edit::forPeople)
                .containsExactly(false, true, true, true);
    }

    @Test
    void takesARuleThatMovesToAnotherFileOfItsPhaseForTheSame() {
        String rule = """
                rule "Too full to sell" @reason_ja("混雑しています。") @reason_en("Too full.")
                when Signals( seatUtilisation > 0.97 )
                then hold( UPSELL_PROMPT, SUITABILITY ); end
                """;
        SmallFolder moved = SmallFolder.sound().edit(RULES, rule, "").put("5-actions/limits.drl", rule);

        assertThat(said(moved)).isEmpty();
    }

    @Test
    void takesATableWithOtherHeadingsAsAWhole() {
        assertThat(edits(SmallFolder.sound().edit(SIZE, "reason_en,備考", "reason_en,メモ")))
                .extracting(Edit::kind)
                .containsExactly(Edit.Kind.FILE_CHANGED);
    }

    @Test
    void putsTheShippedRulesTogetherAgainSoThatTheyDecideTheSame() throws Exception {
        RuleBundle shipped = ShippedRules.bundle();
        Map<String, byte[]> files = new TreeMap<>();
        // a remark touches every rule file without meaning anything, and a source every catalogue and table
        shipped.files().forEach((path, bytes) -> files.put(path, touched(path, new String(bytes, UTF_8))));
        BundleDifference difference = BundleDifference.between(shipped, RuleBundle.of(files));

        assertThat(difference.edits()).allMatch(Edit::forPeople);
        RuleBundle composed = difference.apply(edit -> true);
        assertThat(composed.files().keySet()).isEqualTo(shipped.files().keySet());
        Ruleset again = Ruleset.byMeaning(
                Objects.requireNonNull(RulesetReader.read(composed).model()));
        int decided = 0;
        for (CaseFile file : CaseFile.readFolder(ShippedRules.FOLDER, ZoneId.of("Asia/Tokyo"))) {
            for (RuleCase one : file.cases()) {
                decided++;
                assertThat(outcome(one, again)).as(one.name()).isEqualTo(outcome(one, ShippedRules.ruleset()));
            }
        }
        assertThat(decided).isGreaterThan(200);
    }

    private static byte[] touched(String path, String text) {
        String edited = path.endsWith(".drl")
                ? text.replace("\nrule ", "\n// touched\nrule ")
                        .replace("@source(\"judgement\")", "@source(\"nobody\")")
                : path.endsWith(".csv")
                        ? text.replace("\nowner,cs-ops", "\nowner,somebody") + "※ touched\n"
                        : text.replace("source: judgement", "source: nobody") + "# touched\n";
        return edited.getBytes(UTF_8);
    }

    private static Outcome outcome(RuleCase one, Ruleset rules) {
        try {
            AccountSnapshot account = one.given().orThrow();
            LocalDate asOf = Objects.requireNonNullElse(one.asOf(), Customers.AS_OF);
            return Outcome.of(new Decider().decide(account, asOf, rules, RefereeMode.NEVER, Explain.NONE));
        } catch (InputException e) {
            throw new AssertionError(one.name() + e.problems(), e);
        }
    }
}
