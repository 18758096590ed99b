package io.shirube.service.testing;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.whatif.WhatIf;
import io.shirube.io.Explain;
import io.shirube.service.rulesets.Loaded;
import io.shirube.service.rulesets.Rules;
import io.shirube.service.rulesets.RulesLoader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads anything but a folder with the word {@code broken} in a file. The rules decide nothing, but fail for the account
 * {@code explode} as faulty code does, and after they were closed. Safe for use by many threads.
 */
public final class FakeRulesLoader implements RulesLoader {

    /** How many loaded rules are not closed. */
    public final AtomicInteger open = new AtomicInteger();

    /** How many folders were offered. */
    public final AtomicInteger loads = new AtomicInteger();

    /** How often an edit was rehearsed; there is no more to rehearse after twice. */
    public final AtomicInteger rehearsed = new AtomicInteger();

    @Override
    public boolean rehearse() {
        return rehearsed.incrementAndGet() < 2;
    }

    @Override
    public Loaded load(RuleBundle bundle) {
        loads.incrementAndGet();
        for (var file : bundle.files().entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            int at = text.indexOf("broken");
            if (at >= 0) {
                Position position = Position.inText(file.getKey(), 1, at + 1);
                return new Loaded(
                        null,
                        List.of(new Finding(
                                Severity.ERROR, "broken", position, "壊れています", "直してください", "This is broken", "Mend it")));
            }
            if (text.contains("explode")) {
                throw new StackOverflowError("a compiler may throw anything");
            }
        }
        open.incrementAndGet();
        return new Loaded(new FakeRules(bundle.revision(), open), List.of());
    }

    private static final class FakeRules implements Rules {

        private final String revision;
        private final AtomicInteger open;
        private volatile boolean closed;

        private FakeRules(String revision, AtomicInteger open) {
            this.revision = revision;
            this.open = open;
        }

        @Override
        public String revision() {
            return revision;
        }

        @Override
        public Decision decide(AccountSnapshot snapshot, LocalDate asOf, Explain explain) {
            if (closed) {
                throw new IllegalStateException("closed rules decide no more");
            }
            if (snapshot.account().id().equals("explode")) {
                throw new IllegalStateException("secret io.shirube.internals");
            }
            return Decisions.empty(snapshot.account().id(), asOf, revision);
        }

        @Override
        public void check(AccountSnapshot snapshot, LocalDate asOf) {
            // because these rules know no field
        }

        @Override
        public WhatIf whatIf() {
            throw new UnsupportedOperationException("these rules have nothing to change");
        }

        @Override
        public void close() {
            closed = true;
            open.decrementAndGet();
        }
    }
}
