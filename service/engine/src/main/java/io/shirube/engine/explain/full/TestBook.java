package io.shirube.engine.explain.full;

import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.explain.Explainer;
import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.Explanation;
import io.shirube.engine.model.Explanation.Test;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps each distinct test of one explanation once. Used by one thread. */
final class TestBook {

    private final Words words;
    private final List<String> texts;
    private final Map<Test, Integer> places = new HashMap<>();
    private final List<Test> tests = new ArrayList<>();

    TestBook(Words words, List<String> texts) {
        this.words = words;
        this.texts = texts;
    }

    /** Returns the place of a test, {@link Explanation#NO_TEST} when the verdict is not that of one. */
    int place(ConditionVerdict verdict, Rule rule) {
        Tested tested = Tested.of(verdict, rule, texts);
        if (tested == null) {
            return Explanation.NO_TEST;
        }
        Field field = tested.field();
        Quoted threshold = tested.isOrdered() ? tested.threshold() : null;
        return place(new Test(
                words.of(verdict.origin()),
                field == null ? null : Explainer.name(field),
                plain(verdict.verdict()),
                shown(tested.value(), tested),
                threshold == null ? null : shown(threshold, tested)));
    }

    /** Returns the place of what is asked of items, for which there is no one value. */
    int place(String asked, Verdict verdict) {
        return place(new Test(asked, null, plain(verdict), null, null));
    }

    private int place(Test test) {
        Integer known = places.putIfAbsent(test, tests.size());
        if (known != null) {
            return known;
        }
        tests.add(test);
        return tests.size() - 1;
    }

    /** A count is a number whatever it counts. */
    private static @Nullable Object shown(Quoted value, Tested tested) {
        return ValueText.plain(value, tested.subject().isCount() ? null : tested.field());
    }

    List<Test> tests() {
        return tests;
    }

    static @Nullable Boolean plain(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case UNKNOWN -> null;
        };
    }
}
