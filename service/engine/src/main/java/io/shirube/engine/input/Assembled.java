package io.shirube.engine.input;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import java.util.List;

/**
 * An entry as far as it could be read.
 *
 * @param draft the snapshot without the values that have problems; to be decided on only when there are none
 * @param problems in the order in which fields are read
 */
public record Assembled(AccountSnapshot draft, List<InputProblem> problems) {

    public Assembled {
        problems = List.copyOf(problems);
    }

    /**
     * Returns the snapshot.
     *
     * @throws InputException when the entry has problems
     */
    public AccountSnapshot orThrow() throws InputException {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return draft;
    }
}
