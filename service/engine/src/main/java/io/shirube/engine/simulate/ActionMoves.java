package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.ActionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts actions by type and touch. Used by one thread. */
final class ActionMoves {

    private final Map<Key, Counts> counts = new HashMap<>();

    private record Key(String type, String touch) {}

    private static final class Counts {
        private long opened;
        private long withdrawn;
        private long held;
        private long openBefore;
        private long openAfter;
        private long unmoved;
        private long milliBefore;
        private long milliAfter;
        private long unmovedMilliBefore;
        private long unmovedMilliAfter;
    }

    void add(Compared account) {
        String before = account.before().outcome().touch();
        String after = account.after().outcome().touch();
        boolean unmoved = account.mover().isEmpty();
        for (Side.Work work : account.before().work()) {
            Counts sums = of(work.type(), before);
            sums.openBefore++;
            sums.milliBefore += work.milli();
            sums.unmoved += unmoved ? 1 : 0;
            sums.unmovedMilliBefore += unmoved ? work.milli() : 0;
        }
        for (Side.Work work : account.after().work()) {
            Counts sums = of(work.type(), after);
            sums.openAfter++;
            sums.milliAfter += work.milli();
            sums.unmovedMilliAfter += unmoved ? work.milli() : 0;
        }
        account.mover().ifPresent(mover -> {
            mover.opened().forEach(name -> of(type(name), after).opened++);
            mover.withdrawn().forEach(name -> of(type(name), before).withdrawn++);
            mover.held().forEach(name -> of(type(name), after).held++);
        });
    }

    private static String type(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private Counts of(String type, String touch) {
        return counts.computeIfAbsent(new Key(type, touch), key -> new Counts());
    }

    List<ActionRow> rows() {
        List<ActionRow> rows = new ArrayList<>();
        counts.forEach((key, sums) -> rows.add(new ActionRow(
                key.type(),
                key.touch(),
                sums.opened,
                sums.withdrawn,
                sums.held,
                sums.openBefore,
                sums.openAfter,
                sums.unmoved,
                sums.milliBefore,
                sums.milliAfter,
                sums.unmovedMilliBefore,
                sums.unmovedMilliAfter)));
        rows.sort(Comparator.comparing(ActionRow::type).thenComparing(ActionRow::touch));
        return rows;
    }
}
