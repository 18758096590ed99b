package io.shirube.engine.whatif;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Account;
import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs that can be asked about: signals, attributes, and the figures of account and contract. Immutable. */
final class Inputs {

    private static final Contract NO_CONTRACT =
            new Contract(null, null, null, null, null, null, null, null, null, null, null, null);

    private final Map<String, Input> byName = new LinkedHashMap<>();
    private final List<String> texts;

    Inputs(RuleModel model) {
        Vocabulary vocabulary = model.vocabulary();
        this.texts = model.texts();
        account(vocabulary, "employees", (account, value) -> account(account, value, account.groupEmployees()));
        account(vocabulary, "groupEmployees", (account, value) -> account(account, account.employees(), value));
        contract(vocabulary, "arr", (contract, value) -> contract(contract, value, contract.mrr()));
        contract(vocabulary, "mrr", (contract, value) -> contract(contract, contract.arr(), value));
        for (SignalType signal : vocabulary.signals()) {
            String name = signal.field().name();
            boolean attribute = signal.field().owner() == FactType.ACCOUNT;
            add(Input.ofAccount(
                    attribute ? "account.attributes." + name : name,
                    signal.field(),
                    signal,
                    texts,
                    attribute
                            ? (snapshot, value, asOf) -> withAttribute(snapshot, name, value)
                            : (snapshot, value, asOf) -> withReading(snapshot, name, value, asOf)));
        }
    }

    /** Changes a figure of the account. */
    private interface OfAccount {
        Account with(Account account, @Nullable Double value);
    }

    /** Changes a figure of the contract. */
    private interface OfContract {
        Contract with(Contract contract, @Nullable Double value);
    }

    private void add(Input input) {
        byName.put(input.name(), input);
    }

    private void account(Vocabulary vocabulary, String name, OfAccount change) {
        add(Input.ofAccount(
                "account." + name,
                vocabulary.required(FactType.ACCOUNT, name),
                null,
                texts,
                (snapshot, value, asOf) -> with(snapshot, change.with(snapshot.account(), (Double) value))));
    }

    private void contract(Vocabulary vocabulary, String name, OfContract change) {
        add(Input.ofAccount(
                "contract." + name,
                vocabulary.required(FactType.CONTRACT, name),
                null,
                texts,
                (snapshot, value, asOf) -> {
                    Contract contract = snapshot.contract();
                    return with(snapshot, change.with(contract == null ? NO_CONTRACT : contract, (Double) value));
                }));
    }

    /** Returns every input: those of account and contract, then the catalogue's in its order. */
    List<Input> all() {
        return new ArrayList<>(byName.values());
    }

    /** Returns the input of a name as callers write it, or null. */
    @Nullable
    Input named(String name) {
        Input exact = byName.get(name);
        Input signal = exact == null ? byName.get(strip(name, "signals.")) : exact;
        return signal == null ? byName.get("account.attributes." + name) : signal;
    }

    private static String strip(String name, String prefix) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    List<String> names() {
        return new ArrayList<>(byName.keySet());
    }

    private static AccountSnapshot withReading(
            AccountSnapshot snapshot, String name, @Nullable Object value, LocalDate asOf) {
        Map<String, List<Measurement>> signals = new LinkedHashMap<>(snapshot.signals());
        List<Measurement> readings = new ArrayList<>(signals.getOrDefault(name, List.of()));
        readings.add(new Measurement(value, asOf));
        signals.put(name, readings);
        return new Snapshots(snapshot).with(signals);
    }

    private static AccountSnapshot withAttribute(AccountSnapshot snapshot, String name, @Nullable Object value) {
        Account account = snapshot.account();
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(account.attributes());
        attributes.put(name, value);
        return with(
                snapshot,
                new Account(
                        account.id(),
                        account.name(),
                        account.employees(),
                        account.groupEmployees(),
                        account.industry(),
                        account.stage(),
                        attributes,
                        account.parentId(),
                        account.onboardingCompletedOn()));
    }

    private static Account account(Account account, @Nullable Double employees, @Nullable Double groupEmployees) {
        return new Account(
                account.id(),
                account.name(),
                employees,
                groupEmployees,
                account.industry(),
                account.stage(),
                account.attributes(),
                account.parentId(),
                account.onboardingCompletedOn());
    }

    private static Contract contract(Contract contract, @Nullable Double arr, @Nullable Double mrr) {
        return new Contract(
                contract.start(),
                contract.end(),
                contract.noticeRule(),
                contract.noticeReceivedOn(),
                contract.budgetSubmissionDate(),
                contract.autoRenew(),
                contract.termMonths(),
                arr,
                mrr,
                contract.currency(),
                contract.plan(),
                contract.products());
    }

    private static AccountSnapshot with(AccountSnapshot snapshot, Account account) {
        return new Snapshots(snapshot).with(account);
    }

    private static AccountSnapshot with(AccountSnapshot snapshot, Contract contract) {
        return new Snapshots(snapshot).with(contract);
    }
}
