package io.shirube.engine.decide;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a caller's values into slots and says which of them cannot be. One for each snapshot; used by one thread.
 *
 * <p>A null is unknown, except an event's day, which has not happened. A day also fills its day counts.
 */
final class SlotWriter {

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_MEMBERS = 1_000;

    private final Vocabulary vocabulary;
    private final Map<String, Integer> ruleTexts;
    private final Map<String, Integer> ownTexts = new HashMap<>();
    private final LocalDate asOf;
    private final WorkingDays workingDays;
    private final Problems problems;

    /** @param ruleTexts number of every text the rules name */
    SlotWriter(
            Vocabulary vocabulary,
            Map<String, Integer> ruleTexts,
            LocalDate asOf,
            WorkingDays workingDays,
            Problems problems) {
        this.vocabulary = vocabulary;
        this.ruleTexts = ruleTexts;
        this.asOf = asOf;
        this.workingDays = workingDays;
        this.problems = problems;
    }

    LocalDate asOf() {
        return asOf;
    }

    Problems problems() {
        return problems;
    }

    void number(Slots slots, Field field, @Nullable Double value, String path) {
        if (value == null) {
            slots.setUnknown(field.slot());
        } else if (!inRange(field, value)) {
            problems.outOfRange(path, value, field);
        } else {
            slots.set(field.slot(), value + 0.0);
        }
    }

    static boolean inRange(Field field, double value) {
        Double min = field.min();
        Double max = field.max();
        return Double.isFinite(value) && (min == null || value >= min) && (max == null || value <= max);
    }

    void flag(Slots slots, Field field, @Nullable Boolean value) {
        if (value == null) {
            slots.setUnknown(field.slot());
        } else {
            slots.set(field.slot(), value ? 1 : 0);
        }
    }

    /** A day; null is unknown. */
    void date(Slots slots, Field field, @Nullable LocalDate value, String path) {
        if (value == null) {
            day(slots, field, Slots.UNKNOWN, 0);
        } else if (sound(value, path)) {
            day(slots, field, Slots.KNOWN, value.toEpochDay());
        }
    }

    /**
     * The day of a built-in event; null, or a day after asOf, is absent. Events that a catalogue declares may be planned
     * ones and keep a day ahead.
     */
    void event(Slots slots, Field field, @Nullable LocalDate value, String path) {
        if (value == null || (sound(value, path) && value.isAfter(asOf))) {
            day(slots, field, Slots.ABSENT, 0);
        } else {
            date(slots, field, value, path);
        }
    }

    /** Returns whether a day is one that can be computed with; else it is a problem. */
    boolean sound(LocalDate value, String path) {
        boolean sound = !value.isBefore(EARLIEST) && !value.isAfter(LATEST);
        if (!sound) {
            problems.badDate(path, value);
        }
        return sound;
    }

    /** Writes a day with its state into the field and its day counts. */
    void day(Slots slots, Field field, byte state, long epochDay) {
        List<Field> counts = vocabulary.days(field);
        long ago = asOf.toEpochDay() - epochDay;
        long workingAgo = state == Slots.KNOWN ? workingDays.between(LocalDate.ofEpochDay(epochDay), asOf) : 0;
        put(slots, field, state, epochDay);
        put(slots, counts.get(0), state, ago);
        put(slots, counts.get(1), state, -ago);
        put(slots, counts.get(2), state, workingAgo);
        put(slots, counts.get(3), state, -workingAgo);
    }

    private static void put(Slots slots, Field field, byte state, long number) {
        switch (state) {
            case Slots.KNOWN -> slots.set(field.slot(), (double) number);
            case Slots.ABSENT -> slots.setAbsent(field.slot());
            default -> slots.setUnknown(field.slot());
        }
    }

    void text(Slots slots, Field field, @Nullable String value, String path) {
        if (value == null) {
            slots.setUnknown(field.slot());
        } else if (value.length() > LONGEST_TEXT) {
            tooLong(path);
        } else {
            slots.setText(field.slot(), number(value), value);
        }
    }

