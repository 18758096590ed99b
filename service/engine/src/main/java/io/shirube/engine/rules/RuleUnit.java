package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that fires: a rule or a table. Its number is its index in {@link RuleModel#units()}. */
public sealed interface RuleUnit permits Rule, Table {

    /** Returns the number, unique in the ruleset, ascending by phase, file and position. */
    int number();

    /** Returns the author's name of it. */
    String name();

    /** Returns the phase whose folder holds it. */
    Phase phase();

    /** Returns where it begins. */
    Position position();

    /** Returns the first asOf day on which it may fire, or null when always. */
    @Nullable
    LocalDate from();

    /** Returns the last asOf day on which it may fire, or null when for ever. */
    @Nullable
    LocalDate until();
}
