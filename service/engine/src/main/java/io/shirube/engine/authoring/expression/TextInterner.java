package io.shirube.engine.authoring.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every text of a ruleset a number, ascending from 0 in the order of first use. Used by one thread. */
public final class TextInterner {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** Returns the number of a text, the same one for equal texts. */
    public int intern(String text) {
        return numbers.computeIfAbsent(text, added -> {
            texts.add(added);
            return texts.size() - 1;
        });
    }

    /** Returns the texts so far; index is the number. */
    public List<String> texts() {
        return List.copyOf(texts);
    }
}
