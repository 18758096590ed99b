package io.shirube.engine.whatif;

import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Suppressed;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a decision comes to, as far as goals are about it.
 *
 * @param score 0..100 unrounded, or null
 * @param open types of the actions that are offered
 * @param held types that are held and come back by themselves
 * @param proposed types that some rule proposes, whatever became of it
 */
public record Reached(
        String stage,
        String touch,
        String programme,
        String band,
        @Nullable Double score,
        String success,
        Set<String> open,
        Set<String> held,
        Set<String> proposed) {

    public Reached {
        open = Collections.unmodifiableSet(new TreeSet<>(open));
        held = Collections.unmodifiableSet(new TreeSet<>(held));
        proposed = Collections.unmodifiableSet(new TreeSet<>(proposed));
    }

    /** Returns what a decision comes to. */
    public static Reached of(Decision decision) {
        Set<String> open = new TreeSet<>();
        Set<String> held = new TreeSet<>();
        Set<String> proposed = new TreeSet<>();
        for (Action action : decision.actions()) {
            open.add(action.type());
            proposed.addAll(action.absorbed());
        }
        for (Suppressed suppressed : decision.suppressed()) {
            proposed.add(suppressed.type());
            if (suppressed.held()) {
                held.add(suppressed.type());
            }
        }
        proposed.addAll(open);
        held.removeAll(open);
        return new Reached(
                decision.stage().value(),
                decision.segment().touch(),
                decision.segment().programme(),
                decision.health().band(),
                decision.health().score(),
                decision.success().level(),
                open,
                held,
                proposed);
    }

    /** Returns whether another has the same touch, band and open actions. */
    public boolean comesTo(Reached other) {
        return touch.equals(other.touch) && band.equals(other.band) && open.equals(other.open);
    }
}
