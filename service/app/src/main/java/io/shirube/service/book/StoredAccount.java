package io.shirube.service.book;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * An account as it is kept.
 *
 * @param version grows with every change; none comes twice
 * @param document what the CRM told, without signals; not to be changed
 * @param readings by signal, then by day
 * @param arrangements what people settled beside it, as it is kept, over or not; not to be changed
 */
public record StoredAccount(
        String id,
        long version,
        ObjectNode document,
        List<Reading> readings,
        Map<Arrangement, ObjectNode> arrangements) {

    public StoredAccount {
        readings = List.copyOf(readings);
        arrangements = Map.copyOf(arrangements);
    }

    /** Returns everything that was told of the account, as a portfolio's line has it. */
    public ObjectNode told() {
        ObjectNode told = document.deepCopy();
        ObjectNode signals = told.putObject("signals");
        for (Reading reading : readings) {
            ArrayNode ofSignal = signals.withArrayProperty(reading.signal());
            ofSignal.addObject()
                    .<ObjectNode>set("value", reading.value())
                    .put("at", reading.at().toString());
        }
        return told;
    }
}
