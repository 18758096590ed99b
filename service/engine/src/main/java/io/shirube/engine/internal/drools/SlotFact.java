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

    /** Returns whether the slot that the rules name so has a value. */
    public final boolean known(int place) {
        return state(place) == Slots.KNOWN;
    }

    /** Returns whether nobody told the slot's value. */
    public final boolean unknown(int place) {
        return state(place) == Slots.UNKNOWN;
    }

    /** Returns whether it is told that the slot has no value. */
    public final boolean absent(int place) {
        return state(place) == Slots.ABSENT;
    }

    /** Returns whether the slot has no value, told or not. */
    public final boolean blank(int place) {
        return state(place) != Slots.KNOWN;
    }

    /** Returns the verdict whether the slot has no value, told or not. */
    public final int none(int place) {
        return blank(place) ? 1 : -1;
    }

    /** Returns false: what no fact can satisfy. */
    public final boolean never() {
        return false;
    }

    /** Returns the number that the rules compare with at that place. */
    public final double constant(int place) {
        return constants.at(place);
    }

    /** Returns the slot's value as {@link Figures} encodes it. */
    public final double val(int place) {
        int slot = constants.slot(place);
        return switch (slots.state(slot)) {
            case Slots.KNOWN -> slots.number(slot);
            case Slots.ABSENT -> Figures.ABSENT;
            default -> Figures.UNKNOWN;
        };
    }

    /** Returns the verdict of a slot's comparison with the number at a constant's place, as do those named alike. */
    public final int eq(int place, int constant) {
        return Figures.eq(val(place), constant(constant));
    }

    public final int ne(int place, int constant) {
        return Figures.ne(val(place), constant(constant));
    }

    public final int lt(int place, int constant) {
        return Figures.lt(val(place), constant(constant));
    }

    public final int le(int place, int constant) {
        return Figures.le(val(place), constant(constant));
    }

    public final int gt(int place, int constant) {
        return Figures.gt(val(place), constant(constant));
    }

    public final int ge(int place, int constant) {
        return Figures.ge(val(place), constant(constant));
    }

    /** Returns the verdict whether the whole text of a slot matches a numbered pattern. */
    public final int fits(int place, int pattern) {
        if (unknown(place)) {
            return 0;
        }
        String text = slots.text(constants.slot(place));
        if (text == null) {
            return -1;
        }
        Pattern compiled = constants.pattern(pattern);
        return compiled.matches(text) ? 1 : -1;
    }

    /** Returns the verdict whether the set in a slot has the text whose number stands at that constant's place. */
    public final int has(int place, int constant) {
        if (unknown(place)) {
            return 0;
        }
        boolean member = known(place) && slots.contains(constants.slot(place), (int) constants.at(constant));
        return member ? 1 : -1;
    }

    private byte state(int place) {
        return slots.state(constants.slot(place));
    }

    final Constants constants() {
        return constants;
    }

    final Slots slots() {
        return slots;
    }
}
