package io.shirube.engine.whatif;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Contact;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be done about single tickets and people of an account: an open ticket is resolved today, a person who has not left
 * is spoken to today. Counts and ages that are computed from these move with them.
 */
final class Items {

    /** Tickets, and people, of one account that are looked at; nobody reads a list of more. */
    static final int MOST = 30;

    private final Field closedAt;
    private final Field lastContactAt;
    private final Set<Field> moved = new HashSet<>();

    Items(Vocabulary vocabulary) {
        this.closedAt = vocabulary.required(FactType.TICKET, "closedAt");
        this.lastContactAt = vocabulary.required(FactType.CONTACT, "lastContactAt");
        moved.add(vocabulary.required(FactType.TICKET, "open"));
        for (Field field : List.of(closedAt, lastContactAt)) {
            moved.add(field);
            moved.addAll(vocabulary.days(field));
        }
    }

    /** Returns whether a field of an item is one that these changes move. */
    boolean move(Field field) {
        return moved.contains(field);
    }

    /** Returns what can be done today, tickets first, each in the caller's order. */
    List<Input> of(AccountSnapshot account, LocalDate asOf) {
        List<Input> inputs = new ArrayList<>();
        List<Ticket> tickets = account.tickets() == null ? List.of() : account.tickets();
        for (int i = 0; i < tickets.size(); i++) {
            if (isOpen(tickets.get(i), asOf)) {
                inputs.add(resolved(tickets.get(i), i));
            }
        }
        List<Input> people = new ArrayList<>();
        List<Contact> contacts = account.contacts() == null ? List.of() : account.contacts();
        for (int i = 0; i < contacts.size(); i++) {
            if (canBeSpokenTo(contacts.get(i), asOf)) {
                people.add(spokenTo(contacts.get(i), i));
            }
        }
        List<Input> all = new ArrayList<>(inputs.subList(0, Math.min(MOST, inputs.size())));
        all.addAll(people.subList(0, Math.min(MOST, people.size())));
        return all;
    }

    private static boolean isOpen(Ticket ticket, LocalDate asOf) {
        LocalDate opened = ticket.openedAt();
        LocalDate closed = ticket.closedAt();
        return (closed == null || closed.isAfter(asOf)) && (opened == null || !opened.isAfter(asOf));
    }

    private static boolean canBeSpokenTo(Contact contact, LocalDate asOf) {
        LocalDate left = contact.leftOn();
        LocalDate last = contact.lastContactAt();
        return (left == null || left.isAfter(asOf)) && (last == null || last.isBefore(asOf));
    }

    private Input resolved(Ticket ticket, int place) {
        return Input.item(
                "tickets." + ticket.id() + ".closedAt",
                closedAt,
                new Input.Item(
                        ticket.closedAt(),
                        new Text("問い合わせ「" + ticket.id() + "」が解決", "ticket “" + ticket.id() + "” were resolved"),
                        new Text("問い合わせ「" + ticket.id() + "」の解決", "Ticket “" + ticket.id() + "” resolved")),
                (snapshot, value, asOf) -> {
                    List<Ticket> tickets = new ArrayList<>(snapshot.tickets() == null ? List.of() : snapshot.tickets());
                    tickets.set(
                            place,
                            new Ticket(
                                    ticket.id(),
                                    ticket.severity(),
                                    ticket.openedAt(),
                                    asOf,
                                    ticket.reopened(),
                                    ticket.escalated(),
                                    ticket.kind(),
                                    ticket.cause(),
                                    ticket.waitingForCustomer()));
                    return new Snapshots(snapshot).withTickets(tickets);
                });
    }

    private Input spokenTo(Contact contact, int place) {
        return Input.item(
                "contacts." + contact.id() + ".lastContactAt",
                lastContactAt,
                new Input.Item(
                        contact.lastContactAt(),
                        new Text("担当者「" + contact.id() + "」とのやり取りが実現", "“" + contact.id() + "” were spoken to"),
                        new Text("担当者「" + contact.id() + "」との最後のやり取り", "Last contact with “" + contact.id() + "”")),
                (snapshot, value, asOf) -> {
                    List<Contact> contacts =
                            new ArrayList<>(snapshot.contacts() == null ? List.of() : snapshot.contacts());
                    contacts.set(
                            place,
                            new Contact(
                                    contact.id(),
                                    contact.role(),
                                    contact.leftOn(),
                                    asOf,
                                    contact.rating(),
                                    contact.optedOut()));
                    return new Snapshots(snapshot).withContacts(contacts);
                });
    }
}
