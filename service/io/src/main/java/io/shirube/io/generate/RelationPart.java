package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.ChampionChange;
import io.shirube.io.generate.Happenings.Stated;
import io.shirube.io.generate.Happenings.Ticket;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the signals of support, relationship and money. */
final class RelationPart {

    private final View view;
    private final Dice dice;
    private final Readings readings;

    RelationPart(View view, Readings readings) {
        this.view = view;
        this.dice = view.dice();
        this.readings = readings;
    }

    void add() {
        if (view.isStarted()) {
            support();
            champion();
            relationship();
            intent();
        }
        money();
    }

    private void support() {
        @Nullable LocalDate resolved = null;
        Map<String, Integer> causes = new HashMap<>();
        for (Ticket ticket : view.happenings().tickets) {
            boolean known = !ticket.openedOn().isAfter(view.asOf());
            if (known && ticket.severity() == 1 && !ticket.isOpen(view.asOf())) {
                resolved = resolved == null || ticket.closedOn().isAfter(resolved) ? ticket.closedOn() : resolved;
            }
            if (known && ticket.cause() != null && !ticket.openedOn().isBefore(view.daysAgo(30))) {
                causes.merge(ticket.cause(), 1, Integer::sum);
            }
        }
        readings.event("severity1ResolvedAt", resolved);
        int most = causes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (most > 1 && dice.chance(0.6)) {
            readings.fresh("sameCauseTickets30d", (double) most);
        }
        readings.fresh("commitmentsOverdue", (double) (dice.chance(0.05) ? dice.whole(1, 3) : 0));
    }

    private void champion() {
        @Nullable ChampionChange change = view.happenings().champion(view.asOf());
        String state = change == null ? "PRESENT" : state(change);
        readings.read("championState", state, dice.whole(0, 100));
        boolean gone = !state.equals("PRESENT");
        readings.event("championLastLoginAt", view.daysAgo(gone ? dice.whole(20, 80) : dice.whole(0, 20)));
        if (change != null && (gone || change.on().isAfter(view.daysAgo(400)))) {
            Dice lasting = view.lasting("champion" + change.on());
            boolean met = change.metOn() != null && !change.metOn().isAfter(view.asOf());
            readings.day("championChangedAt", lasting.chance(0.88) ? change.on() : null);
            readings.plain("successorMet", met);
            readings.plain("successorTrained", met && lasting.chance(0.6));
            readings.plain("deputyNamed", change.onLeave() && lasting.chance(0.6));
            readings.plain("championTitleChangeOnly", lasting.chance(0.08));
            readings.plain("championMailBounced", !change.on().isAfter(view.asOf()) && lasting.chance(0.4));
        }
    }

    private String state(ChampionChange change) {
        boolean ahead = change.on().isAfter(view.asOf());
        boolean settled = change.on().isBefore(view.daysAgo(change.metOn() == null ? 150 : 95));
        if (settled) {
            return "PRESENT";
        }
        if (change.onLeave()) {
            return "ON_LEAVE";
        }
        boolean named = view.lasting("successor").chance(0.5);
        return ahead ? named ? "SUCCESSOR_NAMED" : "CHANGE_EXPECTED" : named ? "SUCCESSOR_NAMED" : "LEFT";
    }

    private void relationship() {
        double seen = view.intent() + (view.traits().misaligned() ? 0.9 : 0) + 0.4 * dice.normal();
        readings.read("csmSentiment", seen > 0 ? "GREEN" : seen > -0.9 ? "YELLOW" : "RED", dice.whole(0, 50));
        if (view.traits().isLarge()) {
            readings.event("lastExecutiveReviewAt");
        }
        readings.event("fieldAlignmentDoneAt");
        if (dice.chance(0.3)) {
            readings.fresh("decisionLineKnown", view.daysToDecision() < 60 || dice.chance(0.5));
        }
        if (dice.chance(0.15)) {
            readings.event("lastInboundAt", view.daysAgo(dice.whole(0, 60)));
        }
    }

    private void intent() {
        @Nullable Stated last = null;
        for (Stated stated : view.happenings().stated) {
            last = stated.on().isAfter(view.asOf()) ? last : stated;
        }
        if (last == null || last.on().isBefore(view.daysAgo(330))) {
            return;
        }
        String intent = view.daysToDecision() < 0 && last.intent().equals("CANCEL") ? "REDUCE" : last.intent();
        readings.put("statedIntent", List.of(Readings.reading(intent, last.on())), false);
        readings.event("statedAt", last.on());
        if (intent.equals("CANCEL")) {
            readings.plain("churnReason", view.lasting("reason").oneOf(List.of("予算の見直し", "社内システムへの統合", "利用定着の不足")));
        }
    }

    private void money() {
        @Nullable LocalDate from = view.last("overdueFrom");
        @Nullable LocalDate paid = from == null ? null : view.happenings().next("paidOn", from);
        boolean late = from != null && paid != null && paid.isAfter(view.asOf());
        long days = late && from != null ? view.asOf().toEpochDay() - from.toEpochDay() : 0;
        readings.fresh("paymentOverdueDays", (double) days);
        if (late) {
            // because a bank fee taken off is no debt
            double amount = view.lasting("fee" + from).chance(0.2)
                    ? 660
                    : Math.round(view.term().arr() / 12);
            readings.fresh("overdueAmount", amount);
        }
        readings.event("expansionInterestAt");
        readings.event("competitorAt");
        readings.event("budgetCutAt");
        readings.event("priceNegotiationAt");
        prices();
        if (view.lasting("ceiling").chance(0.6)) {
            readings.plain("priceCeilingReached", view.lasting("reached").chance(0.06));
        }
        readings.plain("fiscalYearEndMonth", (double) view.traits().fiscalYearEndMonth());
        long renewals = view.happenings().terms.stream()
                .filter(term ->
                        term.from().equals(term.start()) && !term.start().isAfter(view.asOf()))
                .count();
        readings.plain("renewalsCount", (double) Math.max(0, renewals - 1));
    }

    /** One customer in twelve has an old price list that ends on the next 1st of April. */
    private void prices() {
        Dice lasting = view.lasting("prices");
        LocalDate april = LocalDate.of(view.asOf().getYear() + (view.asOf().getMonthValue() > 3 ? 1 : 0), 4, 1);
        boolean told = lasting.chance(0.08) && april.isBefore(view.asOf().plusDays(200));
        LocalDate informed = april.minusDays(lasting.whole(60, 190));
        if (told) {
            readings.day("priceChangeEffectiveAt", april);
        }
        readings.event("priceChangeInformedAt", told && !informed.isAfter(view.asOf()) ? informed : null);
    }
}
