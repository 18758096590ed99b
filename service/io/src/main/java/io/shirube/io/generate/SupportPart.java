package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the tickets of an account: those that were opened in the last months, as they stand. */
final class SupportPart {

    private static final int TOLD_DAYS = 200;

    private SupportPart() {}

    static List<Map<String, @Nullable Object>> tickets(View view) {
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        int number = 0;
        for (Ticket ticket : view.happenings().tickets) {
            number++;
            boolean known = !ticket.openedOn().isAfter(view.asOf())
                    && !ticket.openedOn().isBefore(view.daysAgo(TOLD_DAYS));
            if (known) {
                told.add(entry("T" + number, ticket, view));
            }
        }
        return told;
    }

    private static Map<String, @Nullable Object> entry(String id, Ticket ticket, View view) {
        boolean open = ticket.isOpen(view.asOf());
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("severity", (double) ticket.severity());
        entry.put("openedAt", ticket.openedOn().toString());
        entry.put("closedAt", open ? null : ticket.closedOn().toString());
        entry.put("reopened", (double) ticket.reopened());
        entry.put("escalated", ticket.escalated());
        entry.put("kind", ticket.kind());
        entry.put("cause", ticket.cause());
        entry.put("waitingForCustomer", open && ticket.waiting());
        return entry;
    }
}
