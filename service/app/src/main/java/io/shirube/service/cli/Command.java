package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import java.io.IOException;
import java.util.List;

/** One command of the command line. */
interface Command {

    String name();

    /** Returns what it does, in a line. */
    Text summary();

    /** Returns its options but for {@code --lang} and {@code --help}. */
    List<Option> options();

    /** Returns what stands for its arguments in the help, in their order; in brackets those that may be left out. */
    default List<String> operands() {
        return List.of();
    }

    /**
     * Runs it and returns the exit code.
     *
     * @throws CouldNotRunException with the sentence that says why
     * @throws IOException when reading or writing breaks
     */
    int run(Arguments arguments, Console console) throws CouldNotRunException, IOException, InterruptedException;
}
