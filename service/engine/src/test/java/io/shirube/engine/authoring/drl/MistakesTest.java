package io.shirube.engine.authoring.drl;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What authors get told, word by word, for the mistakes they typically make; written down in mistakes.txt. */
class MistakesTest {

    /** One file and every finding it must give. */
    record Mistake(String title, Phase phase, String file, List<String> findings) {
        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void tellsWhereWhatAndWhatToTry(Mistake mistake) {
        List<String> told = new ArrayList<>();
        for (Finding finding : Reading.of(mistake.file(), mistake.phase()).findings()) {
            told.add(finding.severity() + " " + finding.at() + " " + finding.code());
            told.add("  ja " + finding.whatJa() + " → " + finding.tryJa());
            told.add("  en " + finding.whatEn() + " → " + finding.tryEn());
        }

        assertThat(String.join("\n", told)).isEqualTo(String.join("\n", mistake.findings()));
    }

    static Stream<Mistake> mistakes() {
        return Arrays.stream(text().split("(?m)^=== ", -1)).skip(1).map(MistakesTest::mistake);
    }

    /** A title with the phase in brackets, the file, a line of dashes, and the findings. */
    private static Mistake mistake(String section) {
        List<String> lines = section.lines().toList();
        String head = lines.get(0);
        int dashes = lines.indexOf("---");
        Phase phase = Phase.valueOf(head.substring(head.indexOf('[') + 1, head.indexOf(']')));
        String file = String.join("\n", lines.subList(1, dashes)) + "\n";
        List<String> findings = lines.subList(dashes + 1, lines.size()).stream()
                .filter(line -> !line.isEmpty())
                .toList();
        return new Mistake(head, phase, file, findings);
    }

    private static String text() {
        try (InputStream in = MistakesTest.class.getResourceAsStream("mistakes.txt")) {
            return new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
