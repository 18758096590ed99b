package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.language.Language;
import io.shirube.service.openapi.OpenApiDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The description in the repository, in which a review sees what becomes of callers. */
class OpenApiCommittedTest {

    private static final String COMMITTED = "docs/openapi.json";

    @Test
    void theRepositoryShowsTheDescriptionThatIsServed() throws IOException {
        Path file = RunningService.HOME.resolve(COMMITTED);
        List<String> committed = Files.readAllLines(file, UTF_8);
        List<String> served =
                new String(OpenApiDocument.json(Language.EN), UTF_8).lines().toList();

        assertThat(firstDifference(committed, served)).isEmpty();
    }

    @Test
    void aDifferenceIsToldWithItsLineAndWhatToDo() {
        assertThat(firstDifference(List.of("a", "b"), List.of("a", "c")))
                .isEqualTo(
                        "docs/openapi.json is not what the program serves, from line 2 on: it has «b», served is «c»."
                                + " If callers shall see that change, run ./shirube openapi > docs/openapi.json and commit it.");
        assertThat(firstDifference(List.of("a"), List.of("a", "c")))
                .contains("from line 2 on: it has «», served is «c»");
        assertThat(firstDifference(List.of("a"), List.of("a"))).isEmpty();
    }

    @Test
    void theCommandThatWritesItPrintsWhatIsServed() {
        for (Language language : Language.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int exitCode = ShirubeMain.run(
                    new String[] {"openapi", "--lang", language.code()},
                    InputStream.nullInputStream(),
                    new PrintStream(out, false, UTF_8),
                    System.err);

            assertThat(exitCode).isZero();
            assertThat(out.toByteArray()).isEqualTo(OpenApiDocument.json(language));
        }
    }

    private static String firstDifference(List<String> committed, List<String> served) {
        for (int i = 0; i < Math.max(committed.size(), served.size()); i++) {
            String one = i < committed.size() ? committed.get(i).strip() : "";
            String other = i < served.size() ? served.get(i).strip() : "";
            if (!one.equals(other)) {
                return COMMITTED + " is not what the program serves, from line " + (i + 1) + " on: it has «" + one
                        + "», served is «" + other + "». If callers shall see that change, run ./shirube openapi > "
                        + COMMITTED + " and commit it.";
            }
        }
        return "";
    }
}
