package io.shirube.bench.accounts;

import io.shirube.bench.twin.TwinAccount;
import io.shirube.bench.twin.TwinContact;
import io.shirube.bench.twin.TwinTicket;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Vocabulary;

/** Gives the twin of the frozen rules the facts that the rules read. Immutable, safe for use by many threads. */
public final class TwinReader {

    private final Vocabulary vocabulary;

    public TwinReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns the account as the twin reads it. */
    public TwinAccount read(Facts facts) {
        TwinAccount account = new TwinAccount();
        Slots slots = facts.account();
        use(account, new Values(vocabulary, FactType.SIGNALS, slots));
        money(account, new Values(vocabulary, FactType.SIGNALS, slots));
        Values own = new Values(vocabulary, FactType.ACCOUNT, slots);
        account.onboardingCompletedDaysAgo = own.number("onboardingCompletedDaysAgo");
        account.testTenant = own.flag("testTenant");
        account.noticeReceivedDaysAgo =
                new Values(vocabulary, FactType.CONTRACT, slots).number("noticeReceivedDaysAgo");
        concluded(account, slots);
        if (facts.told(FactType.TICKET)) {
            account.tickets =
                    facts.items(FactType.TICKET).stream().map(this::ticket).toList();
        }
        if (facts.told(FactType.CONTACT)) {
            account.contacts =
                    facts.items(FactType.CONTACT).stream().map(this::contact).toList();
        }
        return account;
    }

    private static void use(TwinAccount account, Values signals) {
        account.usageChange = signals.number("usageChange");
        account.usageChangePrev = signals.number("usageChangePrev");
        account.usageChangeLastYear = signals.number("usageChangeLastYear");
        account.lastLoginDaysAgo = signals.number("lastLoginDaysAgo");
        account.newUserShare = signals.number("newUserShare");
        account.coreFeatureAdoption = signals.number("coreFeatureAdoption");
        account.coreFeatureAdoptionPrev = signals.number("coreFeatureAdoptionPrev");
        account.coreFeatureAdoptionBest = signals.number("coreFeatureAdoptionBest");
        account.newDepartmentSeats = signals.number("newDepartmentSeats");
        account.productRedesignDaysAgo = signals.number("productRedesignDaysAgo");
        account.integrationOutageDaysAgo = signals.number("integrationOutageDaysAgo");
        account.severity1ResolvedDaysAgo = signals.number("severity1ResolvedDaysAgo");
        account.sameCauseTickets30d = signals.number("sameCauseTickets30d");
        account.fieldAlignmentDoneDaysAgo = signals.number("fieldAlignmentDoneDaysAgo");
        account.customerClosed = signals.flag("customerClosed");
        account.migrationPlanned = signals.flag("migrationPlanned");
        account.successorTrained = signals.flag("successorTrained");
    }

    private static void money(TwinAccount account, Values signals) {
        account.licensedSeats = signals.number("licensedSeats");
        account.licensedSeatsPrev = signals.number("licensedSeatsPrev");
        account.seatAssignmentRate = signals.number("seatAssignmentRate");
        account.seatAssignmentRatePrev = signals.number("seatAssignmentRatePrev");
        account.engagementRate = signals.number("engagementRate");
        account.headroomSeats = signals.number("headroomSeats");
        account.dormantShare = signals.number("dormantShare");
        account.paymentOverdueDays = signals.number("paymentOverdueDays");
        account.overdueAmount = signals.number("overdueAmount");
        account.expansionInterestDaysAgo = signals.number("expansionInterestDaysAgo");
        account.priceChangeInformedDaysAgo = signals.number("priceChangeInformedDaysAgo");
        account.priceCeilingReached = signals.flag("priceCeilingReached");
        account.statedIntent = signals.name("statedIntent", TwinAccount.Intent.class);
    }

    private void concluded(TwinAccount account, Slots slots) {
        account.daysLeft = new Values(vocabulary, FactType.RENEWAL, slots).number("daysLeft");
        account.touch = new Values(vocabulary, FactType.SEGMENT, slots).name("touch", TwinAccount.Touch.class);
        Values health = new Values(vocabulary, FactType.HEALTH, slots);
        account.healthScore = health.number("score");
        account.band = health.name("band", TwinAccount.Band.class);
        account.level = new Values(vocabulary, FactType.SUCCESS, slots).name("level", TwinAccount.Level.class);
        Values values = new Values(vocabulary, FactType.VALUES, slots);
        account.followUpRating = values.number("followUpRating");
        account.fieldAlignment = values.flag("fieldAlignment");
    }

    private TwinTicket ticket(Slots slots) {
        Values values = new Values(vocabulary, FactType.TICKET, slots);
        TwinTicket ticket = new TwinTicket();
        ticket.id = values.text("id");
        ticket.cause = values.text("cause");
        ticket.open = values.flag("open");
        ticket.escalated = values.flag("escalated");
        ticket.waitingForCustomer = values.flag("waitingForCustomer");
        ticket.kind = values.name("kind", TwinTicket.Kind.class);
        ticket.severity = values.number("severity");
        ticket.reopened = values.number("reopened");
        ticket.openedDaysAgo = values.number("openedDaysAgo");
        ticket.closedDaysAgo = values.number("closedDaysAgo");
        return ticket;
    }

    private TwinContact contact(Slots slots) {
        Values values = new Values(vocabulary, FactType.CONTACT, slots);
        TwinContact contact = new TwinContact();
        contact.role = values.name("role", TwinContact.Role.class);
        contact.ratingAnswered = values.flag("ratingAnswered");
        contact.ratingValue = values.number("ratingValue");
        contact.ratingDaysAgo = values.number("ratingDaysAgo");
        contact.lastContactDaysAgo = values.number("lastContactDaysAgo");
        return contact;
    }
}
