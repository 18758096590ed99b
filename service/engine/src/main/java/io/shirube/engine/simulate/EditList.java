package io.shirube.engine.simulate;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers edits as they are found. Used by one thread. */
final class EditList {

    private final List<Edit> edits = new ArrayList<>();

    /** Takes an edit and returns its number. */
    int add(Edit.Kind kind, @Nullable Position before, @Nullable Position after, Text text, boolean forPeople) {
        edits.add(new Edit(edits.size(), kind, before, after, text, forPeople));
        return edits.size() - 1;
    }

    int size() {
        return edits.size();
    }

    List<Edit> edits() {
        return List.copyOf(edits);
    }
}
