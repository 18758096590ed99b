package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One command of the command line. */
interface Command {

    String name();

    /** Returns what it does, in a line. */
    Text summary();

    /** Returns its options but for {@code --lang} and {@code --help}. */
    List<Option> options();

    /** Returns what stands for its one argument in the help, in brackets when it may be left out; null for none. */
    default @Nullable String operand() {
        return null;
    }

    /**
     * Runs it and returns the exit code.
     *
     * @throws CouldNotRunException with the sentence that says why
     * @throws IOException when reading or writing breaks
     */
    int run(Arguments arguments, Console console) throws CouldNotRunException, IOException, InterruptedException;
}
