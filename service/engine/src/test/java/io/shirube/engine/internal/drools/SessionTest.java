package io.shirube.engine.internal.drools;

import static io.shirube.engine.internal.drools.Sketch.ORIGIN;
import static io.shirube.engine.internal.drools.Sketch.account;
import static io.shirube.engine.internal.drools.Sketch.allOf;
import static io.shirube.engine.internal.drools.Sketch.both;
import static io.shirube.engine.internal.drools.Sketch.compare;
import static io.shirube.engine.internal.drools.Sketch.contact;
import static io.shirube.engine.internal.drools.Sketch.either;
import static io.shirube.engine.internal.drools.Sketch.exists;
import static io.shirube.engine.internal.drools.Sketch.facts;
import static io.shirube.engine.internal.drools.Sketch.notExists;
import static io.shirube.engine.internal.drools.Sketch.slot;
import static io.shirube.engine.internal.drools.Sketch.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Condition.Kind;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Reused sessions: nothing of one account reaches the next, whatever happens and however many threads there are. */
class SessionTest {

    private static final String[] STATES = {"?", "-", "0", "1", "2", "3"};

    /** Rules that a reused session is known to get wrong when they do not begin with the account's own fact. */
    private static RuleModel model() {
        Condition.Function count = new Condition.Function(0, Kind.COUNT, null, ORIGIN);
        Condition.Function sum = new Condition.Function(1, Kind.SUM, slot(0, "x"), ORIGIN);
        Condition[] conditions = {
            notExists(ticket(0, compare(slot(0, "x"), Comparison.GT, 1))),
            new Condition.Accumulate(
                    ticket(0, compare(slot(0, "y"), Comparison.GT, 0)),
                    List.of(count, sum),
                    List.of(
                            compare(new Term.OfResult(0, ORIGIN), Comparison.LE, 1),
                            compare(new Term.OfResult(1, ORIGIN), Comparison.GE, 1)),
                    ORIGIN),
            either(
                    account(compare(slot("x"), Comparison.GT, 1)),
                    exists(ticket(0, compare(slot(0, "y"), Comparison.EQ, 1)))),
            exists(contact(0, compare(slot(0, "x"), Comparison.EQ, 1))),
            both(
                    ticket(0, allOf()),
                    notExists(both(
                            ticket(1, compare(slot(1, "x"), Comparison.GT, slot(0, "x"))),
                            contact(2, compare(slot(2, "y"), Comparison.EQ, slot("y")))))),
            both(
                    notExists(contact(0, compare(slot(0, "x"), Comparison.GE, 2))),
                    account(compare(slot("y"), Comparison.NE, 2)),
                    ticket(1, compare(slot(1, "z"), Comparison.LE, slot("z"))))
        };
        List<RuleUnit> units = new ArrayList<>();
        for (Condition condition : conditions) {
            units.add(Sketch.rule(units.size(), 2, condition));
        }
        Table.Cell[][] rows = {
            {new Table.Cell(List.of(new Table.Value(1)), false, ORIGIN)},
            {new Table.Cell(List.of(new Table.Range(1, true, 3, true)), false, ORIGIN)},
            {new Table.Cell(List.of(), false, ORIGIN)}
        };
        units.add(Sketch.table(units.size(), Table.Hit.FIRST, List.of("x"), rows));
        units.add(Sketch.table(units.size(), Table.Hit.COLLECT, List.of("y"), rows));
        return Sketch.model(units);
    }

