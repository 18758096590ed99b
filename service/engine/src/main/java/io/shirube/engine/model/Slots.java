package io.shirube.engine.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbered values of one fact. A slot is unknown until set. Not safe for use by several threads while it is filled.
 */
public final class Slots {

    /** Nobody has told the value, or it is too old to be believed. */
    public static final byte UNKNOWN = 0;

    /** The value is told. */
    public static final byte KNOWN = 1;

    /** It is told that there is no value: an event that has not happened. */
    public static final byte ABSENT = 2;

    private final byte[] states;
    private final double[] numbers;
    private final @Nullable Object[] objects;

    /** Makes slots of which nothing is known. */
    public Slots(int size) {
        this.states = new byte[size];
        this.numbers = new double[size];
        this.objects = new @Nullable Object[size];
    }

    /** Copies every value of another fact. */
    public Slots(Slots other) {
        this.states = other.states.clone();
        this.numbers = other.numbers.clone();
        this.objects = other.objects.clone();
    }

    public int size() {
        return states.length;
    }

    /** Returns {@link #UNKNOWN}, {@link #KNOWN} or {@link #ABSENT}. */
    public byte state(int slot) {
        return states[slot];
    }

    /** Returns whether the value is told; an absent one is not. */
    public boolean isKnown(int slot) {
        return states[slot] == KNOWN;
    }

    /** Returns the number; meaningful only when the slot is known, and never for a set. */
    public double number(int slot) {
        return numbers[slot];
    }

    /** Returns the text of a TEXT slot, or null when the slot is not a known text. */
    public @Nullable String text(int slot) {
        return objects[slot] instanceof String text ? text : null;
    }

    /** Returns whether a known TEXT_SET slot has a member with this text number. */
    public boolean contains(int slot, int text) {
        return objects[slot] instanceof TextSet set && Arrays.binarySearch(set.numbers(), text) >= 0;
    }

    /** Returns the members of a known TEXT_SET slot in the caller's order, else none. */
    public Set<String> members(int slot) {
        return objects[slot] instanceof TextSet set ? set.texts() : Set.of();
    }

    /** Sets a number, date, boolean or enum ordinal. */
    public void set(int slot, double number) {
        states[slot] = KNOWN;
        numbers[slot] = number;
        objects[slot] = null;
    }

    /** Sets a text and the number it was interned as. */
    public void setText(int slot, int number, String text) {
        set(slot, number);
        objects[slot] = text;
    }

    /** Sets a set of texts; {@code numbers} are their interned numbers in any order. */
    public void setTexts(int slot, int[] numbers, Set<String> texts) {
        set(slot, 0);
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        objects[slot] = new TextSet(sorted, texts);
    }

    /** Says that there is no value, such as of an event that has not happened. */
    public void setAbsent(int slot) {
        states[slot] = ABSENT;
        numbers[slot] = 0;
        objects[slot] = null;
    }

    /** Takes back whatever was told. */
    public void setUnknown(int slot) {
        states[slot] = UNKNOWN;
        numbers[slot] = 0;
        objects[slot] = null;
    }

    /** Takes over one value of other slots, which have as many. */
    public void take(Slots other, int slot) {
        states[slot] = other.states[slot];
        numbers[slot] = other.numbers[slot];
        objects[slot] = other.objects[slot];
    }

    /** Returns something that equals another slot's content when both hold the same. */
    public Object content(int slot) {
        if (states[slot] != KNOWN) {
            return states[slot];
        }
        Object object = objects[slot];
        return object == null ? numbers[slot] : object;
    }

    /** Returns whether a slot holds the very same as that of other slots; of two equal sets it cannot tell. */
    public boolean holdsAs(Slots other, int slot) {
        return states[slot] == other.states[slot]
                && Double.compare(numbers[slot], other.numbers[slot]) == 0
                && (objects[slot] == other.objects[slot] || Objects.equals(objects[slot], other.objects[slot]));
    }

    @SuppressWarnings("ArrayRecordComponent") // because it never leaves this class
    private record TextSet(int[] numbers, Set<String> texts) {}
}
