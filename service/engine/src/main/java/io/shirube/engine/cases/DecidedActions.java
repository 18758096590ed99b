package io.shirube.engine.cases;

import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Text;
import java.util.List;
import java.util.function.Function;

/** What a decision says of actions, by their type. */
record DecidedActions(Decision decision) {

    List<String> types() {
        return decision.actions().stream().map(Decision.Action::type).toList();
    }

    /** Returns what keeps actions of a type back. */
    List<String> suppressed(String type, boolean held) {
        return decision.suppressed().stream()
                .filter(one -> one.type().equals(type) && (one.held() || !held))
                .map(Decision.Suppressed::by)
                .toList();
    }

    List<String> heldTexts(String type, Function<Text, String> language) {
        return decision.suppressed().stream()
                .filter(one -> one.type().equals(type) && one.held())
                .map(Decision.Suppressed::text)
                .map(language)
                .toList();
    }

    /** Returns a part of every action of a type. */
    List<String> of(String type, Function<Decision.Action, String> part) {
        return decision.actions().stream()
                .filter(action -> action.type().equals(type))
                .map(part)
                .toList();
    }

    /** Returns what follows the account and the type in an action's key. */
    String reasonKey(Decision.Action action) {
        String before = decision.accountId() + ":" + action.type() + ":";
        return action.key().startsWith(before) ? action.key().substring(before.length()) : action.key();
    }

    List<String> reasons(String type, Function<Reason, String> text) {
        return decision.actions().stream()
                .filter(action -> action.type().equals(type))
                .flatMap(action -> action.reasons().stream())
                .map(text)
                .toList();
    }
}
