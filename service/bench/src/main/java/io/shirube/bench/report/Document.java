package io.shirube.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds the tables, alone or between two marks in a text that people write. */
public final class Document {

    private static final String BEGIN = "<!-- figures, written by ./shirube bench -->";
    private static final String END = "<!-- end of figures -->";

    private Document() {}

    /**
     * Writes the tables between the marks of a file, or a file of them alone where there is none yet or it has no marks.
     *
     * @throws IOException when the file cannot be read or written
     */
    public static void write(Path file, String tables) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        String text = begin >= 0 && end > begin
                ? before.substring(0, begin) + BEGIN + "\n\n" + tables + "\n" + before.substring(end)
                : tables;
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }
}
