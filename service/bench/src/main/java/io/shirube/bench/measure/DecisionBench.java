package io.shirube.bench.measure;

import io.shirube.bench.accounts.Book;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.io.DecisionWriter;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole decision: from the snapshot through all phases, policies and ranking; and its bytes. */
@State(Scope.Benchmark)
public class DecisionBench {

    /** Names of {@link Accounts}. */
    @Param({Accounts.FROZEN, Accounts.SHIPPED, "50", "500", "5000"})
    public String rules = Accounts.FROZEN;

    /** So many, because a full explanation of each is kept. */
    private static final int EXPLAINED = 64;

    private final Circle circle = new Circle();
    private final Decider decider = new Decider();
    private final DecisionWriter writer = new DecisionWriter("en", io.shirube.io.Explain.REASONS);
    private List<AccountSnapshot> snapshots = List.of();
    private final DecisionWriter fullWriter = new DecisionWriter("ja", io.shirube.io.Explain.FULL);
    private List<Decision> decisions = List.of();
    private List<Decision> explained = List.of();
    private @SuppressWarnings("NullAway.Init") Ruleset ruleset;
    private @SuppressWarnings("NullAway.Init") Ruleset withoutDrools;

    @Setup
    public void load() throws InputException {
        Accounts accounts = Accounts.of(rules);
        snapshots = accounts.snapshots();
        ruleset = accounts.ruleset();
        withoutDrools = Ruleset.of(ruleset.model());
        withoutDrools.close(); // because a closed ruleset decides by the evaluator alone
        List<Decision> made = new ArrayList<>();
        List<Decision> full = new ArrayList<>();
        for (AccountSnapshot snapshot : snapshots) {
            made.add(decider.decide(snapshot, Book.AS_OF, ruleset, RefereeMode.NEVER));
        }
        for (AccountSnapshot snapshot : snapshots.subList(0, Math.min(EXPLAINED, snapshots.size()))) {
            full.add(decider.decide(snapshot, Book.AS_OF, ruleset, RefereeMode.NEVER, Explain.FULL));
        }
        decisions = made;
        explained = full;
    }

    private Decision decide(Ruleset by, RefereeMode referee, Explain explain) throws InputException {
        return decider.decide(snapshots.get(circle.next()), Book.AS_OF, by, referee, explain);
    }

    /** Results only, Drools alone. */
    @Benchmark
    public Decision drools() throws InputException {
        return decide(ruleset, RefereeMode.NEVER, Explain.NONE);
    }

    /** Results only, the evaluator alone. */
    @Benchmark
    public Decision evaluator() throws InputException {
        return decide(withoutDrools, RefereeMode.NEVER, Explain.NONE);
    }

    /** Results only, every phase by both. */
    @Benchmark
    public Decision always() throws InputException {
        return decide(ruleset, RefereeMode.ALWAYS, Explain.NONE);
    }

    /** Results only, one account in a hundred by both. */
    @Benchmark
    public Decision sampled() throws InputException {
        return decide(ruleset, RefereeMode.SAMPLED, Explain.NONE);
    }

    /** With reasons and missing signals, as callers get it. */
    @Benchmark
    public Decision reasons() throws InputException {
        return decide(ruleset, RefereeMode.SAMPLED, Explain.REASONS);
    }

    /** The bytes of a decision with reasons. */
    @Benchmark
    public byte[] bytes() {
        return writer.toBytes(decisions.get(circle.next()));
    }

    /** With what every rule and table came to. */
    @Benchmark
    public Decision full() throws InputException {
        return decide(ruleset, RefereeMode.SAMPLED, Explain.FULL);
    }

    /** The bytes of a decision explained in full, in Japanese. */
    @Benchmark
    public byte[] fullBytes() {
        return fullWriter.toBytes(explained.get(circle.next() % explained.size()));
    }
}
