package io.shirube.engine.whatif;

import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something told of an account that a decision may rest on.
 *
 * @param name as callers write it: a signal's name, {@code account.attributes.strategic}, {@code account.employees}
 * @param signal how it is read when it is a signal or an attribute, else null
 * @param texts every text that the rules name, by its number
 * @param item what is done about a single ticket or person, or null
 */
record Input(
        String name,
        Field field,
        @Nullable SignalType signal,
        List<String> texts,
        @Nullable Item item,
        Setter setter) {

    /** A text that no rule names. */
    private static final String OTHER = "?";

    /** An input of the whole account. */
    static Input ofAccount(String name, Field field, @Nullable SignalType signal, List<String> texts, Setter setter) {
        return new Input(name, field, signal, texts, null, setter);
    }

    /** Something that can be done about a ticket or a person. */
    static Input item(String name, Field field, Item item, Setter setter) {
        return new Input(name, field, null, List.of(), item, setter);
    }

    /**
     * A ticket or a person.
     *
     * @param now the day that is told now, or null
     * @param done what is done, as it stands in a condition: 問い合わせ「T1」が解決 / ticket “T1” were resolved
     * @param label as a heading
     */
    record Item(@Nullable LocalDate now, Text done, Text label) {}

    /** Puts a value in its place in a snapshot. */
    interface Setter {
        AccountSnapshot set(AccountSnapshot snapshot, @Nullable Object value, LocalDate asOf);
    }

    boolean isChangeable() {
        return item != null || (signal != null && signal.changeable());
    }

    /** Returns the account with another value, measured on a day; a null is told to be unknown. */
    AccountSnapshot set(AccountSnapshot snapshot, @Nullable Object value, LocalDate asOf) {
        return setter.set(snapshot, value, asOf);
    }

    /** Returns the account with a number, a flag as 0 or 1, a name's place or a day's number in the place of the value. */
    AccountSnapshot set(AccountSnapshot snapshot, double value, LocalDate asOf) {
        return set(snapshot, plain(value), asOf);
    }

    boolean isKnown(Facts facts) {
        return facts.account().isKnown(field.slot());
    }

    boolean isUnknown(Facts facts) {
        return facts.account().state(field.slot()) == Slots.UNKNOWN;
    }

    double number(Facts facts) {
        return facts.account().number(field.slot());
    }

    /** Returns the value as documents carry it; null when it is unknown or absent. */
    @Nullable
    Object plain(Facts facts) {
        if (item != null) {
            return item.now();
        }
        Slots slots = facts.account();
        if (!slots.isKnown(field.slot())) {
            return null;
        }
        return switch (field.type()) {
            case NUMBER, BOOLEAN, DATE, ENUM -> plain(slots.number(field.slot()));
            case TEXT -> slots.text(field.slot());
            case TEXT_SET -> String.join("|", slots.members(field.slot()));
        };
    }

    /** Returns a value of the grid as documents carry it. */
    @Nullable
    Object plain(double value) {
        return switch (field.type()) {
            case NUMBER, BOOLEAN, DATE, ENUM -> ValueText.plain(Quoted.number(value), field);
            case TEXT -> text(value);
            case TEXT_SET -> List.of(text(value));
        };
    }

    private String text(double number) {
        return number < texts.size() ? texts.get((int) number) : OTHER;
    }
}
