package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.ChampionChange;
import io.shirube.io.generate.Happenings.Survey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the contacts of an account and what they answered. */
final class PeoplePart {

    private static final List<String> OTHERS =
            List.of("ADMIN", "FIELD_MANAGER", "FIELD", "PROMOTER", "USER", "DECISION_MAKER", "EXECUTIVE");
    private static final int RATING_DAYS = 150;

    private final View view;
    private final Dice dice;
    private final Dice lasting;
    private final @Nullable LocalDate survey;
    private final List<Map<String, @Nullable Object>> contacts = new ArrayList<>();

    private PeoplePart(View view) {
        this.view = view;
        this.dice = view.dice();
        this.lasting = view.lasting("people");
        LocalDate last = null;
        for (Survey wave : view.happenings().surveys) {
            last = wave.on().isAfter(view.asOf()) ? last : wave.on();
        }
        this.survey = last != null && last.isAfter(view.daysAgo(RATING_DAYS)) ? last : null;
    }

    static List<Map<String, @Nullable Object>> contacts(View view) {
        PeoplePart part = new PeoplePart(view);
        part.champion();
        if (part.lasting.chance(0.72)) {
            part.add("SPONSOR", null);
        }
        int others = view.traits().isSmall() ? part.lasting.whole(0, 1) : part.lasting.whole(1, 4);
        for (int i = 0; i < others; i++) {
            part.add(part.lasting.oneOf(OTHERS), null);
        }
        return part.contacts;
    }

    private void champion() {
        ChampionChange change = view.happenings().champion(view.asOf());
        boolean left = change != null && !change.onLeave() && !change.on().isAfter(view.asOf());
        add("CHAMPION", left && change != null ? change.on() : null);
        boolean met =
                change != null && change.metOn() != null && !change.metOn().isAfter(view.asOf());
        boolean settled = change != null && change.on().isBefore(view.daysAgo(150));
        if (left && (met || settled)) {
            add("CHAMPION", null);
        }
    }

    private void add(String role, @Nullable LocalDate leftOn) {
        Map<String, @Nullable Object> contact = new LinkedHashMap<>();
        contact.put("id", "C" + (contacts.size() + 1));
        contact.put("role", role);
        contact.put("leftOn", AccountPart.text(leftOn));
        if (!dice.chance(0.08)) {
            int most = view.traits().isSmall() ? 190 : view.intent() < -0.5 ? 120 : 60;
            LocalDate day = WorkingDays.onOrAfter(view.daysAgo(dice.whole(0, most)));
            LocalDate last = day.isAfter(view.asOf()) ? view.asOf() : day;
            contact.put("lastContactAt", (leftOn == null || last.isBefore(leftOn) ? last : leftOn).toString());
        }
        if (survey != null && leftOn == null && dice.chance(0.4)) {
            contact.put("rating", rating(survey));
        }
        if (lasting.chance(0.06)) {
            contact.put("optedOut", true);
        }
        contacts.add(contact);
    }

    private Map<String, @Nullable Object> rating(LocalDate on) {
        Happenings.Measured now = view.now();
        double mood = 6.4 + 2.8 * (now == null ? 0 : now.morale()) + 1.4 * dice.normal();
        boolean answered = on.isBefore(view.daysAgo(3)) && dice.chance(on.isBefore(view.daysAgo(21)) ? 0.9 : 0.5);
        Map<String, @Nullable Object> rating = new LinkedHashMap<>();
        rating.put("value", Dice.rounded(Dice.within(0, mood, 10), 0));
        rating.put("at", on.toString());
        rating.put("wave", on.getYear() + (on.getMonthValue() < 7 ? "H1" : "H2"));
        rating.put("answeredOn", answered ? on.plusDays(2).toString() : null);
        return rating;
    }
}
