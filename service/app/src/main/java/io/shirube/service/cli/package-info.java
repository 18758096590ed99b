/**
 * The command line: its commands, how their arguments are read, and what is said when they cannot run.
 *
 * <p>Results go to standard output, everything else to standard error. Exit codes: 0 fine, 1 findings or failures, 2
 * could not run. A command calls the engine and the io module directly, or starts the service through {@link
 * io.shirube.service.cli.ServiceStarter}.
 */
@NullMarked
package io.shirube.service.cli;

import org.jspecify.annotations.NullMarked;
