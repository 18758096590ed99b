package io.shirube.engine.internal.drools;

import io.shirube.engine.model.FactType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.runtime.rule.Match;

/** Takes down which of an author's rules fired for which items. Used by one thread at a time. */
public final class AuthorRecorder {

    private final IdentityHashMap<Object, String> items = new IdentityHashMap<>();
    private final Set<String> fired = new TreeSet<>();

    private final List<String> names;

    AuthorRecorder(List<String> names) {
        this.names = names;
    }

    void item(Object fact, FactType type, int index) {
        items.put(fact, describe(type, index));
    }

    /** Returns an item as it stands in a firing, such as {@code Ticket 0}. */
    static String describe(FactType type, int index) {
        return type.ruleName() + " " + index;
    }

    /** Returns a firing as text: the rule's name and its items in the order of their patterns. */
    static String describe(String rule, List<String> items) {
        return rule + " " + items;
    }

    /** Takes down a match; what is not an item of a collection is no part of a tuple. */
    public void fire(Match match) {
        List<String> tuple = new ArrayList<>();
        for (Object object : match.getObjects()) {
            String item = items.get(object);
            if (item != null) {
                tuple.add(item);
            }
        }
        fired.add(describe(names.get(Integer.parseInt(match.getRule().getName())), tuple));
    }

    Set<String> fired() {
        return fired;
    }
}
