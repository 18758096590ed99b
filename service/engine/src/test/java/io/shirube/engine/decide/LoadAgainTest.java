package io.shirube.engine.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.RuleBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an edit the two executors are compared on what it touched, and on everything when a catalogue changed. */
class LoadAgainTest {

    private final Map<String, String> files = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void twoFilesOfRules() {
        files.put("signals.yml", signals(0));
        files.put("actions.yml", """
                actions:
                  CALL:
                    ja: 電話
                    en: Call
                    class: S
                    driver: EXPANSION
                    purpose: {ja: 話す, en: Talk}
                    owner: CSM
                    due: {workingDays: 10}
                    proof: {indicator: seats}
                """);
        files.put("policies.yml", "currency: JPY");
        files.put("calendar.yml", "until: 2027-12-31");
        files.put("5-actions/few.drl", rule("few", "seats < 5"));
        files.put("5-actions/many.drl", rule("many", "seats > 5") + rule("very many", "seats > 50"));
    }

    @Test
    void theSameFilesAreNotProvenAgain() {
        assertThat(refereed((RuleBundle) null)).isPositive();
        assertThat(refereed(bundle())).isZero();
    }

    @Test
    void anEditedFileIsProvenAgain() {
        RuleBundle proven = bundle();
        files.put("5-actions/few.drl", rule("few", "seats < 4"));

        assertThat(refereed(proven)).isPositive().isLessThanOrEqualTo(refereed((RuleBundle) null));
    }

    @Test
    void aNewFileIsProvenAlone() {
        RuleBundle proven = bundle();
        for (int i = 0; i < 40; i++) {
            files.put("5-actions/more-" + i + ".drl", rule("more " + i, "seats > " + (100 + i)));
        }
        RuleBundle more = bundle();
        files.put("5-actions/last.drl", rule("last", "seats > 300"));

        assertThat(refereed(more)).isPositive().isLessThan(refereed(proven));
    }

    @Test
    void aFileLessPutsEverythingToProofForNobodyCanTellWhatItWas() {
        RuleBundle proven = bundle();
        files.remove("5-actions/few.drl");

        assertThat(refereed(proven)).isEqualTo(refereed((RuleBundle) null));
    }

    @Test
    void aCatalogueThatChangedPutsEverythingToProof() {
        RuleBundle proven = bundle();
        files.put("signals.yml", signals(1));

        assertThat(refereed(proven)).isEqualTo(refereed((RuleBundle) null));
    }

    @Test
    void whatTheSameBuildHasProvenIsNotProvenAgainUnlessAsked() throws IOException {
        RuleStore store = new RuleStore(folder, "one build", false);
        long accounts = refereed(store);
        Path mark = mark();
        Files.writeString(mark, "one build\n" + (accounts + 1));

        assertThat(refereed(store)).as("taken from the mark").isEqualTo(accounts + 1);
        assertThat(refereed(new RuleStore(folder, "one build", true))).isEqualTo(accounts);
        assertThat(refereed(new RuleStore(folder, "another", false))).isEqualTo(accounts);
        for (String broken : List.of("", "another\n7", "one build\n", "one build\n-3", "one build\n7x")) {
            Files.writeString(mark, broken);
            assertThat(refereed(store)).isEqualTo(accounts);
        }
    }

    private Path mark() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".proof"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long refereed(RuleStore store) {
        LoadResult loaded = Ruleset.load(bundle(), null, store);
        Objects.requireNonNull(loaded.ruleset(), () -> loaded.findings().toString())
                .close();
        return loaded.refereed();
    }

    private long refereed(@Nullable RuleBundle proven) {
        LoadResult loaded = Ruleset.load(bundle(), proven, null);
        Objects.requireNonNull(loaded.ruleset(), () -> loaded.findings().toString())
                .close();
        return loaded.refereed();
    }

    private RuleBundle bundle() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(UTF_8)));
        return RuleBundle.of(bytes);
    }

    private static String signals(int least) {
        return "signals:\n  seats: {type: number, unit: seats, min: " + least + ", step: 1, ja: 席数, en: Seats}\n";
    }

    private static String rule(String name, String condition) {
        return "rule \"" + name + "\"\n  @reason_ja(\"席{seats}\")\n  @reason_en(\"seats {seats}\")\nwhen\n  Signals( "
                + condition + " )\nthen\n  propose(CALL);\nend\n\n";
    }
}
