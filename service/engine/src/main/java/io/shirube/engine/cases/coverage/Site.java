package io.shirube.engine.cases.coverage;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule's left side.
 *
 * @param origin what the author wrote and where
 * @param test the test that stands here, or null for an exists or not as a whole
 * @param holds true when the condition by itself holds, for some of the items it may speak of
 * @param fails true when the condition by itself does not hold, for some of those items
 * @param alone what {@code holds} is for another test in the same place
 * @param within the whole left side with another test in this place
 */
record Site(
        Origin origin, @Nullable Constraint test, Condition holds, Condition fails, Exchange alone, Exchange within) {

    /** Makes a left side around a test. */
    interface Exchange {
        Condition with(Constraint test);
    }

    /** Returns a test that every account passes. */
    static Constraint always(Origin origin) {
        return new Constraint.AllOf(List.of(), origin);
    }

    /** Returns a test that no account passes. */
    static Constraint never(Origin origin) {
        return new Constraint.AnyOf(List.of(), origin);
    }

    static boolean isNever(Constraint test) {
        return test instanceof Constraint.AnyOf any && any.parts().isEmpty();
    }
}
