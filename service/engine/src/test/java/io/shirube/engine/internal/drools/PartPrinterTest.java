package io.shirube.engine.internal.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an edit leaves as it was is not compiled again. */
class PartPrinterTest {

    private static final int FILES = 30;
    private static final String SIGNALS =
            "signals:\n  seats: {type: number, unit: seats, min: 0, step: 1, ja: 席数, en: Seats}\n";

    @Test
    void anEditOfARuleChangesThePartOfItsFileAlone() throws LoweringException {
        Map<String, String> files = files();
        List<String> before = texts(files);
        files.put("5-actions/r07.drl", rule(7, "seats < 5", "seats < 6"));

        List<String> after = texts(files);

        assertThat(before).hasSizeGreaterThan(2);
        assertThat(without(after, before)).hasSize(1);
        assertThat(without(before, after)).hasSize(1);
    }

    @Test
    void aFileMoreChangesOnePart() throws LoweringException {
        Map<String, String> files = files();
        List<String> before = texts(files);
        files.put("5-actions/a-new-one.drl", rule(99, "seats < 5"));

        assertThat(without(texts(files), before)).hasSize(1);
    }

    @Test
    void anotherNumberInARuleChangesNoPart() throws LoweringException {
        Map<String, String> files = files();
        List<String> before = texts(files);
        files.put("5-actions/r07.drl", rule(7, "seats > 8"));

        assertThat(texts(files)).isEqualTo(before);
    }

    @Test
    void aSignalMoreChangesNoPartWhereverItStands() throws LoweringException {
        Map<String, String> files = files();
        List<String> before = texts(files);
        files.put(
                "signals.yml", SIGNALS.replace("signals:\n", "signals:\n  added: {type: number, ja: 追加, en: Added}\n"));

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

    private static List<String> texts(Map<String, String> files) throws LoweringException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(UTF_8)));
        RuleModel model =
                Objects.requireNonNull(RulesetReader.read(RuleBundle.of(bytes)).model(), "model");
        return PartPrinter.print(model).stream().map(PrintedPart::drl).toList();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "signals.yml", "signals:\n  seats: {type: number, unit: seats, min: 0, step: 1, ja: 席数, en: Seats}\n");
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
        for (int i = 0; i < FILES; i++) {
            files.put(String.format("5-actions/r%02d.drl", i), rule(i, "seats > " + i));
        }
        return files;
    }

    private static String rule(int number, String... conditions) {
        StringBuilder text = new StringBuilder();
        for (String condition : conditions) {
            text.append("rule \"Call ")
                    .append(number)
                    .append(' ')
                    .append(condition.replace('<', 'b').replace('>', 'a'))
                    .append("\"\n  @reason_ja(\"席{seats}\")\n  @reason_en(\"seats {seats}\")\nwhen\n  Signals( ")
                    .append(condition)
                    .append(" )\nthen\n  propose(CALL);\nend\n\n");
        }
        return text.toString();
    }
}
