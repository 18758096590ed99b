package io.shirube.engine.internal.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.testing.CallRules;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an edit leaves as it was is not compiled again. */
class PartPrinterTest {

    private static final int FILES = 30;

    @Test
    void anEditOfARuleChangesThePartOfItsFileAlone() throws LoweringException {
        CallRules files = files();
        List<String> before = texts(files);
        files.put(
                "5-actions/r07.drl", CallRules.rule("rule 7", "seats < 5") + CallRules.rule("rule 7 too", "seats < 6"));

        List<String> after = texts(files);

        assertThat(before).hasSizeGreaterThan(2);
        assertThat(without(after, before)).hasSize(1);
        assertThat(without(before, after)).hasSize(1);
    }

    @Test
    void aFileMoreChangesOnePart() throws LoweringException {
        CallRules files = files();
        List<String> before = texts(files);
        files.put("5-actions/a-new-one.drl", CallRules.rule("rule 99", "seats < 5"));

        assertThat(without(texts(files), before)).hasSize(1);
    }

    @Test
    void anotherNumberInARuleChangesNoPart() throws LoweringException {
        CallRules files = files();
        List<String> before = texts(files);
        files.put("5-actions/r07.drl", CallRules.rule("rule 7", "seats > 8"));

        assertThat(texts(files)).isEqualTo(before);
    }

    @Test
    void aSignalMoreChangesNoPartWhereverItStands() throws LoweringException {
        CallRules files = files();
        List<String> before = texts(files);
        files.put(
                "signals.yml",
                CallRules.SIGNALS.replace("signals:\n", "signals:\n  added: {type: number, ja: 追加, en: Added}\n"));

        assertThat(texts(files)).isEqualTo(before);
    }

    @Test
    void everyPartHasASeatOfItsOwn() {
        for (int parts : new int[] {1, 63, 64, 65, 500, 2_000}) {
            Set<String> names = IntStream.range(0, parts)
                    .mapToObj(part -> "ACTIONS." + part)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(Seats.of(names).values()).doesNotHaveDuplicates().hasSize(parts);
        }
    }

    private static Set<String> without(List<String> texts, List<String> others) {
        Set<String> rest = new HashSet<>(texts);
        rest.removeAll(new HashSet<>(others));
        return rest;
    }

    private static List<String> texts(CallRules rules) throws LoweringException {
        RuleModel model =
                Objects.requireNonNull(RulesetReader.read(rules.bundle()).model(), "model");
        return PartPrinter.print(model).stream().map(PrintedPart::drl).toList();
    }

    private static CallRules files() {
        CallRules rules = new CallRules();
        for (int i = 0; i < FILES; i++) {
            rules.put(String.format("5-actions/r%02d.drl", i), CallRules.rule("rule " + i, "seats > " + i));
        }
        return rules;
    }
}
