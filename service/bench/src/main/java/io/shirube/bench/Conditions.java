package io.shirube.bench;

import io.shirube.bench.whole.WholeRuns;
import io.shirube.engine.ProgramVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Under which conditions was measured. Stateless. */
final class Conditions {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Conditions() {}

    /** Returns a line for each. */
    static List<String> of(Arguments arguments) {
        return List.of(
                "Shirube " + ProgramVersion.current() + ", "
                        + LocalDate.now(ZoneOffset.UTC)
                        + (arguments.quick() ? ", quick: rough figures" : ""),
                "machine: " + Runtime.getRuntime().availableProcessors() + " processors" + processor() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "JDK: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                String.format(
                        Locale.ROOT,
                        "whole run: %,d accounts, %,d with reasons, heap at most %s; all other figures: one thread, 1,024"
                                + " accounts in a circle",
                        arguments.accounts(),
                        Math.min(arguments.accounts(), WholeRuns.REASONS_ACCOUNTS),
                        WholeRuns.HEAP));
    }

    /** Returns the name of the processor where the machine tells it. */
    private static String processor() {
        try (Stream<String> lines = Files.exists(PROCESSORS) ? Files.lines(PROCESSORS) : Stream.<String>empty()) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
