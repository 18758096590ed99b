package io.shirube.io.generate;

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

    private final Profile profile;
    private final Dice dice;
    private final List<Map<String, @Nullable Object>> contacts = new ArrayList<>();

    private PeoplePart(Profile profile, Dice dice) {
        this.profile = profile;
        this.dice = dice;
    }

    static List<Map<String, @Nullable Object>> contacts(Profile profile, Dice dice) {
        PeoplePart part = new PeoplePart(profile, dice);
        boolean left = profile.story() == Story.CHAMPIONLESS && dice.chance(0.6);
        part.add("CHAMPION", left ? profile.daysAgo(dice.whole(3, 85)) : null);
        if (dice.chance(0.72)) {
            part.add("SPONSOR", null);
        }
        int others = profile.isSmall() ? dice.whole(0, 1) : dice.whole(1, 4);
        for (int i = 0; i < others; i++) {
            part.add(dice.oneOf(OTHERS), null);
        }
        return part.contacts;
    }

    private void add(String role, @Nullable LocalDate leftOn) {
        Map<String, @Nullable Object> contact = new LinkedHashMap<>();
        contact.put("id", "C" + (contacts.size() + 1));
        contact.put("role", role);
        contact.put("leftOn", AccountPart.text(leftOn));
        if (!dice.chance(0.1)) {
            int most = profile.isSmall() ? 200 : 70;
            contact.put(
                    "lastContactAt",
                    profile.daysAgo(dice.whole(leftOn == null ? 0 : 86, leftOn == null ? most : 200))
                            .toString());
        }
        if (!profile.story().isBeforeStart() && profile.story() != Story.STARTING && dice.chance(0.35)) {
            contact.put("rating", rating());
        }
        contacts.add(contact);
    }

    private Map<String, @Nullable Object> rating() {
        int at = dice.whole(0, 150);
        boolean content = profile.story() == Story.THRIVING || profile.story() == Story.STEADY;
        Map<String, @Nullable Object> rating = new LinkedHashMap<>();
        rating.put("value", (double) (content ? dice.whole(5, 10) : dice.whole(1, 9)));
        rating.put("at", profile.daysAgo(at).toString());
        LocalDate day = profile.daysAgo(at);
        rating.put("wave", day.getYear() + (day.getMonthValue() < 7 ? "H1" : "H2"));
        rating.put(
                "answeredOn",
                at > 3 && dice.chance(0.5) ? profile.daysAgo(at - 2).toString() : null);
        return rating;
    }
}
