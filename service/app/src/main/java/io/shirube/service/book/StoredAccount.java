package io.shirube.service.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An account as it is kept.
 *
 * @param version grows with every change; none comes twice
 * @param document what the CRM told, without signals; not to be changed
 * @param readings by signal, then by day
 */
public record StoredAccount(String id, long version, ObjectNode document, List<Reading> readings) {

    public StoredAccount {
        readings = List.copyOf(readings);
    }
}
