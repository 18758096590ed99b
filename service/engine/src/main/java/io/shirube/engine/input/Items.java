package io.shirube.engine.input;

import io.shirube.engine.model.AccountSnapshot.Contact;
import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.AccountSnapshot.Outcome;
import io.shirube.engine.model.AccountSnapshot.Rating;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.AccountSnapshot.Touch;
import org.jspecify.annotations.Nullable;

/** Reads the items of an entry's lists. */
final class Items {

    private static final double MOST_TRIALS = 1e9;

    private Items() {}

    static Ticket ticket(Node node, int index) {
        return new Ticket(
                id(node, index),
                node.number("severity"),
                node.date("openedAt"),
                node.date("closedAt"),
                node.number("reopened"),
                node.bool("escalated"),
                node.text("kind"),
                node.text("cause"),
                node.bool("waitingForCustomer"));
    }

    static Contact contact(Node node, int index) {
        return new Contact(
                id(node, index),
                node.text("role"),
                node.date("leftOn"),
                node.date("lastContactAt"),
                node.object("rating", Items::rating),
                node.bool("optedOut"));
    }

    /** An item without an id is told apart from the others by its place. */
    private static String id(Node node, int index) {
        String id = node.text("id");
        return id == null || id.isEmpty() ? "#" + (index + 1) : id;
    }

    private static Rating rating(Node node) {
        return new Rating(node.number("value"), node.date("at"), node.text("wave"), node.date("answeredOn"));
    }

    static @Nullable OpenAction openAction(Node node) {
        String key = node.requiredText("key");
        String type = node.requiredText("type");
        OpenAction action = new OpenAction(
                key == null ? "" : key,
                type == null ? "" : type,
                node.date("openedOn"),
                node.text("state"),
                node.date("snoozedUntil"));
        return key == null || type == null ? null : action;
    }

    static @Nullable Outcome outcome(Node node) {
        String type = node.requiredText("type");
        Outcome outcome =
                new Outcome(type == null ? "" : type, node.text("group"), node.text("result"), node.date("on"));
        return type == null ? null : outcome;
    }

    static Touch touch(Node node) {
        return new Touch(node.text("contactId"), node.text("channel"), node.date("on"));
    }

    static @Nullable Evidence evidence(Node node) {
        Double trials = required(node, "trials", MOST_TRIALS);
        Double successes = required(node, "successes", trials == null ? MOST_TRIALS : trials);
        return trials == null || successes == null ? null : new Evidence(trials, successes);
    }

    private static @Nullable Double required(Node node, String name, double most) {
        if (node.raw(name) == null) {
            node.values().problems().addRequired(node.path(name));
        }
        return node.values().number(node.path(name), node.raw(name), 0, most);
    }
}
