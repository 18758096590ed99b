package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Survey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the signals of voice: what people answered and asked for. */
final class VoicePart {

    private static final List<String> THEMES = List.of("帳票の改善", "権限の細分化", "モバイル対応", "外部連携");
    private static final List<String> GROUPS = List.of("nps", "npsField", "npsPromoter", "npsExecutive");
    private static final int TOLD_MONTHS = 14;

    private final View view;
    private final Dice dice;
    private final Readings readings;

    VoicePart(View view, Readings readings) {
        this.view = view;
        this.dice = view.dice();
        this.readings = readings;
    }

    void add() {
        GROUPS.forEach(this::group);
        if (view.lasting("csat").chance(0.4)) {
            double mood = 3.6 + 1.1 * morale() + 0.25 * dice.normal();
            readings.read("csat", Dice.rounded(Dice.within(1, mood, 5), 1), dice.whole(3, 80));
        }
        if (view.lasting("ces").chance(0.1)) {
            double mood = 4.6 + 1.2 * morale() + 0.4 * dice.normal();
            readings.read("ces", Dice.rounded(Dice.within(1, mood, 7), 1), dice.whole(3, 80));
        }
        if (view.lasting("themes").chance(0.25)) {
            readings.read("requestThemes", List.of(view.lasting("theme").oneOf(THEMES)), dice.whole(3, 80));
            double share = dice.chance(0.2) ? dice.between(0.5, 0.8) : dice.between(0.05, 0.4);
            readings.read("topThemeShare", Dice.rounded(share, 2), dice.whole(3, 80));
        }
    }

    private double morale() {
        Happenings.Measured now = view.now();
        return now == null ? 0 : now.morale();
    }

    /** Adds the score of one group of people with its number of answers and their mean. */
    private void group(String name) {
        List<Survey> told = new ArrayList<>();
        @Nullable Survey last = null;
        LocalDate first = view.asOf().minusMonths(Math.max(TOLD_MONTHS, view.history()));
        for (Survey survey : view.happenings().surveys) {
            boolean known = !survey.on().isAfter(view.asOf());
            if (known && survey.group().equals(name)) {
                last = survey;
                if (survey.on().isAfter(first)) {
                    told.add(survey);
                }
            }
        }
        if (last == null) {
            return;
        }
        if (told.isEmpty()) {
            told.add(last);
        }
        boolean waves = name.equals("npsField");
        put(name, told, survey -> (double) survey.score(), waves);
        put(name + "N", told, survey -> (double) survey.answers(), false);
        put(name + "Avg", told, Survey::average, false);
        if (waves) {
            readings.event("fieldSurveyAt", last.on());
        }
    }

    private void put(String name, List<Survey> told, Function<Survey, Object> value, boolean pair) {
        if (view.lasting(name).chance(0.03)) {
            return;
        }
        int from = view.history() > 0 ? 0 : Math.max(0, told.size() - (pair ? 2 : 1));
        List<Object> list = new ArrayList<>();
        for (Survey survey : told.subList(from, told.size())) {
            list.add(Readings.reading(value.apply(survey), survey.on()));
        }
        readings.put(name, list, pair || view.history() > 0);
    }
}
