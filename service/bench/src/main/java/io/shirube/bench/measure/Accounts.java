package io.shirube.bench.measure;

import io.shirube.bench.accounts.Book;
import io.shirube.bench.accounts.PhaseFacts;
import io.shirube.bench.accounts.TableBook;
import io.shirube.bench.subject.FrozenRules;
import io.shirube.bench.subject.GeneratedTable;
import io.shirube.bench.subject.Subjects;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of one name, accounts to decide by them, and the facts that the timed phase sees of these.
 *
 * @param phase the phase that is timed by itself
 */
record Accounts(Ruleset ruleset, Phase phase, List<AccountSnapshot> snapshots, List<Facts> facts) {

    /** The frozen rules. */
    static final String FROZEN = "frozen";

    /** The rules in the folder {@code rules} of the program's home. */
    static final String SHIPPED = "shipped";

    /** The system property that tells the program's home. */
    static final String HOME = "shirube.home";

    /** How many accounts go round; a power of two. */
    static final int COUNT = 1024;

    // because a quick run measures everything in one program and would load the same again and again
    private static final Map<String, Accounts> LOADED = new ConcurrentHashMap<>();

    /** @param name {@link #FROZEN}, {@link #SHIPPED} or the number of rows of a generated table */
    static Accounts of(String name) {
        return LOADED.computeIfAbsent(name, Accounts::load);
    }

    private static Accounts load(String name) {
        Ruleset ruleset = Subjects.load(bundle(name));
        boolean rules = name.equals(FROZEN) || name.equals(SHIPPED);
        Phase phase = rules ? Phase.ACTIONS : Phase.SEGMENT;
        List<AccountSnapshot> snapshots = rules
                ? Book.generated(COUNT)
                : TableBook.generated(
                        COUNT, GeneratedTable.ofRows(Integer.parseInt(name)).industries());
        PhaseFacts before = new PhaseFacts(ruleset);
        List<Facts> facts = snapshots.stream()
                .map(snapshot -> facts(before, phase, snapshot))
                .toList();
        return new Accounts(ruleset, phase, snapshots, facts);
    }

    private static Facts facts(PhaseFacts before, Phase phase, AccountSnapshot snapshot) {
        try {
            return before.before(phase, snapshot, Book.AS_OF);
        } catch (InputException e) {
            throw new IllegalStateException("an invented account is refused: " + e.problems(), e);
        }
    }

    static RuleBundle bundle(String name) {
        return switch (name) {
            case FROZEN -> FrozenRules.bundle();
            case SHIPPED -> shipped();
            default -> GeneratedTable.ofRows(Integer.parseInt(name)).bundle();
        };
    }

    private static RuleBundle shipped() {
        try {
            return RuleBundle.readFolder(Path.of(System.getProperty(HOME, "."), "rules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