    private static List<Facts> accounts(int number) {
        Random random = new Random(20261120);
        List<Facts> accounts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            accounts.add(facts(item(random), items(random), items(random)));
        }
        return accounts;
    }

    @SuppressWarnings("NullAway") // because null is an untold collection
    private static List<String> items(Random random) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(item(random));
        }
        return items;
    }

    private static String item(Random random) {
        return "x=" + STATES[random.nextInt(6)] + " y=" + STATES[random.nextInt(6)] + " z=" + STATES[random.nextInt(6)];
    }

    @Test
    void aReusedSessionDecidesLikeAFreshOne() throws LoweringException {
        List<Facts> accounts = accounts(1000);
        try (LoweredRules reused = LoweredRules.compile(model())) {
            List<List<Firing>> first = new ArrayList<>();
            int fired = 0;
            for (Facts facts : accounts) {
                List<Firing> firings = reused.fire(Phase.ACTIONS, facts);
                first.add(firings);
                fired += firings.size();
                assertThat(reused.fireInFreshSession(Phase.ACTIONS, facts)).isEqualTo(firings);
            }
            assertThat(fired).isGreaterThan(2000);
            for (int i = 0; i < 10; i++) {
                try (LoweredRules fresh = LoweredRules.compile(model())) {
                    assertThat(fresh.fire(Phase.ACTIONS, accounts.get(i))).isEqualTo(first.get(i));
                }
            }
        }
    }

    @Test
    void anExceptionPoisonsOnlyItsOwnSession() throws LoweringException {
        List<Facts> accounts = accounts(50);
        try (LoweredRules rules = LoweredRules.compile(model())) {
            List<List<Firing>> before = accounts.stream()
                    .map(facts -> rules.fire(Phase.ACTIONS, facts))
                    .toList();
            for (int i = 0; i < accounts.size(); i++) {
                Facts broken = new Facts(
                        "A",
                        Sketch.DAY,
                        Sketch.slots("x=2"),
                        Map.of(FactType.TICKET, List.of(Sketch.slots("x=9"), new Slots(0))));
                assertThatThrownBy(() -> rules.fire(Phase.ACTIONS, broken)).isNotNull();
                assertThat(rules.fire(Phase.ACTIONS, accounts.get(i))).isEqualTo(before.get(i));
            }
        }
    }

    @Test
    void tooManyFiringsAreRefusedAndDoNotLeak() throws LoweringException {
        RuleModel model = Sketch.model(both(ticket(0, allOf()), ticket(1, allOf()), ticket(2, allOf())));
        String[] many = Collections.nCopies(60, "x=1").toArray(String[]::new);
        try (LoweredRules rules = LoweredRules.compile(model)) {
            assertThatIllegalStateException().isThrownBy(() -> rules.fire(Phase.ACTIONS, facts("", many)));
            assertThat(rules.fire(Phase.ACTIONS, facts("", "x=1", "x=2"))).hasSize(8);
        }
    }

    @Test
    void fourThreadsDecideAsOneDoes() throws Exception {
        List<Facts> accounts = accounts(500);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (LoweredRules rules = LoweredRules.compile(model())) {
            List<List<Firing>> alone = accounts.stream()
                    .map(facts -> rules.fire(Phase.ACTIONS, facts))
                    .toList();
            Callable<List<List<Firing>>> task = () -> accounts.stream()
                    .map(facts -> rules.fire(Phase.ACTIONS, facts))
                    .toList();
            for (Future<List<List<Firing>>> result : threads.invokeAll(Collections.nCopies(8, task))) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closedRulesFireNoMore() throws LoweringException {
        LoweredRules rules = LoweredRules.compile(model());
        rules.fire(Phase.ACTIONS, facts("x=1"));
        rules.close();
        rules.close();
        assertThatIllegalStateException().isThrownBy(() -> rules.fire(Phase.ACTIONS, facts("x=1")));
    }

    @Test
    void fiftyReloadsLeaveNoClassesBehind() throws LoweringException {
        RuleModel model = Sketch.model(both(
                ticket(0, compare(slot(0, "x"), Comparison.GT, 1)), account(compare(slot("x"), Comparison.EQ, 1))));
        long loadedAfterTen = 0;
        for (int i = 0; i < 50; i++) {
            try (LoweredRules rules = LoweredRules.compile(model)) {
                assertThat(rules.fire(Phase.ACTIONS, facts("x=1", "x=2"))).hasSize(1);
            }
            if (i == 9) {
                loadedAfterTen = classesAfterCollection();
            }
        }
        assertThat(classesAfterCollection()).isLessThan(loadedAfterTen + 300);
    }

    private static long classesAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
