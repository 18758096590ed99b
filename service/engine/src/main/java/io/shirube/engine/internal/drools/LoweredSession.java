package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Firing;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** A reused session of one phase. Holds an account only while it fires. Used by one thread at a time. */
final class LoweredSession implements AutoCloseable {

    /** More firings than this by one account in one phase are refused; four patterns over 17 items come to fewer. */
    static final int LIMIT = 100_000;

    private final KieSession session;
    private final Collector collector;
    private final List<FactHandle> handles = new ArrayList<>();

    LoweredSession(KieBase base, Constants constants) {
        this.collector = new Collector(constants);
        this.session = base.newKieSession();
        session.setGlobal("collector", collector);
    }

    /**
     * Returns what fires for one account's facts, sorted and without duplicates. After an exception the session is not to be
     * used again.
     */
    List<Firing> fire(List<SlotFact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            handles.add(session.insert(facts.get(i)));
        }
        int fired = session.fireAllRules(LIMIT);
        if (fired >= LIMIT) {
            throw new IllegalStateException("an account fires more than " + LIMIT + " times in one phase");
        }
        for (int i = 0; i < handles.size(); i++) {
            session.delete(handles.get(i));
        }
        handles.clear();
        return collector.sortedAndCleared();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
