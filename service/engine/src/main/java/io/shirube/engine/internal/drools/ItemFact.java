package io.shirube.engine.internal.drools;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;

/**
 * One item of a collection of the account. An untold collection has a single item of which nothing is known; it is never a
 * certain match, and a possible one whatever is asked of it.
 */
public final class ItemFact extends SlotFact {

    /** The index of an untold collection's only item. */
    static final int UNTOLD = -1;

    /** The kind of an untold collection's only item. */
    private static final int NONE = -1;

    private final AccountFact account;
    private final int group;
    private final int index;

    ItemFact(AccountFact account, FactType type, int index, Slots slots, Constants constants) {
        super(slots, constants);
        this.account = account;
        this.group = number(type);
        this.index = index;
    }

    /** Returns the number by which lowered rules name a collection. */
    static int number(FactType type) {
        return switch (type) {
            case TICKET -> 1;
            case CONTACT -> 2;
            case ACTION -> 3;
            case OUTCOME -> 4;
            case ACCOUNT, CONTRACT, SIGNALS, STAGE, RENEWAL, SEGMENT, HEALTH, SUCCESS, VALUES ->
                throw new IllegalArgumentException("a collection is needed");
        };
    }

    /** Returns the account it belongs to. */
    public AccountFact getAccount() {
        return account;
    }

    /** Returns the number of its collection, or a number no collection has when the collection is untold. */
    public int getKind() {
        return index < 0 ? NONE : group;
    }

    /** Returns the number of its collection, told or not. */
    public int getGroup() {
        return group;
    }

    /** Returns its place in the caller's order, -1 in an untold collection. */
    public int getIndex() {
        return index;
    }

    /** Returns whether its collection was never told. */
    public boolean untold() {
        return index < 0;
    }

    /** Returns what it adds to an accumulate of which it is a member with this verdict. */
    public Sample sample(int verdict, Values values) {
        return new Sample(untold(), verdict > 0, values);
    }
}
