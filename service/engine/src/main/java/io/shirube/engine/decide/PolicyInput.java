package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.engine.model.AccountSnapshot.Pending;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.AccountSnapshot.Uplift;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.RuleModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what only policies read of a snapshot: pin, previous decision, uplift and evidence. */
final class PolicyInput {

    private PolicyInput() {}

    static void check(AccountSnapshot snapshot, RuleModel model, SlotWriter writer, Notices notices) {
        Pin pin = snapshot.pin();
        var touch = model.vocabulary().required(FactType.SEGMENT, "touch").enumType();
        if (pin != null && touch != null) {
            known(touch, pin.touch(), "pin.touch", writer.problems());
        }
        previous(snapshot.previous(), model, writer.problems());
        uplift(snapshot.uplift(), model.policies().restraint(), writer);
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

    private static void known(EnumType type, @Nullable String value, String path, Problems problems) {
        if (value != null && type.ordinal(value) < 0) {
            problems.unknownValue(path, value, type.values());
        }
    }

    private static void previous(@Nullable Previous previous, RuleModel model, Problems problems) {
        EnumType touch = model.vocabulary().required(FactType.SEGMENT, "touch").enumType();
        EnumType stage = model.vocabulary().required(FactType.STAGE, "value").enumType();
        if (previous == null || touch == null || stage == null) {
            return;
        }
        known(touch, previous.touch(), "previous.touch", problems);
        known(stage, previous.stage(), "previous.stage", problems);
        Pending pending = previous.pending();
        known(touch, pending == null ? null : pending.touch(), "previous.pending.touch", problems);
    }

    private static void uplift(@Nullable Uplift uplift, Policies.Restraint restraint, SlotWriter writer) {
        if (uplift == null) {
            return;
        }
        LocalDate latest = writer.asOf().plusDays(restraint.upliftMaxDays());
        if (writer.sound(uplift.until(), "uplift.until") && uplift.until().isAfter(latest)) {
            writer.problems()
                    .add(
                            "OUT_OF_RANGE",
                            "uplift.until",
                            "uplift.until は " + latest + " まで（" + restraint.upliftMaxDays() + "日以内）で指定してください。値: "
                                    + uplift.until(),
                            "uplift.until may be at most " + latest + " (" + restraint.upliftMaxDays()
                                    + " days), but is " + uplift.until() + ".");
        }
        Double hours = uplift.hours();
        if (hours != null && !(hours >= 0 && hours <= restraint.upliftMaxHours())) {
            String most = Problems.shown(restraint.upliftMaxHours());
            writer.problems()
                    .add(
                            "OUT_OF_RANGE",
                            "uplift.hours",
                            "uplift.hours は 0〜" + most + " 時間で指定してください。値: " + Problems.shown(hours),
                            "uplift.hours must lie in 0 to " + most + ", but is " + Problems.shown(hours) + ".");
        }
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
