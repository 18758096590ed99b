package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.ChampionChange;
import io.shirube.io.generate.Happenings.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what was done with an account before: open actions, outcomes, mails, evidence, its touch, a pin, an uplift. */
final class HistoryPart {

    private final View view;
    private final Dice dice;
    private final List<String> causes = new ArrayList<>();

    private HistoryPart(View view) {
        this.view = view;
        this.dice = view.dice();
    }

    static void add(Map<String, @Nullable Object> entry, View view) {
        HistoryPart part = new HistoryPart(view);
        part.findCauses();
        entry.put("openActions", part.openActions());
        entry.put("outcomes", part.outcomes());
        if (part.dice.chance(0.25)) {
            entry.put("touches", part.touches());
        }
        if (view.lasting("evidence").chance(0.1)) {
            int trials = view.lasting("trials").whole(5, 60);
            entry.put("evidence", Map.of("UPSELL_PROMPT", figures(trials, part.dice.whole(0, trials))));
        }
        part.addHelp(entry);
        if (view.lasting("previous").chance(0.7)) {
            entry.put("previous", part.previous());
        }
    }

    /** Finds what somebody is likely to have acted on, as type and key. */
    private void findCauses() {
        long days = view.daysToDecision();
        if (days >= 0 && days <= 90) {
            causes.add("RENEWAL_PREPARATION:" + (days <= 30 ? "D30" : days <= 60 ? "D60" : "D90"));
        }
        ChampionChange change = view.happenings().champion(view.asOf());
        if (change != null && change.on().isAfter(view.daysAgo(90))) {
            causes.add("CHAMPION_CHANGE:main");
        }
        Measured now = view.now();
        if (now != null && now.usageChange() < -0.2) {
            causes.add("USAGE_DROP_RESPONSE:main");
        }
        if (now != null && now.assigned() >= 0.9 * now.licensed() && now.engagement() > 0.7) {
            causes.add("UPSELL_PROMPT:seats");
        }
        if (now != null && now.morale() < -0.4) {
            causes.add("NPS_FOLLOW_UP:main");
        }
        if (view.happenings().isRecent("fieldAlignmentDoneAt", view.asOf(), 120)) {
            causes.add("RE_ONBOARDING:main");
        }
    }

    private List<Object> openActions() {
        List<Object> actions = new ArrayList<>();
        for (String cause : causes) {
            if (dice.chance(0.35)) {
                boolean snoozed = dice.chance(0.15);
                Map<String, @Nullable Object> action = new LinkedHashMap<>();
                action.put("key", view.id() + ":" + cause);
                action.put("type", type(cause));
                action.put("openedOn", view.daysAgo(dice.whole(1, 25)).toString());
                action.put("state", snoozed ? "SNOOZED" : dice.chance(0.3) ? "ACCEPTED" : "OPEN");
                action.put(
                        "snoozedUntil",
                        snoozed ? view.daysAgo(-dice.whole(1, 30)).toString() : null);
                actions.add(action);
            }
        }
        return actions;
    }

    private static String type(String cause) {
        return cause.substring(0, cause.indexOf(':'));
    }

    private List<Object> outcomes() {
        List<Object> outcomes = new ArrayList<>();
        for (String cause : causes) {
            if (dice.chance(0.12)) {
                boolean done = dice.chance(0.7);
                outcomes.add(outcome(type(cause), done ? "DONE" : "DISMISSED", dice.whole(3, 50)));
                if (!done && dice.chance(0.5)) {
                    outcomes.add(outcome(type(cause), "DISMISSED", dice.whole(51, 58)));
                }
            }
        }
        if (view.daysIn() > 200 && dice.chance(0.1)) {
            outcomes.add(outcome("USAGE_DROP_RESPONSE", "DONE", dice.whole(60, 180)));
        }
        return outcomes;
    }

    private Map<String, @Nullable Object> outcome(String type, String result, int daysAgo) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("type", type);
        outcome.put("group", type.equals("UPSELL_PROMPT") ? "EXPANSION" : "RETENTION");
        outcome.put("result", result);
        outcome.put("on", view.daysAgo(daysAgo).toString());
        return outcome;
    }

    private List<Object> touches() {
        List<Object> touches = new ArrayList<>();
        for (int i = dice.whole(1, 3); i > 0; i--) {
            Map<String, @Nullable Object> touch = new LinkedHashMap<>();
            touch.put("contactId", "C1");
            touch.put("channel", "EMAIL");
            touch.put("on", view.daysAgo(dice.whole(10 * i - 9, 10 * i)).toString());
            touches.add(touch);
        }
        return touches;
    }

    private static Map<String, Object> figures(int trials, int successes) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("trials", (double) trials);
        figures.put("successes", (double) successes);
        return figures;
    }

    private void addHelp(Map<String, @Nullable Object> entry) {
        if (view.lasting("pin").chance(0.02)) {
            Map<String, @Nullable Object> pin = new LinkedHashMap<>();
            pin.put("touch", "HIGH");
            pin.put("reason", "経営層との合意");
            pin.put("by", "csm-1");
            pin.put("expiresOn", view.daysAgo(-dice.whole(-20, 150)).toString());
            entry.put("pin", pin);
        }
        if (dice.chance(0.01)) {
            Map<String, @Nullable Object> uplift = new LinkedHashMap<>();
            uplift.put("requestedBy", "csm-2");
            uplift.put("reason", "新部署への展開支援");
            uplift.put("hours", (double) dice.whole(4, 20));
            uplift.put("until", view.daysAgo(-dice.whole(1, 60)).toString());
            uplift.put("owner", "csm-2");
            entry.put("uplift", uplift);
        }
    }

    private Map<String, @Nullable Object> previous() {
        double arr = view.term().arr();
        boolean large = view.traits().isLarge();
        String touch = (arr >= 2_400_000 && !view.traits().isSmall()) || (large && arr >= 600_000)
                ? "HIGH"
                : arr < 600_000 ? "TECH" : "LOW";
        Map<String, @Nullable Object> previous = new LinkedHashMap<>();
        previous.put("touch", touch);
        previous.put("since", view.daysAgo(dice.whole(20, 400)).toString());
        if (view.last("onboardingCompletedOn") != null) {
            previous.put("stage", "ADOPTION");
        }
        if (!touch.equals("HIGH") && dice.chance(0.04)) {
            Map<String, @Nullable Object> pending = new LinkedHashMap<>();
            pending.put("touch", touch.equals("TECH") ? "LOW" : "HIGH");
            pending.put("since", view.daysAgo(dice.whole(1, 70)).toString());
            previous.put("pending", pending);
        }
        return previous;
    }
}
