package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Contact;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.AccountSnapshot.Outcome;
import io.shirube.engine.model.AccountSnapshot.Rating;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads tickets, contacts, actions and outcomes. What is dated after asOf has not happened: it is left out and noted. */
final class CollectionFacts {

    private final Vocabulary vocabulary;

    CollectionFacts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns the items of every collection that was told. */
    Map<FactType, List<Slots>> read(AccountSnapshot snapshot, SlotWriter writer, Notices notices) {
        Map<FactType, List<Slots>> items = new EnumMap<>(FactType.class);
        collect(items, FactType.TICKET, snapshot.tickets(), (item, at) -> ticket(item, at, writer, notices));
        collect(items, FactType.CONTACT, snapshot.contacts(), (item, at) -> contact(item, at, writer, notices));
        collect(items, FactType.ACTION, snapshot.openActions(), (item, at) -> action(item, at, writer, notices));
        collect(items, FactType.OUTCOME, snapshot.outcomes(), (item, at) -> outcome(item, at, writer, notices));
        return items;
    }

    private interface Reader<T> {
        @Nullable
        Slots read(T item, String path);
    }

    private static <T> void collect(
            Map<FactType, List<Slots>> items, FactType type, @Nullable List<T> told, Reader<T> reader) {
        if (told == null) {
            return;
        }
        String name = type == FactType.ACTION ? "openActions" : type.ruleName().toLowerCase(Locale.ROOT) + "s";
        List<Slots> read = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Slots slots = reader.read(told.get(i), name + "[" + i + "]");
            if (slots != null) {
                read.add(slots);
            }
        }
        items.put(type, read);
    }

    private static boolean isFuture(@Nullable LocalDate day, String path, SlotWriter writer, Notices notices) {
        boolean future = day != null && writer.sound(day, path) && day.isAfter(writer.asOf());
        if (day != null && future) {
            notices.future(path, path + " ", day, writer.asOf());
        }
        return future;
    }

    private @Nullable Slots ticket(Ticket ticket, String path, SlotWriter writer, Notices notices) {
        Slots slots = new Slots(vocabulary.slots(FactType.TICKET));
        Item item = new Item(FactType.TICKET, slots, writer, path);
        item.text("id", ticket.id());
        item.number("severity", ticket.severity());
        item.date("openedAt", ticket.openedAt());
        item.event("closedAt", ticket.closedAt());
        writer.flag(slots, field(FactType.TICKET, "open"), item.isAbsent("closedAt"));
        item.number("reopened", ticket.reopened());
        writer.flag(slots, field(FactType.TICKET, "escalated"), ticket.escalated());
        item.name("kind", ticket.kind());
        item.text("cause", ticket.cause());
        writer.flag(slots, field(FactType.TICKET, "waitingForCustomer"), ticket.waitingForCustomer());
        return isFuture(ticket.openedAt(), path + ".openedAt", writer, notices) ? null : slots;
    }

    private Slots contact(Contact contact, String path, SlotWriter writer, Notices notices) {
        Slots slots = new Slots(vocabulary.slots(FactType.CONTACT));
        Item item = new Item(FactType.CONTACT, slots, writer, path);
        item.text("id", contact.id());
        item.name("role", contact.role());
        item.event("leftOn", contact.leftOn());
        writer.flag(slots, field(FactType.CONTACT, "present"), item.isAbsent("leftOn"));
        writer.flag(slots, field(FactType.CONTACT, "optedOut"), contact.optedOut());
        LocalDate last = contact.lastContactAt();
        item.date("lastContactAt", isFuture(last, path + ".lastContactAt", writer, notices) ? null : last);
        Rating rating = contact.rating();
        if (rating == null || isFuture(rating.at(), path + ".rating.at", writer, notices)) {
            for (String name : List.of("ratingValue", "ratingWave", "ratingAnswered")) {
                slots.setAbsent(field(FactType.CONTACT, name).slot());
            }
            writer.day(slots, field(FactType.CONTACT, "ratingAt"), Slots.ABSENT, 0);
            writer.day(slots, field(FactType.CONTACT, "ratingAnsweredOn"), Slots.ABSENT, 0);
            return slots;
        }
        writer.number(slots, field(FactType.CONTACT, "ratingValue"), rating.value(), path + ".rating.value");
        writer.date(slots, field(FactType.CONTACT, "ratingAt"), rating.at(), path + ".rating.at");
        writer.text(slots, field(FactType.CONTACT, "ratingWave"), rating.wave(), path + ".rating.wave");
        writer.event(
                slots, field(FactType.CONTACT, "ratingAnsweredOn"), rating.answeredOn(), path + ".rating.answeredOn");
        writer.flag(slots, field(FactType.CONTACT, "ratingAnswered"), !item.isAbsent("ratingAnsweredOn"));
        return slots;
    }

    private @Nullable Slots action(OpenAction action, String path, SlotWriter writer, Notices notices) {
        Slots slots = new Slots(vocabulary.slots(FactType.ACTION));
        Item item = new Item(FactType.ACTION, slots, writer, path);
        boolean known = knownType(action.type(), path, notices);
        item.text("key", action.key());
        item.name("type", known ? action.type() : null);
        item.date("openedOn", action.openedOn());
        item.name("state", action.state());
        LocalDate until = action.snoozedUntil();
        if (until == null) {
            item.event("snoozedUntil", null);
        } else {
            item.date("snoozedUntil", until);
        }
        boolean future = isFuture(action.openedOn(), path + ".openedOn", writer, notices);
        return future || !known ? null : slots;
    }

    private @Nullable Slots outcome(Outcome outcome, String path, SlotWriter writer, Notices notices) {
        Slots slots = new Slots(vocabulary.slots(FactType.OUTCOME));
        Item item = new Item(FactType.OUTCOME, slots, writer, path);
        boolean known = knownType(outcome.type(), path, notices);
        item.name("type", known ? outcome.type() : null);
        item.text("group", outcome.group());
        item.name("result", outcome.result());
        item.date("on", outcome.on());
        boolean future = isFuture(outcome.on(), path + ".on", writer, notices);
        return future || !known ? null : slots;
    }

    /** An action type that left the catalogue must not end the decision of every account that once had it. */
    private boolean knownType(String type, String path, Notices notices) {
        EnumType names = field(FactType.ACTION, "type").enumType();
        List<String> types = names == null ? List.of() : names.values();
        if (types.contains(type)) {
            return true;
        }
        String near = NearestName.of(type, types).orElse("");
        notices.add(
                "UNKNOWN_ACTION_TYPE",
                path + " の種別 " + Problems.shown(type) + " はアクションカタログにないため使いません。"
                        + (near.isEmpty() ? "" : near + " のことですか。"),
                path + " has the type " + Problems.shown(type)
                        + ", which is not in the action catalogue; it was left out."
                        + (near.isEmpty() ? "" : " Did you mean " + near + "?"),
                Map.of("name", path + ".type", "type", type));
        return false;
    }

    private Field field(FactType type, String name) {
        return vocabulary.required(type, name);
    }

    /** One item being read; paths are made from field names. */
    private final class Item {
        private final FactType type;
        private final Slots slots;
        private final SlotWriter writer;
        private final String path;

        Item(FactType type, Slots slots, SlotWriter writer, String path) {
            this.type = type;
            this.slots = slots;
            this.writer = writer;
            this.path = path;
        }

        void text(String name, @Nullable String value) {
            writer.text(slots, field(type, name), value, path + "." + name);
        }

        void number(String name, @Nullable Double value) {
            writer.number(slots, field(type, name), value, path + "." + name);
        }

        void date(String name, @Nullable LocalDate value) {
            writer.date(slots, field(type, name), value, path + "." + name);
        }

        void event(String name, @Nullable LocalDate value) {
            writer.event(slots, field(type, name), value, path + "." + name);
        }

        void name(String name, @Nullable String value) {
            writer.name(slots, field(type, name), value, path + "." + name);
        }

        boolean isAbsent(String name) {
            return slots.state(field(type, name).slot()) == Slots.ABSENT;
        }
    }
}
