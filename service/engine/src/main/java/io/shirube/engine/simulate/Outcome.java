package io.shirube.engine.simulate;

import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Suppressed;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a decision comes to, as far as two decisions can differ: not why, when or how urgently.
 *
 * @param actions type, reason key and state of every action, such as {@code UPSELL_PROMPT:seats OPEN} or
 *     {@code UPSELL_PROMPT:seats HELD}, sorted; what is barred without coming back by itself is not among them
 */
public record Outcome(String touch, String programme, String stage, String band, String success, Set<String> actions) {

    private static final String OPEN = " OPEN";
    private static final String HELD = " HELD";

    public Outcome {
        actions = Collections.unmodifiableSet(new TreeSet<>(actions));
    }

    /** Returns what a decision comes to. */
    public static Outcome of(Decision decision) {
        Set<String> actions = new TreeSet<>();
        for (Action action : decision.actions()) {
            actions.add(reason(decision, action.key()) + OPEN);
        }
        for (Suppressed suppressed : decision.suppressed()) {
            if (suppressed.held()) {
                actions.add(reason(decision, suppressed.key()) + HELD);
            }
        }
        return new Outcome(
                decision.segment().touch(),
                decision.segment().programme(),
                decision.stage().value(),
                decision.health().band(),
                decision.success().level(),
                actions);
    }

    /** Returns the open actions by type and reason key. */
    public Set<String> open() {
        return in(OPEN);
    }

    /** Returns the held actions by type and reason key. */
    public Set<String> held() {
        return in(HELD);
    }

    private Set<String> in(String state) {
        Set<String> found = new TreeSet<>();
        for (String action : actions) {
            if (action.endsWith(state)) {
                found.add(action.substring(0, action.length() - state.length()));
            }
        }
        return found;
    }

    /** Returns an action's key without the account it begins with. */
    static String reason(Decision decision, String key) {
        String account = decision.accountId() + ":";
        return key.startsWith(account) ? key.substring(account.length()) : key;
    }
}
