package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Ticket;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How tickets come: a few as a rule, and in bursts with one cause behind them and hard ones among them. */
final class SupportModel {

    private static final List<String> CAUSES =
            List.of("login", "import", "report", "permission", "performance", "mail");
    private static final int MOST = 9;

    private final Mind mind;
    private final Dice dice;
    private final Happenings happenings;
    private String burstCause = "login";

    SupportModel(Mind mind, Dice dice, Happenings happenings) {
        this.mind = mind;
        this.dice = dice;
        this.happenings = happenings;
    }

    void live(LocalDate after, LocalDate until) {
        boolean intake = until.getMonthValue() == 4 || until.getMonthValue() == 12;
        if (mind.burst > 0) {
            mind.burst--;
        } else if (dice.chance(intake ? 0.08 : 0.055)) {
            mind.burst = dice.whole(1, 3);
            burstCause = dice.oneOf(CAUSES);
        }
        boolean burst = mind.burst > 0;
        double usual = 0.25 + 0.018 * StrictMath.sqrt(mind.assigned * mind.habit);
        int count = dice.count(burst ? usual * 2 + 2.2 : usual, MOST);
        double hurt = 0;
        for (int i = 0; i < count; i++) {
            Ticket ticket = ticket(after, until, burst);
            happenings.tickets.add(ticket);
            hurt += ticket.severity() == 1 ? 0.7 : ticket.severity() == 2 ? 0.25 : 0;
        }
        mind.pain = 0.5 * mind.pain + hurt;
    }

    private Ticket ticket(LocalDate after, LocalDate until, boolean burst) {
        LocalDate day = after.plusDays(1 + (long) (dice.share() * (until.toEpochDay() - after.toEpochDay())));
        int severity = severity(burst);
        LocalDate opened = severity == 1 ? day : WorkingDays.onOrAfter(day);
        int takes = switch (severity) {
            case 1 -> dice.whole(0, 6);
            case 2 -> dice.whole(1, 11);
            default -> dice.whole(1, burst ? 28 : 16);
        };
        LocalDate closed = severity == 1 ? opened.plusDays(takes) : WorkingDays.onOrAfter(opened.plusDays(takes));
        String kind = severity < 3 ? "INCIDENT" : dice.oneOf(List.of("QUESTION", "QUESTION", "INCIDENT", "REQUEST"));
        return new Ticket(
                opened,
                closed,
                severity,
                dice.chance(burst ? 0.2 : 0.04) ? dice.whole(1, 2) : 0,
                severity < 3 && dice.chance(burst ? 0.15 : 0.04),
                kind,
                cause(burst),
                severity > 1 && dice.chance(0.1));
    }

    private int severity(boolean burst) {
        double share = dice.share();
        if (share < (burst ? 0.13 : 0.008)) {
            return 1;
        }
        if (share < (burst ? 0.38 : 0.07)) {
            return 2;
        }
        return share < 0.75 ? 3 : 4;
    }

    private @Nullable String cause(boolean burst) {
        if (dice.chance(0.12)) {
            return null;
        }
        return burst && dice.chance(0.75) ? burstCause : dice.oneOf(CAUSES);
    }
}
