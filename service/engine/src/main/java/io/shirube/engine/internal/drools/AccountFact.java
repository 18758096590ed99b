package io.shirube.engine.internal.drools;

import io.shirube.engine.model.Slots;
import java.util.List;

/** The one fact every lowered rule begins with: the account's slots and the day decided for. */
public final class AccountFact extends SlotFact {

    private final long day;

    AccountFact(Slots slots, Constants constants, long day) {
        super(slots, constants);
        this.day = day;
    }

    /** Returns asOf in days since 1970-01-01. */
    public long getDay() {
        return day;
    }

    /** Returns the rows of a numbered table that may be true for this account, in their order. */
    public List<RowFact> rows(int table) {
        return constants().rows(table).candidates(slots());
    }
}
