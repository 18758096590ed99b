package io.shirube.engine.internal.drools;

import java.util.ArrayList;
import java.util.List;

/**
 * A printed boolean expression of fixed words and numbers.
 *
 * @param text Java, to stand alone between two commas
 */
record Printed(String text) {

    /** Always true. */
    static final Printed TRUE = new Printed("true");

    /** Always false. */
    static final Printed FALSE = new Printed("false");

    static Printed of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Printed all(List<Printed> tests) {
        return joined(tests, " && ", TRUE, FALSE);
    }

    static Printed any(List<Printed> tests) {
        return joined(tests, " || ", FALSE, TRUE);
    }

    static Printed any(Printed first, Printed second) {
        return any(List.of(first, second));
    }

    private static Printed joined(List<Printed> tests, String operator, Printed neutral, Printed decisive) {
        if (tests.contains(decisive)) {
            return decisive;
        }
        List<String> texts = new ArrayList<>();
        for (Printed test : tests) {
            if (!test.equals(neutral)) {
                texts.add(test.text);
            }
        }
        if (texts.isEmpty()) {
            return neutral;
        }
        return new Printed(texts.size() == 1 ? texts.get(0) : "(" + String.join(operator, texts) + ")");
    }
}
