package io.shirube.service.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a command meets of the world.
 *
 * @param out for results
 * @param err for logs, progress and what went wrong
 * @param home the folder with {@code rules} and {@code config.yml}
 * @param clock tells today; its zone means nothing
 */
public record Console(InputStream in, PrintStream out, PrintStream err, Path home, Clock clock) {}
