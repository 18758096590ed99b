package io.shirube.engine.simulate;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Account;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.rules.RuleBundle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Accounts around the constants of {@link SmallFolder}, and what rules come to for them. */
final class Customers {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static final int[] EMPLOYEES = {10, 29, 30, 45, 60, 80, 99, 100, 105, 150};
    private static final int[] SEATS = {10, 20, 40, 49, 50, 120, 200, 499, 500, 510};
    private static final double[] USE = {0.1, 0.35, 0.4, 0.55, 0.7, 0.82, 0.88, 0.9, 0.96, 0.99};

    private Customers() {}

    static AccountSnapshot of(String id, double employees, double seats, double use, @Nullable Previous previous) {
        Map<String, List<Measurement>> signals = Map.of(
                "licensedSeats", List.of(new Measurement(seats, AS_OF)),
                "seatUtilisation", List.of(new Measurement(use, AS_OF)));
        Account account = new Account(id, null, employees, null, null, null, Map.of(), null, null);
        return new AccountSnapshot(
                account, null, signals, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), null,
                previous);
    }

    /** Returns so many accounts; half of them had a touch before. */
    static List<AccountSnapshot> some(long seed, int accounts) {
        Random random = new Random(seed);
        List<String> touches = List.of("HIGH", "LOW", "TECH");
        List<AccountSnapshot> some = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            Previous previous = random.nextBoolean()
                    ? null
                    : new Previous(touches.get(random.nextInt(3)), AS_OF.minusDays(200), null, null);
            some.add(of(
                    "C-" + i,
                    EMPLOYEES[random.nextInt(EMPLOYEES.length)],
                    SEATS[random.nextInt(SEATS.length)],
                    USE[random.nextInt(USE.length)],
                    previous));
        }
        return some;
    }

    /** Returns the rules of a folder, or nothing when it cannot be read. */
    static Optional<Ruleset> rules(RuleBundle bundle) {
        ReadResult read = RulesetReader.read(bundle);
        return Optional.ofNullable(read.model()).map(Ruleset::byMeaning);
    }

    static Outcome outcome(AccountSnapshot account, Ruleset rules) {
        try {
            return Outcome.of(new Decider().decide(account, AS_OF, rules, RefereeMode.NEVER, Explain.NONE));
        } catch (InputException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }
}
