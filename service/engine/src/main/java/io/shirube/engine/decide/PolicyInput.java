package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.RuleModel;
import java.util.List;
import java.util.Map;

/** Checks what only policies read of a snapshot: the pin and the evidence. */
final class PolicyInput {

    private PolicyInput() {}

    static void check(AccountSnapshot snapshot, RuleModel model, SlotWriter writer, Notices notices) {
        Pin pin = snapshot.pin();
        var touch = model.vocabulary().required(FactType.SEGMENT, "touch").enumType();
        if (pin != null && touch != null && touch.ordinal(pin.touch()) < 0) {
            writer.problems().unknownValue("pin.touch", pin.touch(), touch.values());
        }
        List<String> types =
                model.actions().stream().map(action -> action.name()).toList();
        snapshot.evidence().forEach((name, evidence) -> {
            evidence(name, evidence, writer.problems());
            String type = name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
            if (!types.contains(type)) {
                notices.add(
                        "UNKNOWN_ACTION_TYPE",
                        "evidence の種別 " + Problems.shown(name) + " はアクションカタログにないため使いません。",
                        "evidence names the type " + Problems.shown(name)
                                + ", which is not in the action catalogue; it was left out.",
                        Map.of("name", "evidence", "type", type));
            }
        });
    }

    private static void evidence(String name, Evidence evidence, Problems problems) {
        boolean sound = evidence.trials() >= 0
                && evidence.successes() >= 0
                && evidence.successes() <= evidence.trials()
                && Double.isFinite(evidence.trials());
        if (!sound) {
            String path = "evidence." + name;
            problems.add(
                    "OUT_OF_RANGE",
                    path,
                    path + " の successes は 0 以上、trials 以下で指定してください。値: " + evidence.successes() + " / "
                            + evidence.trials(),
                    path + " needs 0 ≤ successes ≤ trials, but has " + evidence.successes() + " of " + evidence.trials()
                            + ".");
        }
    }
}
