package io.shirube.service.standing;

import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Text;
import java.util.HashMap;
import java.util.Map;

/**
 * How many more actions may be open for each owner role while one account is decided on. Somebody with too much to do does
 * nothing well; so what is not mandatory waits until something else ended. Used by one thread.
 */
final class Volume {

    /** What holds such actions. */
    static final String HELD_BY_VOLUME = "HELD_BY_VOLUME";

    private final Map<String, Integer> free;

    /** @param free by owner role; without a limit a role is missing */
    Volume(Map<String, Integer> free) {
        this.free = new HashMap<>(free);
    }

    /** Returns whether an action may be open, and counts it if so. */
    boolean take(Decision.Action action) {
        Integer left = free.get(action.ownerRole());
        if (left == null || action.mandatory()) {
            return true;
        }
        free.put(action.ownerRole(), left - 1);
        return left > 0;
    }

    /** Returns why an action waits. */
    static BothLanguages because(String ownerRole) {
        return BothLanguages.of(new Text(
                "担当（" + ownerRole + "）の対応中・未着手アクションが上限に達しているため、ほかのアクションが終わるまで見合わせます。",
                "The owner (" + ownerRole
                        + ") has as many open actions as the limit allows; it waits until others end."));
    }
}
