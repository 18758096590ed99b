package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Derivations;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision.MissingSignal;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which signals that rules read are unknown for an account, and whether knowing one would change touch, band or the set of
 * action types. That is tried, not guessed: the account is decided again with every value of the signal's grid, from the
 * first phase that reads it on, until one changes something.
 *
 * <p>Values with which every rule that reads the signal fires the same come to the same, so only one of them is decided
 * again. At most {@link SignalGrid#MOST} values a signal are looked at and {@value #MOST_TRIES} a decision are decided; a
 * signal for which none of these is left is reported as not changing anything.
 */
final class MissingSignals {

    private static final int MOST_TRIES = 3_000;

    private final Program program;
    private final FactsReader reader;
    private final Evaluator evaluator;
    private final SignalGrid grid;
    private final List<SignalType> read = new ArrayList<>();
    private final Map<Integer, Phase> firstRead = new TreeMap<>();
    private final Map<String, Set<Field>> inputs = new HashMap<>();
    private final Readers readers;

    MissingSignals(RuleModel model, Evaluator evaluator, Program program, FactsReader reader) {
        this.program = program;
        this.reader = reader;
        this.evaluator = evaluator;
        this.grid = new SignalGrid(model, evaluator);
        this.readers = new Readers(model, evaluator, reader, grid);
        Map<Integer, Phase> byRules = new HashMap<>();
        for (RuleUnit unit : model.units()) {
            for (Field field : evaluator.reads(unit)) {
                if (field.owner().isSingleton()) {
                    byRules.merge(field.slot(), unit.phase(), MissingSignals::earlier);
                }
            }
        }
        List<SignalType> signals = model.vocabulary().signals();
        for (SignalType signal : signals) {
            Phase own = grid.slots(signal).stream().map(byRules::get).reduce(null, MissingSignals::earlier);
            if (own != null) {
                read.add(signal);
                firstRead.put(signal.field().slot(), own);
            }
            SignalType.Derivation derivation = signal.derivation();
            if (derivation != null) {
                inputs.put(signal.field().name(), Derivations.reads(derivation));
            }
        }
        for (int i = signals.size() - 1; i >= 0; i--) {
            spread(signals.get(i));
        }
    }

    private static @Nullable Phase earlier(@Nullable Phase one, @Nullable Phase other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** What a derived signal is read for, its inputs are read for too; called from the last derived to the first. */
    private void spread(SignalType derived) {
        Phase phase = firstRead.get(derived.field().slot());
        if (phase != null) {
            for (Field input : inputs.getOrDefault(derived.field().name(), Set.of())) {
                if (input.owner().isSingleton()) {
                    firstRead.merge(input.slot(), phase, (one, other) -> one.compareTo(other) <= 0 ? one : other);
                }
            }
        }
    }

    /** Returns the missing signals in the catalogue's order. */
    List<MissingSignal> of(FactsRead account, AccountSnapshot snapshot, Course base, Executors executors) {
        List<MissingSignal> missing = new ArrayList<>();
        // because the meaning alone says the same in a fraction of the time, and a decision has many tries
        Attempts attempts = new Attempts(account, snapshot, base, executors.near(evaluator, account.facts()));
        for (SignalType signal : read) {
            if (account.facts().account().state(signal.field().slot()) == Slots.UNKNOWN) {
                LocalDate lastAt = staleSince(signal.field().name(), account.measured(), new HashSet<>());
                missing.add(new MissingSignal(
                        signal.field().name(),
                        lastAt == null ? "NEVER" : "STALE",
                        lastAt,
                        attempts.wouldChange(signal)));
            }
        }
        return missing;
    }

    /** A derived signal is stale when what it is derived from is. */
    private @Nullable LocalDate staleSince(String name, Measured measured, Set<String> seen) {
        LocalDate own = measured.staleSince(name).orElse(null);
        if (own != null || !seen.add(name)) {
            return own;
        }
        LocalDate oldest = null;
        for (Field input : inputs.getOrDefault(name, Set.of())) {
            LocalDate since = staleSince(input.name(), measured, seen);
            oldest = since != null && (oldest == null || since.isBefore(oldest)) ? since : oldest;
        }
        return oldest;
    }

    /** The tries of one decision. */
    private final class Attempts {
        private final FactsRead account;
        private final AccountSnapshot snapshot;
        private final Course base;
        private final Executors executors;
        private final Readers.Watch watch;
        private final Map<ActionStep.Basis, ActionResult> arbitrated = new HashMap<>();
        private int left = MOST_TRIES;

        Attempts(FactsRead account, AccountSnapshot snapshot, Course base, Executors executors) {
            this.account = account;
            this.snapshot = snapshot;
            this.base = base;
            this.executors = executors;
            this.watch = readers.watch(account, snapshot);
        }

        boolean wouldChange(SignalType signal) {
            Phase from = firstRead.getOrDefault(signal.field().slot(), Phase.LIFECYCLE);
            Set<List<Firing>> seen = new HashSet<>();
            seen.add(watch.firedBefore(signal));
            for (SignalGrid.Setting setting :
                    grid.settings(signal, account.facts().asOf())) {
                List<Firing> fired = watch.fired(signal, setting);
                if (fired != null && !seen.add(fired)) {
                    continue;
                }
                if (left-- <= 0) {
                    return false;
                }
                Facts facts = account.facts().copy();
                setting.apply(facts.account());
                reader.derive(facts, account.measured(), signal);
                Run run = Run.silent(account, facts, snapshot, program, executors, arbitrated);
                if (!program.courseFrom(from, run, base).comesTo(base)) {
                    return true;
                }
            }
            return false;
        }
    }
}
