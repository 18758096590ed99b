package io.shirube.engine.simulate;

import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.rules.RuleUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a ruleset fired for one account, and what the cells of edited rows came to. Used by one thread. */
final class Trace {

    private final BitSet units = new BitSet();
    private final Map<Integer, List<Verdict>> cells = new HashMap<>();

    void fired(int unit) {
        units.set(unit);
    }

    void cells(int edit, List<Verdict> verdicts) {
        cells.put(edit, verdicts);
    }

    boolean fired(RuleUnit unit) {
        return units.get(unit.number());
    }

    /** Returns the verdicts of the row that an edit is about, one for each condition column. */
    List<Verdict> cells(int edit) {
        return cells.getOrDefault(edit, List.of());
    }
}
