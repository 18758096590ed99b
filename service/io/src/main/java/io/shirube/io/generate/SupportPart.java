package io.shirube.io.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the tickets of an account. */
final class SupportPart {

    private static final List<String> CAUSES =
            List.of("login", "import", "report", "permission", "performance", "mail");

    private final Profile profile;
    private final Dice dice;
    private final List<Map<String, @Nullable Object>> tickets = new ArrayList<>();

    private SupportPart(Profile profile, Dice dice) {
        this.profile = profile;
        this.dice = dice;
    }

    static List<Map<String, @Nullable Object>> tickets(Profile profile, Dice dice) {
        SupportPart part = new SupportPart(profile, dice);
        part.ordinary();
        if (profile.story() == Story.TROUBLED || dice.chance(0.02)) {
            part.trouble();
        }
        return part.tickets;
    }

    private void ordinary() {
        int count = profile.story().isBeforeStart() || dice.chance(0.3) ? 0 : dice.whole(1, 4);
        for (int i = 0; i < count; i++) {
            int opened = dice.whole(2, 200);
            boolean closed = opened > 10 || dice.chance(0.6);
            add(
                    dice.whole(3, 4),
                    opened,
                    closed ? opened - dice.whole(1, Math.min(opened, 9)) : null,
                    dice.oneOf(CAUSES));
        }
    }

    private void trouble() {
        switch (dice.whole(0, 6)) {
            case 0, 1 -> add(1, dice.whole(0, 3), null, dice.oneOf(CAUSES));
            case 2 -> add(2, dice.whole(1, 12), null, dice.oneOf(CAUSES));
            case 3 -> sameCause();
            case 4 -> reopened();
            case 5 -> add(2, dice.whole(1, 6), null, dice.oneOf(CAUSES)).put("escalated", true);
            default -> add(1, dice.whole(8, 25), dice.whole(0, 7), dice.oneOf(CAUSES));
        }
        if (dice.chance(0.15)) {
            tickets.get(tickets.size() - 1).put("waitingForCustomer", true);
        }
    }

    private void sameCause() {
        String cause = dice.oneOf(CAUSES);
        for (int i = 0; i < 3; i++) {
            add(3, dice.whole(1, 28), null, cause);
        }
    }

    private void reopened() {
        for (int i = 0; i < 2; i++) {
            add(3, dice.whole(3, 28), null, dice.oneOf(CAUSES)).put("reopened", (double) dice.whole(1, 3));
        }
    }

    private Map<String, @Nullable Object> add(int severity, int opened, @Nullable Integer closed, String cause) {
        Map<String, @Nullable Object> ticket = new LinkedHashMap<>();
        ticket.put("id", "T" + (tickets.size() + 1));
        ticket.put("severity", (double) severity);
        ticket.put("openedAt", profile.daysAgo(opened).toString());
        ticket.put("closedAt", closed == null ? null : profile.daysAgo(closed).toString());
        ticket.put("reopened", 0.0);
        ticket.put("escalated", false);
        ticket.put(
                "kind", severity < 3 ? "INCIDENT" : dice.oneOf(List.of("QUESTION", "QUESTION", "INCIDENT", "REQUEST")));
        ticket.put("cause", dice.chance(0.15) ? null : cause);
        ticket.put("waitingForCustomer", false);
        tickets.add(ticket);
        return ticket;
    }
}
