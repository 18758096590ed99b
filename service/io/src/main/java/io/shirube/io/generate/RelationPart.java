package io.shirube.io.generate;

import java.util.List;

/** Makes the signals of voice, relationship, support and money. */
final class RelationPart {

    private static final List<String> THEMES = List.of("帳票の改善", "権限の細分化", "モバイル対応", "外部連携");

    private final Profile profile;
    private final Dice dice;
    private final Readings readings;

    RelationPart(Profile profile, Dice dice, Readings readings) {
        this.profile = profile;
        this.dice = dice;
        this.readings = readings;
    }

    void add() {
        if (!profile.story().isBeforeStart()) {
            voice();
            support();
            relationship();
        }
        commercial();
    }

    private void voice() {
        if (profile.story() == Story.STARTING || dice.chance(0.2)) {
            return;
        }
        int at = dice.whole(5, 330);
        int most = Math.max(1, Math.min(60, profile.active() / 3));
        if (dice.chance(0.2)) {
            group("nps", dice.whole(1, most + 5), dice.whole(-70, 60), at);
            return;
        }
        group("npsField", dice.whole(1, most), fieldNps(), at);
        if (dice.chance(0.5)) {
            group("npsPromoter", dice.whole(1, 5), dice.whole(-20, 70), at);
        }
        if (profile.isLarge() && dice.chance(0.4)) {
            group("npsExecutive", dice.whole(1, 6), dice.whole(-50, 60), at);
        }
        if (dice.chance(0.4)) {
            readings.read("csat", Dice.rounded(dice.between(2.4, 4.9), 1), dice.whole(3, 80));
        }
        if (dice.chance(0.2)) {
            readings.read("requestThemes", List.of(dice.oneOf(THEMES)), dice.whole(3, 80));
        }
    }

    private int fieldNps() {
        return switch (profile.story()) {
            case THRIVING -> dice.whole(0, 50);
            case MISALIGNED -> dice.whole(-75, -30);
            case LEAVING, FADING, TROUBLED -> dice.whole(-65, 10);
            case STEADY, STARTING, SIGNED, ORDERED, CHAMPIONLESS, IDLE, LAPSED -> dice.whole(-45, 40);
        };
    }

    /** Adds the score of one group of people with its number of answers and their mean. */
    private void group(String name, int answers, int score, int at) {
        readings.read(name, (double) score, at);
        readings.read(name + "N", (double) answers, at);
        readings.read(name + "Avg", Dice.rounded(Math.max(0, Math.min(10, 6.8 + score / 25.0)), 1), at);
    }

    private void support() {
        if (dice.chance(0.03)) {
            readings.event("severity1ResolvedAt", dice.whole(1, 40));
        }
        readings.notHappened("severity1ResolvedAt");
        if (profile.story() == Story.TROUBLED && dice.chance(0.15)) {
            readings.fresh("sameCauseTickets30d", (double) dice.whole(2, 6));
        }
        readings.fresh("commitmentsOverdue", (double) (dice.chance(0.06) ? dice.whole(1, 3) : 0));
    }

    private void relationship() {
        champion();
        intent();
        readings.read("csmSentiment", dice.oneOf(List.of("GREEN", "GREEN", "YELLOW", "RED")), dice.whole(0, 50));
        if (profile.isLarge() && dice.chance(0.6)) {
            readings.event("lastExecutiveReviewAt", dice.whole(20, 400));
        }
        if (profile.story() == Story.MISALIGNED && dice.chance(0.35)) {
            readings.event("fieldAlignmentDoneAt", dice.whole(20, 125));
        }
        readings.notHappened("fieldAlignmentDoneAt");
    }

    private void champion() {
        boolean changes = profile.story() == Story.CHAMPIONLESS;
        String state =
                changes ? dice.oneOf(List.of("LEFT", "SUCCESSOR_NAMED", "CHANGE_EXPECTED", "ON_LEAVE")) : "PRESENT";
        readings.read("championState", state, dice.whole(0, 100));
        if (changes) {
            boolean ahead = state.equals("CHANGE_EXPECTED");
            if (dice.chance(0.8)) {
                readings.event("championChangedAt", ahead ? -dice.whole(2, 50) : dice.whole(2, 95));
            }
            readings.plain("successorMet", dice.chance(0.3));
            readings.plain("successorTrained", dice.chance(0.4));
            readings.plain("deputyNamed", state.equals("ON_LEAVE") && dice.chance(0.6));
            readings.plain("championTitleChangeOnly", dice.chance(0.1));
            readings.plain("championMailBounced", dice.chance(0.4));
        }
        readings.event("championLastLoginAt", changes ? dice.whole(20, 80) : dice.whole(0, 20));
        readings.notHappened("championChangedAt");
    }

    private void intent() {
        boolean leaves = profile.story() == Story.LEAVING;
        if (leaves || dice.chance(0.4)) {
            String intent = leaves
                    ? dice.oneOf(List.of("REDUCE", "CANCEL", "UNDECIDED"))
                    : dice.oneOf(List.of("RENEW", "RENEW", "UNDECIDED", "EXPAND"));
            int at = dice.whole(2, 150);
            readings.read("statedIntent", intent, at);
            readings.event("statedAt", at);
            if (intent.equals("CANCEL")) {
                readings.plain("churnReason", dice.oneOf(List.of("予算の見直し", "社内システムへの統合", "利用定着の不足")));
            }
        }
    }

    private void commercial() {
        boolean late = dice.chance(0.07);
        readings.fresh("paymentOverdueDays", (double) (late ? dice.whole(1, 50) : 0));
        if (late) {
            readings.fresh("overdueAmount", (double) (dice.chance(0.2) ? 660 : dice.whole(10, 400) * 1000));
        }
        boolean leaves = profile.story() == Story.LEAVING;
        maybe("expansionInterestAt", profile.story() == Story.THRIVING ? 0.2 : 0.04, 45);
        maybe("competitorAt", leaves ? 0.4 : 0.03, 120);
        maybe("budgetCutAt", leaves ? 0.3 : 0.02, 120);
        maybe("priceNegotiationAt", 0.02, 120);
        maybe("priceChangeInformedAt", 0.03, 60);
        if (dice.chance(0.6)) {
            readings.plain("priceCeilingReached", dice.chance(0.06));
        }
        readings.plain("fiscalYearEndMonth", (double) dice.oneOf(List.of(3, 3, 3, 12, 9, 6)));
        readings.plain("renewalsCount", (double) profile.renewals());
    }

    private void maybe(String event, double chance, int mostDaysAgo) {
        if (dice.chance(chance)) {
            readings.event(event, dice.whole(1, mostDaysAgo));
        } else {
            readings.notHappened(event);
        }
    }
}
