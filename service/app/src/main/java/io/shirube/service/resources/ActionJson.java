package io.shirube.service.resources;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.language.Language;
import io.shirube.service.standing.ActionState;
import io.shirube.service.standing.BothLanguages;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.StoredAction;
import io.shirube.service.standing.StoredJson;

/** Kept actions and changes as they are answered. Stateless. */
final class ActionJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BECAUSE = "because";

    private ActionJson() {}

    /** What became of the action first, then what the decision last said of it. */
    static ObjectNode of(StoredAction action, Language language) {
        ObjectNode shown = JSON.createObjectNode()
                .put("id", Long.toString(action.id()))
                .put("accountId", action.accountId())
                .put("key", action.key())
                .put("type", action.type())
                .put("state", action.state().name())
                .put("stateLabel", label(action.state(), language))
                .put("openedOn", action.openedOn().toString())
                .put("owner", action.owner())
                .put("snoozedUntil", Answers.text(action.life().snoozedUntil()))
                .put("closedOn", Answers.text(action.life().closedOn()));
        shown.put("heldBy", action.life().heldBy());
        BothLanguages because = action.life().because();
        shown.put(BECAUSE, because == null ? null : because.in(language));
        ObjectNode offer = (ObjectNode) StoredJson.tree(action.offer().text().in(language));
        offer.remove("change");
        offer.properties().forEach(member -> {
            if (!shown.has(member.getKey())) {
                shown.set(member.getKey(), member.getValue());
            }
        });
        return shown;
    }

    static ObjectNode of(Ledger.PastDecision past, Language language) {
        ObjectNode shown = JSON.createObjectNode()
                .put("id", Long.toString(past.id()))
                .put("asOf", past.asOf().toString())
                .put("decidedAt", past.decidedAt().toString())
                .put("ruleset", past.ruleset());
        shown.set("decision", StoredJson.tree(past.result().in(language)));
        return shown;
    }

    private static String label(ActionState state, Language language) {
        BothLanguages label = switch (state) {
            case OPEN -> new BothLanguages("未着手", "Open");
            case ACCEPTED -> new BothLanguages("対応中", "Accepted");
            case SNOOZED -> new BothLanguages("保留", "Snoozed");
            case HELD -> new BothLanguages("見合わせ中", "Held");
            case DONE -> new BothLanguages("完了", "Done");
            case DISMISSED -> new BothLanguages("対応不要", "Dismissed");
            case WITHDRAWN -> new BothLanguages("取り下げ", "Withdrawn");
            case SUPERSEDED -> new BothLanguages("統合", "Superseded");
            case EXPIRED -> new BothLanguages("期限切れ", "Expired");
        };
        return label.in(language);
    }
}
