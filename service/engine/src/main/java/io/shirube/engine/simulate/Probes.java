package io.shirube.engine.simulate;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rules and rows that edits are about. */
final class Probes {

    private final Places before;
    private final Places after;
    private final Map<String, Set<Integer>> editedColumns = new HashMap<>();

    private Probes(RuleModel before, RuleModel after) {
        this.before = new Places(before);
        this.after = new Places(after);
    }

    /** The rules and rows of a model by their places. */
    private static final class Places {

        private final Map<Position, Rule> rules = new HashMap<>();
        private final Map<String, Table> tables = new HashMap<>();
        private final Map<String, Map<Integer, Integer>> rows = new HashMap<>();

        Places(RuleModel model) {
            for (RuleUnit unit : model.units()) {
                if (unit instanceof Rule rule) {
                    rules.put(rule.position(), rule);
                } else {
                    Table table = (Table) unit;
                    String file = table.position().file();
                    tables.put(file, table);
                    Map<Integer, Integer> byLine = rows.computeIfAbsent(file, path -> new HashMap<>());
                    table.rows().forEach(row -> byLine.put(row.position().line(), row.index()));
                }
            }
        }

        int row(@Nullable Position at) {
            return at == null ? -1 : rows.getOrDefault(at.file(), Map.of()).getOrDefault(at.line(), -1);
        }
    }

    /** Returns where to look for each edit, by its number. */
    static List<Probe> of(List<Edit> edits, RuleModel before, RuleModel after) {
        Probes probes = new Probes(before, after);
        for (Edit edit : edits) {
            if (edit.kind() == Edit.Kind.CELL_CHANGED && !edit.forPeople()) {
                probes.editedColumns
                        .computeIfAbsent(row(edit), row -> new HashSet<>())
                        .add(edit.at().column());
            }
        }
        List<Probe> found = new ArrayList<>();
        edits.forEach(edit -> found.add(probes.of(edit)));
        return found;
    }

    private static String row(Edit edit) {
        Position from = edit.before();
        return edit.at().file()
                + '!'
                + (from == null ? 0 : from.line())
                + '!'
                + edit.at().line();
    }

    private Probe of(Edit edit) {
        if (edit.forPeople()) {
            return new Probe.Nothing();
        }
        return switch (edit.kind()) {
            case RULE_ADDED, RULE_CHANGED, RULE_REMOVED -> ofRule(edit);
            case CELL_CHANGED, ROW_ADDED, ROW_REMOVED -> ofRow(edit);
            case ENTRY_ADDED, ENTRY_CHANGED, ENTRY_REMOVED, FILE_ADDED, FILE_CHANGED, FILE_REMOVED ->
                new Probe.Anywhere();
        };
    }

    private Probe ofRule(Edit edit) {
        Rule was = edit.before() == null ? null : before.rules.get(edit.before());
        Rule is = edit.after() == null ? null : after.rules.get(edit.after());
        boolean found = (was != null) == (edit.before() != null) && (is != null) == (edit.after() != null);
        boolean moved = was != null && is != null && was.phase() != is.phase();
        Rule either = is != null ? is : was;
        return !found || moved || either == null ? new Probe.Anywhere() : new Probe.OfRule(either.phase(), was, is);
    }

    private Probe ofRow(Edit edit) {
        int was = before.row(edit.before());
        int is = after.row(edit.after());
        boolean found = (was >= 0) == (edit.before() != null) && (is >= 0) == (edit.after() != null);
        Table from =
                edit.before() == null ? null : before.tables.get(edit.before().file());
        Table to = edit.after() == null ? null : after.tables.get(edit.after().file());
        Table either = to != null ? to : from;
        if (!found || either == null) {
            return new Probe.Anywhere();
        }
        Phase phase = either.phase();
        boolean cell = edit.kind() == Edit.Kind.CELL_CHANGED;
        Set<Integer> edited = cell ? editedColumns.getOrDefault(row(edit), Set.of()) : Set.of();
        return new Probe.OfRow(
                phase, from, was, to, is, edited, cell ? edit.at().column() : 0);
    }
}
