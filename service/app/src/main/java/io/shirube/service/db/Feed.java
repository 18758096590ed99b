package io.shirube.service.db;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.db.ActionStatements.ChangeRow;
import io.shirube.service.standing.BothLanguages;
import io.shirube.service.standing.Change;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.standing.Standing;
import io.shirube.service.standing.StoredAction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes and reads the rows of the feed. Stateless. */
final class Feed {

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,19})-([0-9]{1,18})");
    private static final String BECAUSE = "because";

    private Feed() {}

    /**
     * A place in the feed.
     *
     * @param tx number of a transaction
     * @param id number of a row
     */
    record Place(String tx, long id) {

        /** @throws IllegalArgumentException when it is none */
        static Place of(String cursor) {
            if (cursor.isEmpty()) {
                return new Place("0", 0);
            }
            Matcher place = CURSOR.matcher(cursor);
            if (!place.matches()) {
                throw new IllegalArgumentException("no cursor: " + cursor);
            }
            return new Place(place.group(1), Long.parseLong(place.group(2)));
        }
    }

    static String data(StoredAction action) {
        ObjectNode data = object().put("actionId", Long.toString(action.id()))
                .put("key", action.key())
                .put("type", action.type())
                .put("state", action.state().name())
                .put("ownerRole", action.ownerRole())
                .put("owner", action.owner())
                .put("dueOn", action.dueOn().toString());
        BothLanguages because = action.because();
        if (because != null) {
            data.putObject(BECAUSE).put("ja", because.ja()).put("en", because.en());
        }
        return data.toString();
    }

    static String data(long decision, @Nullable Standing before, Standing now) {
        ObjectNode data = object().put("decisionId", Long.toString(decision));
        segment(data, now);
        if (before != null) {
            segment(data.putObject("before"), before);
        }
        return data.toString();
    }

    private static void segment(ObjectNode data, Standing standing) {
        data.put("stage", standing.stage())
                .put("touch", standing.touch())
                .put("band", standing.band())
                .put("ruleset", standing.ruleset());
    }

    static Change change(ChangeRow row) {
        ObjectNode data = (ObjectNode) Rows.tree(row.data());
        @Nullable JsonNode because = data.remove(BECAUSE);
        return new Change(
                row.tx() + "-" + row.id(),
                row.at(),
                row.accountId(),
                ChangeKind.valueOf(row.kind()),
                data.toString(),
                because == null
                        ? null
                        : new BothLanguages(
                                because.path("ja").asText(), because.path("en").asText()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
