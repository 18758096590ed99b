package io.shirube.io.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what was done with an account before: open actions, outcomes, evidence, its touch and a pin. */
final class HistoryPart {

    private static final List<String> TYPES =
            List.of("UPSELL_PROMPT", "RENEWAL_PREPARATION", "CHAMPION_CHANGE", "RE_ONBOARDING", "NPS_FOLLOW_UP");

    private HistoryPart() {}

    static void add(Map<String, @Nullable Object> entry, Profile profile, Dice dice) {
        entry.put("openActions", openActions(profile, dice));
        entry.put("outcomes", outcomes(profile, dice));
        if (dice.chance(0.1)) {
            int trials = dice.whole(5, 60);
            entry.put("evidence", Map.of("UPSELL_PROMPT", figures(trials, dice.whole(0, trials))));
        }
        if (dice.chance(0.02)) {
            Map<String, @Nullable Object> pin = new LinkedHashMap<>();
            pin.put("touch", "HIGH");
            pin.put("reason", "経営層との合意");
            pin.put("by", "csm-1");
            pin.put("expiresOn", profile.daysAgo(-dice.whole(-20, 150)).toString());
            entry.put("pin", pin);
        }
        if (dice.chance(0.6)) {
            entry.put("previous", previous(profile, dice));
        }
    }

    private static Map<String, Object> figures(int trials, int successes) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("trials", (double) trials);
        figures.put("successes", (double) successes);
        return figures;
    }

    private static List<Object> openActions(Profile profile, Dice dice) {
        List<Object> actions = new ArrayList<>();
        if (dice.chance(0.15)) {
            String type = dice.oneOf(TYPES);
            boolean snoozed = dice.chance(0.2);
            Map<String, @Nullable Object> action = new LinkedHashMap<>();
            action.put("key", profile.id() + ":" + type + ":" + (type.equals("UPSELL_PROMPT") ? "seats" : "main"));
            action.put("type", type);
            action.put("openedOn", profile.daysAgo(dice.whole(1, 40)).toString());
            action.put("state", snoozed ? "SNOOZED" : "OPEN");
            action.put(
                    "snoozedUntil",
                    snoozed ? profile.daysAgo(-dice.whole(1, 30)).toString() : null);
            actions.add(action);
        }
        return actions;
    }

    private static List<Object> outcomes(Profile profile, Dice dice) {
        List<Object> outcomes = new ArrayList<>();
        if (dice.chance(0.12)) {
            outcomes.add(outcome(dice.oneOf(TYPES), "DONE", dice.whole(5, 200), profile));
        }
        if (profile.story() == Story.CHAMPIONLESS && dice.chance(0.3)) {
            outcomes.add(outcome("CHAMPION_CHANGE", "DONE", dice.whole(1, 40), profile));
        }
        if (dice.chance(0.08)) {
            outcomes.add(outcome("RENEWAL_PREPARATION", "DONE", dice.whole(1, 25), profile));
        }
        if (profile.story() == Story.THRIVING && dice.chance(0.12)) {
            outcomes.add(outcome("UPSELL_PROMPT", "DISMISSED", dice.whole(5, 25), profile));
            outcomes.add(outcome("UPSELL_PROMPT", "DISMISSED", dice.whole(30, 55), profile));
        }
        return outcomes;
    }

    private static Map<String, @Nullable Object> outcome(String type, String result, int daysAgo, Profile profile) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("type", type);
        outcome.put("group", type.equals("UPSELL_PROMPT") ? "EXPANSION" : "RETENTION");
        outcome.put("result", result);
        outcome.put("on", profile.daysAgo(daysAgo).toString());
        return outcome;
    }

    private static Map<String, @Nullable Object> previous(Profile profile, Dice dice) {
        String touch = profile.isLarge() ? "HIGH" : profile.isSmall() ? "TECH" : "LOW";
        Map<String, @Nullable Object> previous = new LinkedHashMap<>();
        previous.put("touch", touch);
        previous.put("since", profile.daysAgo(dice.whole(20, 400)).toString());
        if (profile.story() != Story.STARTING && !profile.story().isBeforeStart()) {
            previous.put("stage", "ADOPTION");
        }
        if (dice.chance(0.05) && !profile.isLarge()) {
            Map<String, @Nullable Object> pending = new LinkedHashMap<>();
            pending.put("touch", profile.isSmall() ? "LOW" : "HIGH");
            pending.put("since", profile.daysAgo(dice.whole(1, 70)).toString());
            previous.put("pending", pending);
        }
        return previous;
    }
}
