package io.shirube.engine.internal.drools;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One phase, printed and built, with its reused sessions. Safe for use by many threads. */
final class LoweredPhase implements AutoCloseable {

    private static final int IDLE_SESSIONS = Math.max(4, Runtime.getRuntime().availableProcessors() * 2);

    private final LoweredBase base;
    private final Constants constants;
    private final List<Untold> collections;
    private final ConcurrentLinkedQueue<LoweredSession> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    private volatile boolean closed;

    /** @param base of this phase, closed with it */
    LoweredPhase(LoweredBase base, Constants constants, RuleModel model, Phase phase) {
        this.base = base;
        this.constants = constants;
        this.collections = collections(model, model.units(phase));
    }

    /** A collection that these units read, and an item of it of which nothing is known. */
    private record Untold(FactType type, Slots nothing) {}

    private static List<Untold> collections(RuleModel model, List<RuleUnit> units) {
        List<Untold> collections = new ArrayList<>();
        for (FactType type : ReadCollections.of(units)) {
            collections.add(new Untold(type, new Slots(model.vocabulary().slots(type))));
        }
        return collections;
    }

    /** Returns what fires, sorted and without duplicates. */
    List<Firing> fire(Facts facts) {
        List<SlotFact> all = lowered(facts);
        LoweredSession session = take();
        List<Firing> firings;
        try {
            firings = session.fire(all);
        } catch (Throwable e) { // because whatever happened, its facts may still be in the session
            session.close();
            throw e;
        }
        giveBack(session);
        return firings;
    }

    /** Returns the same as {@link #fire} from a session that has seen no account before. */
    List<Firing> fireInFreshSession(Facts facts) {
        try (LoweredSession session = new LoweredSession(base.base(), constants)) {
            return session.fire(lowered(facts));
        }
    }

    private List<SlotFact> lowered(Facts facts) {
        AccountFact account =
                new AccountFact(facts.account(), constants, facts.asOf().toEpochDay());
        List<SlotFact> all = new ArrayList<>(size(facts));
        all.add(account);
        for (int i = 0; i < collections.size(); i++) {
            addItems(account, facts, collections.get(i), all);
        }
        return all;
    }

    private int size(Facts facts) {
        int size = 1;
        for (int i = 0; i < collections.size(); i++) {
            FactType type = collections.get(i).type();
            size += facts.told(type) ? facts.items(type).size() : 1;
        }
        return size;
    }

    private void addItems(AccountFact account, Facts facts, Untold collection, List<SlotFact> all) {
        FactType type = collection.type();
        if (!facts.told(type)) {
            all.add(new ItemFact(account, type, ItemFact.UNTOLD, collection.nothing(), constants));
            return;
        }
        List<Slots> items = facts.items(type);
        for (int index = 0; index < items.size(); index++) {
            all.add(new ItemFact(account, type, index, items.get(index), constants));
        }
    }

    private LoweredSession take() {
        if (closed) {
            throw new IllegalStateException("the lowered rules are closed");
        }
        LoweredSession session = idle.poll();
        if (session == null) {
            return new LoweredSession(base.base(), constants);
        }
        idleCount.decrementAndGet();
        return session;
    }

    private void giveBack(LoweredSession session) {
        if (idleCount.incrementAndGet() > IDLE_SESSIONS) {
            idleCount.decrementAndGet();
            session.close();
            return;
        }
        idle.add(session);
        if (closed) {
            disposeIdle();
        }
    }

    private void disposeIdle() {
        for (LoweredSession session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }

    LoweredBase base() {
        return base;
    }

    boolean sharesBase(LoweredPhase other) {
        return base.base() == other.base.base();
    }

    /** Disposes the idle sessions now and those at work when they come back; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        disposeIdle();
        base.close();
    }
}
