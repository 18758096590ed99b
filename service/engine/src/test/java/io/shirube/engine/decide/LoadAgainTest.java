package io.shirube.engine.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleStore;
import io.shirube.engine.testing.CallRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an edit the two executors are compared on what it touched, and on everything when a catalogue changed. */
class LoadAgainTest {

    private final CallRules rules = new CallRules();

    @TempDir
    Path folder;

    @BeforeEach
    void twoFilesOfRules() {
        rules.put("5-actions/few.drl", CallRules.rule("few", "seats < 5"));
        rules.put(
                "5-actions/many.drl", CallRules.rule("many", "seats > 5") + CallRules.rule("very many", "seats > 50"));
    }

    @Test
    void theSameFilesAreNotProvenAgain() {
        assertThat(refereed((ProvenRules) null)).isPositive();
        assertThat(refereed(proven())).isZero();
    }

    @Test
    void anEditedFileIsProvenAgain() {
        ProvenRules proven = proven();
        rules.put("5-actions/few.drl", CallRules.rule("few", "seats < 4"));

        assertThat(refereed(proven)).isPositive().isLessThanOrEqualTo(refereed((ProvenRules) null));
    }

    @Test
    void aNewFileIsProvenAlone() {
        ProvenRules proven = proven();
        for (int i = 0; i < 40; i++) {
            rules.put("5-actions/more-" + i + ".drl", CallRules.rule("more " + i, "seats > " + (100 + i)));
        }
        ProvenRules more = proven();
        rules.put("5-actions/last.drl", CallRules.rule("last", "seats > 300"));

        assertThat(refereed(more)).isPositive().isLessThan(refereed(proven));
    }

    @Test
    void aFileLessTriesTheOthersInPassing() {
        ProvenRules proven = proven();
        rules.remove("5-actions/few.drl");

        assertThat(refereed(proven)).isPositive().isLessThan(refereed((ProvenRules) null));
    }

    @Test
    void aSignalThatChangedPutsThoseThatReadItToProof() {
        ProvenRules proven = proven();
        rules.put("signals.yml", CallRules.SIGNALS.replace("min: 0", "min: 1"));

        assertThat(refereed(proven)).isEqualTo(refereed((ProvenRules) null));
    }

    @Test
    void aSignalMoreTriesWhatDoesNotReadItInPassing() {
        ProvenRules proven = proven();
        rules.put(
                "signals.yml",
                CallRules.SIGNALS.replace(
                        "signals:\n", "signals:\n  added: {type: number, min: 0, step: 1, ja: 追加, en: Added}\n"));

        assertThat(refereed(proven)).isPositive().isLessThan(refereed((ProvenRules) null));
    }

    @Test
    void whatTheSameBuildHasProvenIsNotProvenAgainUnlessAsked() {
        RuleStore store = RuleStore.in(folder, "one build");
        String revision = rules.bundle().revision();
        long accounts = refereed(new LoadOptions(null, store, false));
        store.write("proof", revision, Long.toString(accounts + 1).getBytes(UTF_8));

        assertThat(refereed(new LoadOptions(null, store, false)))
                .as("taken from the mark")
                .isEqualTo(accounts + 1);
        assertThat(refereed(new LoadOptions(null, store, true))).isEqualTo(accounts);
        assertThat(refereed(new LoadOptions(null, RuleStore.in(folder, "another"), false)))
                .isEqualTo(accounts);
        for (String broken : List.of("", "0", "-3", "7x")) {
            store.write("proof", revision, broken.getBytes(UTF_8));
            assertThat(refereed(new LoadOptions(null, store, false))).isEqualTo(accounts);
        }
    }

    private ProvenRules proven() {
        RuleBundle bundle = rules.bundle();
        return new ProvenRules(
                bundle, Objects.requireNonNull(RulesetReader.read(bundle).model(), "model"));
    }

    private long refereed(@Nullable ProvenRules proven) {
        return refereed(new LoadOptions(proven, RuleStore.NONE, false));
    }

    private long refereed(LoadOptions options) {
        LoadResult loaded = Ruleset.load(rules.bundle(), options);
        Objects.requireNonNull(loaded.ruleset(), () -> loaded.findings().toString())
                .close();
        return loaded.refereed();
    }
}
