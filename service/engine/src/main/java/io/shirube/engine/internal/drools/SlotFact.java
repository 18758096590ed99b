package io.shirube.engine.internal.drools;

import com.google.re2j.Pattern;
import io.shirube.engine.model.Slots;

/** Numbered slots as lowered rules read them. Used by one thread at a time. */
public abstract sealed class SlotFact permits AccountFact, ItemFact {

    private final Slots slots;
    private final Constants constants;

    SlotFact(Slots slots, Constants constants) {
        this.slots = slots;
        this.constants = constants;
    }

    /** Returns whether the slot has a value. */
    public final boolean known(int slot) {
        return slots.state(slot) == Slots.KNOWN;
    }

    /** Returns whether nobody told the slot's value. */
    public final boolean unknown(int slot) {
        return slots.state(slot) == Slots.UNKNOWN;
    }

    /** Returns whether it is told that the slot has no value. */
    public final boolean absent(int slot) {
        return slots.state(slot) == Slots.ABSENT;
    }

    /** Returns whether the slot has no value, told or not. */
    public final boolean blank(int slot) {
        return slots.state(slot) != Slots.KNOWN;
    }

    /** Returns the verdict whether the slot has no value, told or not. */
    public final int none(int slot) {
        return blank(slot) ? 1 : -1;
    }

    /** Returns false: what no fact can satisfy. */
    public final boolean never() {
        return false;
    }

    /** Returns the number that the rules compare with at that place. */
    public final double constant(int place) {
        return constants.at(place);
    }

    /** Returns the number in a known slot. */
    public final double num(int slot) {
        return slots.number(slot);
    }

    /** Returns the slot's value as {@link Figures} encodes it. */
    public final double val(int slot) {
        return switch (slots.state(slot)) {
            case Slots.KNOWN -> slots.number(slot);
            case Slots.ABSENT -> Figures.ABSENT;
            default -> Figures.UNKNOWN;
        };
    }

    /** Returns the verdict whether the whole text of a slot matches a numbered pattern. */
    public final int fits(int slot, int pattern) {
        if (unknown(slot)) {
            return 0;
        }
        String text = slots.text(slot);
        if (text == null) {
            return -1;
        }
        Pattern compiled = constants.pattern(pattern);
        return compiled.matches(text) ? 1 : -1;
    }

    /** Returns the verdict whether the set in a slot has the text whose number stands at that place. */
    public final int has(int slot, int place) {
        if (unknown(slot)) {
            return 0;
        }
        return known(slot) && slots.contains(slot, (int) constants.at(place)) ? 1 : -1;
    }

    final Constants constants() {
        return constants;
    }

    final Slots slots() {
        return slots;
    }
}
