package io.shirube.engine.cases;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which rules and table rows some case has fired.
 *
 * @param parts every rule and every row, in the ruleset's order
 */
public record Coverage(List<Part> parts) {

    public Coverage {
        parts = List.copyOf(parts);
    }

    /**
     * A rule or a row of a table.
     *
     * @param name of the rule or table
     * @param fired whether at least one case fired it
     */
    public record Part(String name, Position at, boolean fired) {}

    /**
     * A fired rule or row.
     *
     * @param row {@link Firing#NO_ROW} for a rule
     */
    record Key(int unit, int row) {}

    static Coverage of(RuleModel model, Set<Key> fired) {
        List<Part> parts = new ArrayList<>();
        for (RuleUnit unit : model.units()) {
            if (unit instanceof Rule) {
                boolean hit = fired.contains(new Key(unit.number(), Firing.NO_ROW));
                parts.add(new Part(unit.name(), unit.position(), hit));
            } else if (unit instanceof Table table) {
                for (Table.Row row : table.rows()) {
                    parts.add(new Part(
                            table.name(), row.position(), fired.contains(new Key(table.number(), row.index()))));
                }
            }
        }
        return new Coverage(parts);
    }

    /** Returns what no case has fired. */
    public List<Part> neverFired() {
        return parts.stream().filter(part -> !part.fired()).toList();
    }

    /** Returns a line for each part that no case has fired, and one with the figures. */
    public List<String> lines(String language) {
        boolean japanese = language.equals("ja");
        List<String> lines = new ArrayList<>();
        for (Part part : neverFired()) {
            lines.add(part.at() + ": " + (japanese ? "どのケースでも成立していません: " : "fired by no case: ") + part.name());
        }
        int fired = parts.size() - lines.size();
        lines.add(
                japanese
                        ? "網羅: 規則と表の行 " + parts.size() + " 件のうち " + fired + " 件が成立"
                        : "coverage: " + fired + " of " + parts.size() + " rules and table rows fired");
        return lines;
    }
}
