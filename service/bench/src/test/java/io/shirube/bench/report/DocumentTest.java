package io.shirube.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {

    @TempDir
    private Path folder;

    @Test
    void writesBetweenTheMarksAndLeavesTheRest() throws IOException {
        Path file = folder.resolve("performance.md");
        Files.writeString(
                file, "before\n<!-- figures, written by ./shirube bench -->\nold\n<!-- end of figures -->\nafter\n");
        Document.write(file, "new\n");
        assertThat(file)
                .content()
                .startsWith("before\n<!-- figures, written by ./shirube bench -->\n")
                .contains("\nnew\n")
                .doesNotContain("old")
                .endsWith("<!-- end of figures -->\nafter\n");
    }

    @Test
    void makesTheFileAndItsFolder() throws IOException {
        Path file = folder.resolve("docs").resolve("figures.md");
        Document.write(file, "new\n");
        assertThat(file).hasContent("new\n");
    }
}
