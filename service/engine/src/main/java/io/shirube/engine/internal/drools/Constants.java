package io.shirube.engine.internal.drools;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the numbers in the printed texts of a whole ruleset stand for. Immutable, safe for use by many threads. */
final class Constants {

    private final @Nullable PartConstants[] parts;

    Constants(List<PrintedPart> parts) {
        int seats =
                parts.stream().mapToInt(part -> part.constants().seat()).max().orElse(-1) + 1;
        this.parts = new @Nullable PartConstants[seats];
        parts.forEach(part -> this.parts[part.constants().seat()] = part.constants());
    }

    /** Returns the number that an author wrote where the text says this place. */
    double at(int place) {
        return part(place).at(place);
    }

    /** Returns the slot of the field that the text names by that place. */
    int slot(int place) {
        return part(place).slot(place);
    }

    /** Returns the number that the ruleset gives the unit of a place. */
    int unit(int place) {
        return part(place).unit(place);
    }

    Pattern pattern(int number) {
        return part(number).pattern(number);
    }

    /** Returns the rows of the table of that number. */
    TableRows rows(int table) {
        return part(table).rows(table);
    }

    private PartConstants part(int place) {
        PartConstants part = parts[PartConstants.seat(place)];
        if (part == null) {
            throw new IllegalArgumentException("a place of no part");
        }
        return part;
    }
}
