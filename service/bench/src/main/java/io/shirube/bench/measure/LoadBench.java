package io.shirube.bench.measure;

import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Loading rules: reading, checking, proving, lowering, and comparing the executors on generated accounts. */
@State(Scope.Benchmark)
public class LoadBench {

    /** Names of {@link Accounts}. */
    @Param({Accounts.SHIPPED, "50", "500", "5000"})
    public String rules = Accounts.SHIPPED;

    /** Whether the rules before are still open, as they are when a service loads an edit. */
    @Param({"false", "true"})
    public boolean open;

    private @SuppressWarnings("NullAway.Init") RuleBundle bundle;
    private @Nullable Ruleset before;

    @Setup
    public void read() {
        bundle = Accounts.bundle(rules);
        before = open ? fresh() : null;
    }

    @TearDown
    public void close() {
        if (before != null) {
            before.close();
        }
    }

    /** A whole load, and closing what it gives. */
    @Benchmark
    public int load() {
        try (Ruleset ruleset = fresh()) {
            return ruleset.model().units().size();
        }
    }

    private Ruleset fresh() {
        LoadResult result = Ruleset.load(bundle);
        return Objects.requireNonNull(result.ruleset(), () -> result.findings().toString());
    }
}
