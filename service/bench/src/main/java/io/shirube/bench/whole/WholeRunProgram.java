package io.shirube.bench.whole;

import io.shirube.engine.rules.RuleBundle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The whole run as a program of its own, so that its heap can be small and nothing was compiled for something else. */
public final class WholeRunProgram {

    private WholeRunProgram() {}

    /**
     * Runs it.
     *
     * @param arguments the rule folder, the number of accounts, an empty folder for the files, and the file that the figures
     *     are written to
     */
    public static void main(String[] arguments) throws IOException {
        RuleBundle rules = RuleBundle.readFolder(Path.of(arguments[0]));
        Properties figures = new Properties();
        WholeRun.of(rules, Long.parseLong(arguments[1]), Path.of(arguments[2]))
                .forEach((name, nanos) -> figures.setProperty(name, nanos.toString()));
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[3]))) {
            figures.store(out, null);
        }
    }
}