    void texts(Slots slots, Field field, @Nullable Collection<String> value, String path) {
        if (value == null) {
            slots.setUnknown(field.slot());
            return;
        }
        if (value.size() > MOST_MEMBERS || value.stream().anyMatch(text -> text.length() > LONGEST_TEXT)) {
            tooLong(path);
            return;
        }
        Set<String> members = new LinkedHashSet<>(value);
        slots.setTexts(field.slot(), members.stream().mapToInt(this::number).toArray(), members);
    }

    private void tooLong(String path) {
        problems.add(
                "TEXT_TOO_LONG",
                path,
                path + " は " + LONGEST_TEXT + " 文字以内、" + MOST_MEMBERS + " 件以内で指定してください。",
                path + " may have at most " + LONGEST_TEXT + " characters and " + MOST_MEMBERS + " members.");
    }

    /** Returns the number of a text: that of the rules, or one of this snapshot's own above them. */
    int number(String text) {
        Integer ofRules = ruleTexts.get(text);
        return ofRules != null ? ofRules : ownTexts.computeIfAbsent(text, t -> ruleTexts.size() + ownTexts.size());
    }

    /** An enum's name; one the enum does not have is a problem. */
    void name(Slots slots, Field field, @Nullable String value, String path) {
        EnumType type = field.enumType();
        if (value == null || type == null) {
            slots.setUnknown(field.slot());
            return;
        }
        int ordinal = type.ordinal(value);
        if (ordinal < 0) {
            problems.unknownValue(path, value, type.values());
        } else {
            slots.set(field.slot(), ordinal);
        }
    }

    /** A value whose type only the catalogue knows: {@code Double}, {@code Boolean}, {@code String} or a list of texts. */
    void value(Slots slots, Field field, @Nullable Object value, String path) {
        if (value == null) {
            unknown(slots, field);
            return;
        }
        if (value instanceof String word && isNotApplicable(word) && field.type() != ValueType.TEXT) {
            notApplicable(slots, field);
            return;
        }
        switch (field.type()) {
            case NUMBER -> {
                if (value instanceof Double number) {
                    number(slots, field, number, path);
                } else {
                    problems.wrongType(path, value, "数値", "a number");
                }
            }
            case BOOLEAN -> {
                if (value instanceof Boolean flag) {
                    flag(slots, field, flag);
                } else {
                    problems.wrongType(path, value, "true か false ", "true or false");
                }
            }
            case DATE -> {
                LocalDate day = TypedValues.day(value);
                if (day == null) {
                    problems.wrongType(path, value, "日付（2026-11-20 の形）", "a day such as 2026-11-20");
                } else {
                    date(slots, field, day, path);
                }
            }
            case TEXT, TEXT_SET, ENUM -> words(slots, field, value, path);
        }
    }

    /** Returns whether a word says that a value does not apply to the account at all, 対象外. */
    static boolean isNotApplicable(String word) {
        return word.strip().equals("対象外") || word.strip().equalsIgnoreCase("N/A");
    }

    private void notApplicable(Slots slots, Field field) {
        if (field.type() == ValueType.DATE) {
            day(slots, field, Slots.ABSENT, 0);
        } else {
            slots.setAbsent(field.slot());
        }
    }

    private void words(Slots slots, Field field, Object value, String path) {
        boolean set = field.type() == ValueType.TEXT_SET;
        List<String> words = TypedValues.words(value, set);
        boolean emptySet = set && (value instanceof String || (value instanceof Collection<?> list && list.isEmpty()));
        if (words.isEmpty() && !emptySet) {
            problems.wrongType(path, value, "文字列", "a text");
        } else if (set) {
            texts(slots, field, words, path);
        } else if (words.size() != 1) {
            problems.wrongType(path, value, "1つの文字列", "one text");
        } else if (field.type() == ValueType.ENUM) {
            name(slots, field, words.get(0), path);
        } else {
            text(slots, field, words.get(0), path);
        }
    }

    /** Makes a field unknown, or absent when it is an event; a day with its day counts. */
    void unknown(Slots slots, Field field) {
        if (field.type() == ValueType.DATE) {
            day(slots, field, TypedValues.isEvent(field) ? Slots.ABSENT : Slots.UNKNOWN, 0);
        } else {
            slots.setUnknown(field.slot());
        }
    }
}
