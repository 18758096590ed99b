package io.shirube.engine.simulate;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.List;

/**
 * A number of a rule folder that can be set by its name.
 *
 * @param name such as {@code size-band.large.minEmployees}: table, row and bound; or file and path; or rule and field
 * @param alias a second name by what the number is for, such as {@code segmentation.large.minEmployees}; the same as {@code
 *     name} when it has none
 * @param value as it is written now
 * @param label what it is
 * @param places where it is written; all of them change together
 */
public record Setting(String name, String alias, String value, Text label, List<Position> places) {

    public Setting {
        places = List.copyOf(places);
    }
}
