package io.shirube.engine.internal.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one run of the program compiled serves the next, and nothing that is not whole does. */
class KeptPartsTest {

    private static final RuleModel RULES = Sketch.model(
            Sketch.account(Sketch.compare(Sketch.slot("x"), Comparison.GE, 4)),
            Sketch.account(Sketch.compare(Sketch.slot("y"), Comparison.LT, 7)));
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    @Test
    void aSecondRunReadsWhatTheFirstCompiled() throws Exception {
        List<Firing> first = fired("one");
        Path kept = only();
        Files.setLastModifiedTime(kept, LONG_AGO);

        assertThat(fired("one")).isEqualTo(first).hasSize(2);
        assertThat(Files.getLastModifiedTime(only())).as("not written again").isEqualTo(LONG_AGO);
    }

    @Test
    void anotherBuildOfTheProgramCompilesAnew() throws Exception {
        List<Firing> first = fired("one");

        assertThat(fired("two")).isEqualTo(first);
        assertThat(files()).hasSize(2);
    }

    @Test
    void aFileThatIsCutShortOrChangedIsCompiledAnew() throws Exception {
        List<Firing> first = fired("one");
        byte[] whole = Files.readAllBytes(only());
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length / 2), changed, new byte[0], new byte[40])) {
            Files.write(only(), broken);

            assertThat(fired("one")).isEqualTo(first);
            assertThat(Files.readAllBytes(only())).hasSizeGreaterThan(1_000).isNotEqualTo(broken);
        }
    }

    @Test
    void classesThatDoNotFitAreCompiledAnew() throws Exception {
        List<Firing> first = fired("one");
        KeptParts kept = new KeptParts(RuleStore.in(folder, "one"));
        String drl = PartPrinter.print(RULES).get(0).drl();
        kept.write(drl, new CompiledPart("lowered.Nothing", Map.of("lowered.Nothing", new byte[] {1, 2, 3})));

        assertThat(fired("one")).isEqualTo(first);
        assertThat(kept.read(drl).orElseThrow().classes()).hasSizeGreaterThan(3);
    }

    @Test
    void aFolderThatCannotBeMadeKeepsNothingAndHarmsNothing() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "in the way");

        try (LoweredRules rules = LoweredRules.compile(RULES, RuleStore.in(inTheWay.resolve("store"), "one"))) {
            assertThat(rules.fire(Phase.ACTIONS, Sketch.facts("x=5 y=5"))).hasSize(2);
        }
    }

    private List<Firing> fired(String program) throws LoweringException {
        try (LoweredRules rules = LoweredRules.compile(RULES, RuleStore.in(folder, program))) {
            return rules.fire(Phase.ACTIONS, Sketch.facts("x=5 y=5"));
        }
    }

    private Path only() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
