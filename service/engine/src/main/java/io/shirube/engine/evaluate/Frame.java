package io.shirube.engine.evaluate;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Firing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one evaluation, the items bound so far and what has fired. Used by one thread. */
final class Frame {

    private static final int[] NO_INDEXES = {};
    private static final @Nullable Slots[] NO_ITEMS = {};

    final Facts facts;
    final Slots account;

    /** The number of the term evaluated last, when it was known. */
    double number;

    private final int[] indexes;
    private final @Nullable Slots[] items;
    private final int[] wanted;
    private @Nullable List<Firing> firings;

    Frame(Facts facts, int variables) {
        this(facts, variables, NO_INDEXES);
    }

    /**
     * @param wanted the tuple to explain; a match whose variable it binds takes that item
     */
    Frame(Facts facts, int variables, int[] wanted) {
        this.facts = facts;
        this.account = facts.account();
        this.indexes = variables == 0 ? NO_INDEXES : new int[variables];
        Arrays.fill(indexes, Firing.UNBOUND);
        this.items = variables == 0 ? NO_ITEMS : new @Nullable Slots[variables];
        this.wanted = wanted;
    }

    /** Returns the item bound to a variable, or null when none is: every field of it is unknown. */
    @Nullable
    Slots item(int variable) {
        return items[variable];
    }

    void bind(int variable, int index, Slots item) {
        indexes[variable] = index;
        items[variable] = item;
    }

    /** Binds an item by its place in its collection; none when the place is {@link Firing#UNBOUND}. */
    void bind(int variable, FactType type, int index) {
        if (index != Firing.UNBOUND) {
            bind(variable, index, facts.items(type).get(index));
        }
    }

    void unbind(int variable) {
        indexes[variable] = Firing.UNBOUND;
        items[variable] = null;
    }

    /** Returns what is bound now, to be restored later. */
    Bindings bindings() {
        return new Bindings(indexes.clone(), items.clone());
    }

    void restore(Bindings bindings) {
        System.arraycopy(bindings.indexes, 0, indexes, 0, indexes.length);
        System.arraycopy(bindings.items, 0, items, 0, items.length);
    }

    /** Returns the item the tuple to explain has for a variable, or {@link Firing#UNBOUND}. */
    int wanted(int variable) {
        return variable < wanted.length ? wanted[variable] : Firing.UNBOUND;
    }

    void fireRule(int unit, int variables) {
        fire(new Firing(unit, Firing.NO_ROW, Arrays.copyOf(indexes, variables)));
    }

    void fire(Firing firing) {
        if (firings == null) {
            firings = new ArrayList<>();
        }
        firings.add(firing);
    }

    int fired() {
        return firings == null ? 0 : firings.size();
    }

    /** Sorts what fired since there were {@code start} firings and drops duplicates. */
    void settle(int start) {
        if (firings == null || firings.size() - start < 2) {
            return;
        }
        List<Firing> distinct = firings.subList(start, firings.size()).stream()
                .sorted()
                .distinct()
                .toList();
        firings.subList(start, firings.size()).clear();
        firings.addAll(distinct);
    }

    List<Firing> firings() {
        return firings == null ? List.of() : firings;
    }

    /** What was bound at some time. */
    @SuppressWarnings("ArrayRecordComponent") // because it never leaves this package and is not compared
    record Bindings(int[] indexes, @Nullable Slots[] items) {}
}
