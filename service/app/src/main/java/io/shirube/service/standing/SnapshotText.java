package io.shirube.service.standing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.service.book.StoredAccount;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts together what is decided on: what the CRM told of an account, and what the service itself knows of it. Of what both
 * know, the service's word counts. Stateless.
 */
final class SnapshotText {

    private static final String KEY = "key";

    private SnapshotText() {}

    /** @param evidence by type, for the account's touch */
    static ObjectNode of(Known known, Map<String, Evidence> evidence) {
        StoredAccount account = known.account();
        ObjectNode told = account.told();
        account.arrangements().forEach((kind, document) -> told.set(kind.member(), document));
        if (!known.living().isEmpty() || told.hasNonNull("openActions")) {
            openActions(known, told);
        }
        if (!known.outcomes().isEmpty()) {
            ArrayNode outcomes = told.withArrayProperty("outcomes");
            known.outcomes()
                    .forEach(action -> outcomes.addObject()
                            .put("type", action.type())
                            .put("result", action.state().name())
                            .put("on", String.valueOf(action.life().closedOn())));
        }
        Standing standing = known.standing();
        if (standing != null) {
            previous(standing, told);
        }
        evidence.forEach((type, counted) -> told.withObjectProperty("evidence")
                .putObject(type)
                .put("trials", counted.trials())
                .put("successes", counted.successes()));
        return told;
    }

    private static void openActions(Known known, ObjectNode told) {
        ArrayNode open = told.arrayNode();
        Set<String> own = new HashSet<>();
        for (StoredAction action : known.living()) {
            own.add(action.key());
            ObjectNode one = open.addObject()
                    .put(KEY, action.key())
                    .put("type", action.type())
                    .put("openedOn", action.openedOn().toString())
                    .put("state", action.state().name());
            LocalDate snoozedUntil = action.life().snoozedUntil();
            if (snoozedUntil != null) {
                one.put("snoozedUntil", snoozedUntil.toString());
            }
        }
        told.path("openActions").forEach(action -> {
            if (!own.contains(action.path(KEY).asText())) {
                open.add(action);
            }
        });
        told.set("openActions", open);
    }

    private static void previous(Standing standing, ObjectNode told) {
        ObjectNode previous = told.putObject("previous")
                .put("touch", standing.touch())
                .put("since", standing.touchSince().toString())
                .put("stage", standing.stage());
        if (standing.pendingTouch() != null) {
            previous.putObject("pending")
                    .put("touch", standing.pendingTouch())
                    .put("since", String.valueOf(standing.pendingSince()));
        }
    }
}
