package io.shirube.service.db;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.engine.model.Text;
import io.shirube.service.db.FeedStatements.ChangeRow;
import io.shirube.service.standing.BothLanguages;
import io.shirube.service.standing.Change;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.standing.Cursor;
import io.shirube.service.standing.Standing;
import io.shirube.service.standing.StoredAction;
import io.shirube.service.standing.StoredJson;
import org.jspecify.annotations.Nullable;

/** Writes and reads the rows of the feed. Stateless. */
final class Feed {

    private static final String BECAUSE = "because";

    private Feed() {}

    static String data(StoredAction action) {
        ObjectNode data = object().put("actionId", Long.toString(action.id()))
                .put("key", action.key())
                .put("type", action.type())
                .put("state", action.state().name())
                .put("ownerRole", action.offer().ownerRole())
                .put("owner", action.owner())
                .put("dueOn", action.offer().dueOn().toString());
        data.put("heldBy", action.life().heldBy());
        BothLanguages because = action.life().because();
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

    static String data(Text problem) {
        ObjectNode data = object();
        data.putObject(BECAUSE).put("ja", problem.ja()).put("en", problem.en());
        return data.toString();
    }

    private static void segment(ObjectNode data, Standing standing) {
        data.put("stage", standing.stage())
                .put("touch", standing.touch())
                .put("band", standing.band())
                .put("ruleset", standing.ruleset());
    }

    static Change change(String epoch, ChangeRow row) {
        ObjectNode data = (ObjectNode) StoredJson.tree(row.data());
        @Nullable JsonNode because = data.remove(BECAUSE);
        return new Change(
                new Cursor(epoch, row.number()),
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
