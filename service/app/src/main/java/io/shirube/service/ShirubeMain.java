package io.shirube.service;

import io.shirube.service.cli.CommandLine;
import io.shirube.service.cli.Console;
import io.shirube.service.cli.ExitCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The entry point of the program. Exit codes: 0 fine, 1 findings or failures, 2 could not run. */
public final class ShirubeMain {

    private ShirubeMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitCode = run(arguments, System.in, out, err);
        out.flush();
        if (exitCode != ExitCode.FINE) {
            System.exit(exitCode);
        }
    }

    /** Runs one command line and returns its exit code: results go to {@code out}, everything else to {@code err}. */
    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        // because the database keeps microseconds, and what is answered must be what is kept
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
        Console console = new Console(in, out, err, Home.find(), clock);
        return new CommandLine(new EngineService(clock), new ConfiguredDatabase(), new ConfiguredKeys(clock))
                .run(List.of(arguments), console);
    }
}
