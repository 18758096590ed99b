package io.shirube.bench.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the twin fires, worked out by hand from the rules' text. */
class TwinRulesTest {

    @Test
    void firesNothingForAnAccountOfWhichNothingIsKnown() {
        assertThat(TwinRules.judge(new TwinAccount())).isEmpty();
    }

    @Test
    void tellsADropWithLastYearKnownFromOneWithout() {
        TwinAccount account = new TwinAccount();
        account.usageChange = -0.25;
        account.usageChangePrev = -0.3;
        assertThat(TwinRules.judge(account)).containsExactly(new Hit(0, Hit.NO_ITEM));
        account.usageChangeLastYear = 0.1;
        assertThat(TwinRules.judge(account)).containsExactly(new Hit(1, Hit.NO_ITEM));
    }

    @Test
    void escalatesASeverity2TicketOfAHighTouchAccountAfterThreeDays() {
        TwinAccount account = new TwinAccount();
        account.touch = TwinAccount.Touch.HIGH;
        TwinTicket young = severity2(3);
        TwinTicket old = severity2(4);
        account.tickets = List.of(young, old);
        // adoption 16 + expansion 8 + the fourth rule of support
        assertThat(TwinRules.judge(account)).containsExactly(new Hit(27, 1));
    }

    @Test
    void judgesACauseOnceByItsOldestTicket() {
        TwinAccount account = new TwinAccount();
        account.tickets = List.of(login("1", 5), login("2", 9), login("3", 2));
        assertThat(TwinRules.judge(account)).containsExactly(new Hit(33, 1));
        TwinTicket undated = login("4", Double.NaN);
        account.tickets = List.of(login("1", 5), login("2", 9), login("3", 2), undated);
        assertThat(TwinRules.judge(account)).isEmpty();
    }

    private static TwinTicket severity2(double days) {
        TwinTicket ticket = new TwinTicket();
        ticket.severity = 2;
        ticket.open = true;
        ticket.openedDaysAgo = days;
        return ticket;
    }

    private static TwinTicket login(String id, double days) {
        TwinTicket ticket = new TwinTicket();
        ticket.id = id;
        ticket.cause = "login";
        ticket.openedDaysAgo = days;
        return ticket;
    }
}
