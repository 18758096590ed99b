package io.shirube.service.standing;

import io.shirube.service.standing.Rollout.Expected;
import java.util.Optional;
import java.util.function.Function;

/** Keeps which rules decide on the book and how far they got. Safe for use by many threads and nodes. */
public interface RolloutStore {

    /** Returns the rules on their way, or those that got through last; empty before the first. */
    Optional<Rollout> latest();

    /** Returns how many accounts wait to be decided on because rules are on their way. */
    long waiting();

    /** Makes rules those that decide on the book, if they are not. */
    void begin(String ruleset);

    /**
     * Takes some accounts further, unless another node is at it.
     *
     * @param most how many accounts at most
     * @param preview tells what the rules would do with an account
     * @return how many accounts there were; 0 when nothing was done
     */
    int advance(String ruleset, int most, Function<Known, Expected> preview);
}
