package io.shirube.engine.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What rules read about one account on one day. Conclusions are written into the account's slots between phases; nothing
 * else changes. Used by one thread at a time.
 */
public final class Facts {

    private final String accountId;
    private final LocalDate asOf;
    private final Slots account;
    private final Map<FactType, List<Slots>> items;

    /**
     * @param items items of each collection that was told; a collection without an entry was never told
     */
    public Facts(String accountId, LocalDate asOf, Slots account, Map<FactType, List<Slots>> items) {
        this.accountId = accountId;
        this.asOf = asOf;
        this.account = account;
        this.items = new EnumMap<>(FactType.class);
        items.forEach((type, list) -> this.items.put(type, List.copyOf(list)));
    }

    public String accountId() {
        return accountId;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Returns the slots of all singleton facts. */
    public Slots account() {
        return account;
    }

    /** Returns whether the caller told this collection, be it empty. */
    public boolean told(FactType collection) {
        return items.containsKey(collection);
    }

    /** Returns the items of a collection in the caller's order; none when it was never told. */
    public List<Slots> items(FactType collection) {
        return items.getOrDefault(collection, List.of());
    }

    /** Returns a copy whose account slots can be changed without touching this one; items are shared. */
    public Facts copy() {
        return new Facts(accountId, asOf, new Slots(account), items);
    }
}
