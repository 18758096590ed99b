package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a caller told about an account into the facts rules read. Immutable, safe for use by many threads. */
public final class FactsReader {

    private final RuleModel model;
    private final Vocabulary vocabulary;
    private final Map<String, Integer> texts = new HashMap<>();
    private final AccountFacts account;
    private final ContractFacts contract;
    private final SignalFacts signals;
    private final CollectionFacts collections;
    private final RenewalClock clock;
    private final DerivedFacts derived;
    private final WorkingDays workingDays;

    FactsReader(RuleModel model, Evaluator evaluator) {
        this.model = model;
        this.vocabulary = model.vocabulary();
        List<String> known = model.texts();
        for (int i = 0; i < known.size(); i++) {
            texts.put(known.get(i), i);
        }
        this.account = new AccountFacts(vocabulary);
        this.contract = new ContractFacts(vocabulary, model.policies().currency());
        this.signals = new SignalFacts(vocabulary);
        this.collections = new CollectionFacts(vocabulary);
        this.clock = new RenewalClock(model.policies().assumedNoticeDays());
        this.workingDays = WorkingDays.of(model.policies());
        this.derived = new DerivedFacts(vocabulary, evaluator, workingDays);
    }

    /**
     * Reads a snapshot.
     *
     * @throws InputException with every problem when a known field has a value it cannot have
     */
    FactsRead read(AccountSnapshot snapshot, LocalDate asOf) throws InputException {
        Problems problems = new Problems();
        Notices notices = new Notices();
        SlotWriter writer = new SlotWriter(vocabulary, texts, asOf, workingDays, problems);
        Slots slots = new Slots(vocabulary.slots(FactType.ACCOUNT));
        writer.sound(asOf, "asOf");
        account.read(snapshot.account(), slots, writer, notices);
        contract.read(snapshot.contract(), slots, writer);
        Measured measured = signals.read(snapshot.signals(), slots, writer, notices);
        Map<FactType, List<Slots>> items = collections.read(snapshot, writer, notices);
        PolicyInput.check(snapshot, model, writer, notices);
        problems.throwIfAny();

        RenewalTerms terms = clock.terms(snapshot.contract(), asOf, notices);
        contract.write(terms, slots, writer);
        Facts facts = new Facts(snapshot.account().id(), asOf, slots, items);
        FactsRead read = new FactsRead(facts, terms, measured, notices);
        derived.derive(facts, measured, null, notices);
        return read;
    }

    /**
     * Returns the facts of a snapshot before any phase, derived signals among them.
     *
     * @throws InputException with every problem when a known field has a value it cannot have
     */
    public Facts facts(AccountSnapshot snapshot, LocalDate asOf) throws InputException {
        return read(snapshot, asOf).facts();
    }

    /** Returns whether a believable value of a signal was told, which wins over its derivation. */
    boolean isTold(SignalType signal, Measured measured) {
        return DerivedFacts.isTold(signal, measured);
    }

    /** Returns the signals that are computed from a signal, directly or not. */
    List<SignalType> dependents(SignalType signal) {
        return derived.dependents(signal);
    }

    /** Computes those derived signals again that depend on one that was given a value; all when none is named. */
    void derive(Facts facts, Measured measured, @Nullable SignalType given) {
        derived.derive(facts, measured, given, new Notices());
    }
}
