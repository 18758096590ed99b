package io.shirube.service.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller told of an account, checked.
 *
 * @param document the account without its signals; null when only readings were told
 */
public record Told(String id, @Nullable ObjectNode document, List<Reading> readings) {

    public Told {
        readings = List.copyOf(readings);
    }

    /** Returns the account without its signals. */
    ObjectNode kept() {
        return Objects.requireNonNull(document, "document");
    }
}
