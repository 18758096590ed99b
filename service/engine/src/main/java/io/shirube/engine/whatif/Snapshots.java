package io.shirube.engine.whatif;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Account;
import io.shirube.engine.model.AccountSnapshot.Contact;
import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.Measurement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes snapshots that differ from one in a single part. */
record Snapshots(AccountSnapshot of) {

    AccountSnapshot with(Account account) {
        return copy(account, of.contract(), of.signals(), of.tickets(), of.contacts(), of.previous());
    }

    AccountSnapshot with(Contract contract) {
        return copy(of.account(), contract, of.signals(), of.tickets(), of.contacts(), of.previous());
    }

    AccountSnapshot with(Map<String, List<Measurement>> signals) {
        return copy(of.account(), of.contract(), signals, of.tickets(), of.contacts(), of.previous());
    }

    AccountSnapshot withTickets(List<Ticket> tickets) {
        return copy(of.account(), of.contract(), of.signals(), tickets, of.contacts(), of.previous());
    }

    AccountSnapshot withContacts(List<Contact> contacts) {
        return copy(of.account(), of.contract(), of.signals(), of.tickets(), contacts, of.previous());
    }

    /** Returns the account some days later: the same values measured anew, everything else as it was. */
    AccountSnapshot later(int days, @Nullable Previous previous) {
        Map<String, List<Measurement>> signals = new LinkedHashMap<>();
        of.signals()
                .forEach((name, readings) -> signals.put(
                        name,
                        readings.stream()
                                .map(reading -> new Measurement(reading.value(), plus(reading.at(), days)))
                                .toList()));
        return copy(of.account(), of.contract(), signals, of.tickets(), of.contacts(), previous);
    }

    private static @Nullable LocalDate plus(@Nullable LocalDate day, int days) {
        return day == null ? null : day.plusDays(days);
    }

    private AccountSnapshot copy(
            Account account,
            @Nullable Contract contract,
            Map<String, List<Measurement>> signals,
            @Nullable List<Ticket> tickets,
            @Nullable List<Contact> contacts,
            @Nullable Previous previous) {
        return new AccountSnapshot(
                account,
                contract,
                signals,
                tickets,
                contacts,
                of.openActions(),
                of.outcomes(),
                of.touches(),
                of.evidence(),
                of.pin(),
                previous,
                of.uplift());
    }
}
