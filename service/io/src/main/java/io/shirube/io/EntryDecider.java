package io.shirube.io;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import java.util.ArrayList;
import java.util.List;

/** Decides one account on a day and with rules it knows. Safe for use by many threads. */
@FunctionalInterface
public interface EntryDecider {

    /** @throws InputException when the snapshot cannot be decided on */
    Decision decide(AccountSnapshot snapshot) throws InputException;

    /**
     * Decides an entry as it was read.
     *
     * @throws InputException with the problems of reading and those that the catalogues see in what could be read
     */
    default Decision decide(Assembled entry) throws InputException {
        if (entry.problems().isEmpty()) {
            return decide(entry.draft());
        }
        List<InputProblem> all = new ArrayList<>(entry.problems());
        if (!entry.draft().account().id().isEmpty()) {
            try {
                decide(entry.draft());
            } catch (InputException e) {
                e.problems().stream()
                        .filter(more ->
                                all.stream().noneMatch(known -> known.field().equals(more.field())))
                        .forEach(all::add);
            }
        }
        throw new InputException(all);
    }
}
