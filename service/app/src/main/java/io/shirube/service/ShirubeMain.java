package io.shirube.service;

import io.shirube.engine.ProgramVersion;
import java.io.PrintStream;

/** The entry point of the program. Exit codes: 0 fine, 1 findings or failures, 2 could not run. */
public final class ShirubeMain {

    private static final int FINE = 0;
    private static final int COULD_NOT_RUN = 2;

    private ShirubeMain() {}

    public static void main(String[] arguments) {
        int exitCode = run(arguments, System.out, System.err);
        if (exitCode != FINE) {
            System.exit(exitCode);
        }
    }

    /** Runs one command line and returns its exit code: results go to {@code out}, everything else to {@code err}. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 0) {
            err.println(usage());
            return COULD_NOT_RUN;
        }
        return switch (arguments[0]) {
            case "--version" -> {
                out.println("shirube " + ProgramVersion.current());
                yield FINE;
            }
            case "--help", "-h" -> {
                out.println(usage());
                yield FINE;
            }
            default -> {
                err.println("shirube: unknown command '" + arguments[0] + "'");
                err.println(usage());
                yield COULD_NOT_RUN;
            }
        };
    }

    private static String usage() {
        return "usage: shirube COMMAND [ARGUMENTS] | --version | --help";
    }
}
