package io.shirube.engine.rules;

import java.util.List;

/**
 * A whole ruleset, typed and closed: what it cannot hold cannot run. Immutable, safe for use by many threads.
 *
 * @param revision {@code sha256:} and the hash of the files
 * @param vocabulary the fields, signals and enums rules may name
 * @param units every rule and table; index is its number
 * @param actions the action catalogue; index is its number
 * @param policies limits, weights and calendars
 * @param texts interned texts of literals; index is the number a {@code TEXT} literal carries
 */
public record RuleModel(
        String revision,
        Vocabulary vocabulary,
        List<RuleUnit> units,
        List<ActionType> actions,
        Policies policies,
        List<String> texts) {

    public RuleModel {
        units = List.copyOf(units);
        actions = List.copyOf(actions);
        texts = List.copyOf(texts);
    }

    /** Returns the units of one phase in ascending number. */
    public List<RuleUnit> units(Phase phase) {
        return units.stream().filter(unit -> unit.phase() == phase).toList();
    }
}
