package io.shirube.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.evaluate.Derivations;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Contact;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.whatif.Goal;
import io.shirube.engine.whatif.WhatIf;
import io.shirube.engine.whatif.WhatIfAnswer;
import io.shirube.engine.whatif.WhatIfAnswer.Change;
import io.shirube.engine.whatif.WhatIfAnswer.ForGoal;
import io.shirube.engine.whatif.WhatIfAnswer.WayTo;
import io.shirube.engine.whatif.WhatIfRequest;
import io.shirube.io.generate.PortfolioGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every change that is said to bring something about is made by hand here and decided again, and every value around every constant
 * that rules compare a told signal with is tried, one signal at a time, by deciding with the evaluator: none reaches a goal that
 * is said to be out of reach, and none is smaller than what is said to be smallest.
 *
 * <p>{@code -Dshirube.whatif.accounts=1000} is the long run, {@code -Dshirube.seed} another draw.
 */
class WhatIfTruthTest {

    private static final int ACCOUNTS = Integer.getInteger("shirube.whatif.accounts", 12);
    private static final int PAIRED = Math.max(3, ACCOUNTS / 20);
    private static final long SEED = Long.getLong("shirube.seed", 5);
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final int MOST_WAYS = 10;
    private static final int SCANNED = 60;
    private static final int DRAWN = 400;

    private static Ruleset rules;
    private static Ruleset meaning;

    @BeforeAll
    static void load() throws Exception {
        rules = Objects.requireNonNull(
                Ruleset.load(RuleBundle.readFolder(Path.of("../../rules"))).ruleset());
        meaning = Ruleset.byMeaning(rules.model());
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private static List<AccountSnapshot> accounts(int count) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PortfolioGenerator(count, SEED, AS_OF).write(bytes, PortfolioFormat.NDJSON);
        List<AccountSnapshot> accounts = new ArrayList<>();
        try (EntrySource source = PortfolioFormat.NDJSON.open(
                new ByteArrayInputStream(bytes.toByteArray()),
                new SnapshotReader(ZoneId.of("Asia/Tokyo")),
                SignalTypes.of(rules.model().vocabulary()),
                null)) {
            for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
                accounts.add(entry.read().draft());
            }
        }
        return accounts;
    }

    /** What a decision comes to. */
    private record End(String touch, String band, Set<String> open) {
        static End of(Decision decision) {
            return new End(
                    decision.segment().touch(),
                    decision.health().band(),
                    decision.actions().stream().map(Decision.Action::type).collect(Collectors.toSet()));
        }

        boolean has(Goal goal) {
            boolean there = switch (goal.facet()) {
                case TOUCH -> touch.equals(goal.value());
                case BAND -> band.equals(goal.value());
                case ACTION -> open.contains(goal.value());
            };
            return goal.avoided() ? !there : there;
        }
    }

    private static AccountSnapshot changed(AccountSnapshot of, List<Change> changes) {
        Map<String, List<Measurement>> signals = new HashMap<>(of.signals());
        List<Ticket> tickets = of.tickets();
        List<Contact> contacts = of.contacts();
        for (Change change : changes) {
            String[] path = change.input().split("\\.", -1);
            if (path[0].equals("tickets")) {
                tickets = Objects.requireNonNull(tickets).stream()
                        .map(one -> change.input().equals("tickets." + one.id() + ".closedAt") ? closed(one) : one)
                        .toList();
            } else if (path[0].equals("contacts")) {
                contacts = Objects.requireNonNull(contacts).stream()
                        .map(one -> change.input().equals("contacts." + one.id() + ".lastContactAt") ? met(one) : one)
                        .toList();
            } else {
                // the one reading of the day, in the place of all others: nothing here rests on how a reading is added
                List<Measurement> before = signals.getOrDefault(change.input(), List.of());
                List<Measurement> all = new ArrayList<>(before);
                all.add(new Measurement(change.to(), AS_OF));
                signals.put(change.input(), all);
            }
        }
        return new AccountSnapshot(
                of.account(),
                of.contract(),
                signals,
                tickets,
                contacts,
                of.openActions(),
                of.outcomes(),
                of.touches(),
                of.evidence(),
                of.pin(),
                of.previous(),
                of.uplift());
    }

    private static Ticket closed(Ticket one) {
        return new Ticket(
                one.id(),
                one.severity(),
                one.openedAt(),
                AS_OF,
                one.reopened(),
                one.escalated(),
                one.kind(),
                one.cause(),
                one.waitingForCustomer());
    }

    private static Contact met(Contact one) {
        return new Contact(one.id(), one.role(), one.leftOn(), AS_OF, one.rating(), one.optedOut());
    }

    private static Decision decided(AccountSnapshot account, Ruleset by) {
        try {
            return new Decider().decide(account, AS_OF, by, RefereeMode.ALWAYS, Explain.NONE);
        } catch (InputException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** The numbers and flags that the caller told last, of signals that may be changed and are not too old. */
    private static Map<String, Object> told(AccountSnapshot account) {
        Map<String, Object> told = new TreeMap<>();
        for (SignalType signal : rules.model().vocabulary().signals()) {
            List<Measurement> readings =
                    account.signals().getOrDefault(signal.field().name(), List.of());
            if (!signal.changeable() || readings.isEmpty()) {
                continue;
            }
            Measurement last = readings.get(0);
            for (Measurement reading : readings) {
                LocalDate at = Objects.requireNonNullElse(reading.at(), AS_OF);
                if (!at.isAfter(AS_OF) && !at.isBefore(Objects.requireNonNullElse(last.at(), AS_OF))) {
                    last = reading;
                }
            }
            Integer stale = signal.staleDays();
            LocalDate at = Objects.requireNonNullElse(last.at(), AS_OF);
            boolean old = stale != null && at.isBefore(AS_OF.minusDays(stale));
            if (!old && !at.isAfter(AS_OF) && (last.value() instanceof Double || last.value() instanceof Boolean)) {
                told.put(signal.field().name(), last.value());
            }
        }
        return told;
    }

    /** Constants that rules compare the signal with, one step down, and one step up; for what others are computed from, a scan. */
    private static NavigableSet<Double> tries(SignalType signal, double now) {
        double step = signal.field().step();
        NavigableSet<Double> tries = new TreeSet<>();
        for (double constant : rules.evaluator().thresholds(signal.field())) {
            double beside = step > 0 ? step : 0.01;
            for (int i = -1; i <= 1; i++) {
                tries.add(Math.round((constant + i * beside) * 1e9) / 1e9);
            }
        }
        if (isSource(signal)) {
            double far = Math.max(10, Math.abs(now) * 3);
            for (int i = 0; i <= SCANNED; i++) {
                double value = far * i / SCANNED;
                tries.add(
                        step >= 1
                                ? Math.floor(value)
                                : step > 0 ? Math.round(value / step) * step : Math.round(value * 100) / 100.0);
            }
        }
        Double min = signal.field().min();
        Double max = signal.field().max();
        tries.removeIf(value -> value == now || (min != null && value < min) || (max != null && value > max));
        return tries;
    }

    /** Whether the values tried here are all there are on the grid: nothing else crosses a border while the signal moves. */
    private static boolean isExact(SignalType signal) {
        return !isSource(signal)
                && rules.evaluator().comparisonsOfFields().stream()
                        .flatMap(comparison -> Stream.of(comparison.left(), comparison.right()))
                        .noneMatch(term -> rules.evaluator().reads(term).contains(signal.field()));
    }

    private static boolean isSource(SignalType signal) {
        return rules.model().vocabulary().signals().stream()
                .map(SignalType::derivation)
                .filter(Objects::nonNull)
                .anyMatch(derivation -> Derivations.reads(derivation).contains(signal.field()));
    }

    /** What every value of every told signal comes to, tried by the evaluator alone. */
    private static Map<String, NavigableMap<Double, End>> tried(AccountSnapshot account) {
        Map<String, NavigableMap<Double, End>> all = new TreeMap<>();
        told(account).forEach((name, now) -> {
            SignalType signal = signal(name);
            NavigableMap<Double, End> ends = new TreeMap<>();
            if (now instanceof Boolean flag) {
                ends.put(flag ? 0.0 : 1.0, end(account, name, !flag));
            } else {
                for (double value : tries(signal, (Double) now)) {
                    ends.put(value, end(account, name, value));
                }
            }
            all.put(name, ends);
        });
        return all;
    }

    private static End end(AccountSnapshot account, String name, Object value) {
        return End.of(decided(
                changed(account, List.of(new Change(name, null, value, true, new Text("", "")))), meaning));
    }

    private static SignalType signal(String name) {
        return rules.model().vocabulary().signals().stream()
                .filter(one -> one.field().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every goal there is that the account does not have as it is. */
    private static List<Goal> goals(End now) {
        List<Goal> goals = new ArrayList<>();
        List.of("HIGH", "LOW", "TECH").forEach(touch -> goals.add(new Goal(Goal.Facet.TOUCH, touch, false)));
        List.of("RED", "YELLOW", "GREEN").forEach(band -> goals.add(new Goal(Goal.Facet.BAND, band, false)));
        rules.model().actions().forEach(type -> {
            goals.add(new Goal(Goal.Facet.ACTION, type.name(), false));
            goals.add(new Goal(Goal.Facet.ACTION, type.name(), true));
        });
        goals.removeIf(now::has);
        return goals;
    }

    @Test
    void everyChangeIsConfirmedByDecidingAgainAndNoSmallerSingleOneIsFound() throws Exception {
        WhatIf whatIf = new WhatIf(rules);
        long ways = 0;
        long goals = 0;
        long decisions = 0;
        for (AccountSnapshot account : accounts(ACCOUNTS)) {
            WhatIfAnswer answer =
                    whatIf.answer(new WhatIfRequest(account, AS_OF, List.of(), Map.of(), WhatIfRequest.USUAL_MOST));
            assertThat(answer.complete()).as(account.account().id()).isTrue();
            Map<Goal, ForGoal> answered = answer.goals().stream().collect(Collectors.toMap(ForGoal::goal, one -> one));
            Map<String, Object> told = told(account);
            Map<String, NavigableMap<Double, End>> tried = tried(account);
            decisions += tried.values().stream().mapToInt(Map::size).sum();
            for (Goal goal : goals(End.of(decided(account, meaning)))) {
                List<WayTo> said =
                        answered.containsKey(goal) ? answered.get(goal).ways() : List.of();
                String where = account.account().id() + " " + goal.written();
                for (WayTo way : said) {
                    assertThat(End.of(decided(changed(account, way.changes()), rules))
                                    .has(goal))
                            .as(where + " by " + way.changes())
                            .isTrue();
                }
                tried.forEach((name, ends) ->
                        noSmaller(where, name, Objects.requireNonNull(told.get(name)), ends, goal, said));
                ways += said.size();
                goals++;
            }
        }
        System.out.printf(
                "%d accounts, %d goals, %d single changes confirmed, %d tries found none smaller%n",
                ACCOUNTS, goals, ways, decisions);
        assertThat(ways).isPositive();
    }

    private static void noSmaller(
            String where, String name, Object told, NavigableMap<Double, End> ends, Goal goal, List<WayTo> said) {
        double now = told instanceof Boolean flag ? (flag ? 1 : 0) : (Double) told;
        WayTo own = said.stream()
                .filter(way -> way.changes().get(0).input().equals(name))
                .findFirst()
                .orElse(null);
        if (own == null) {
            List<Double> reaching = ends.entrySet().stream()
                    .filter(end -> end.getValue().has(goal))
                    .map(Map.Entry::getKey)
                    .toList();
            // because of more than ten ways only the ten smallest are told
            assertThat(said.size() >= MOST_WAYS || reaching.isEmpty())
                    .as(where + ": no way by " + name + ", but " + reaching)
                    .isTrue();
            if (isExact(signal(name))) {
                reaching.forEach(value -> assertThat(smallest(said))
                        .as(where + " by " + name + " = " + value)
                        .isLessThanOrEqualTo(steps(ends, now, value)));
            }
            return;
        }
        Object to = own.changes().get(0).to();
        if (to instanceof Double number) {
            NavigableMap<Double, End> nearer =
                    number > now ? ends.subMap(now, false, number, false) : ends.subMap(number, false, now, false);
            nearer.forEach((value, end) -> assertThat(end.has(goal))
                    .as(where + " by " + name + " = " + value + ", nearer than " + number)
                    .isFalse());
            if (isExact(signal(name))) {
                ends.forEach((value, end) -> assertThat(!end.has(goal) || steps(ends, now, value) >= own.steps())
                        .as(where + " by " + name + " = " + value + " in fewer steps than " + own.changes())
                        .isTrue());
            }
        }
    }

    private static int smallest(List<WayTo> said) {
        return said.stream().mapToInt(WayTo::steps).min().orElse(Integer.MAX_VALUE);
    }

    /** How many tried values lie on the way. */
    private static int steps(NavigableMap<Double, End> ends, double now, double to) {
        return to > now
                ? ends.subMap(now, false, to, true).size()
                : ends.subMap(to, true, now, false).size();
    }

    @Test
    void everyPairIsConfirmedAndNeitherHalfIsEnoughAndNonePassesUnseen() throws Exception {
        WhatIf whatIf = new WhatIf(rules);
        SplittableRandom random = new SplittableRandom(SEED);
        long pairs = 0;
        long none = 0;
        long drawn = 0;
        for (AccountSnapshot account : accounts(PAIRED)) {
            End now = End.of(decided(account, meaning));
            List<Goal> goals = goals(now);
            for (int i = 0; i < 4; i++) {
                Goal goal = goals.get(i == 0 ? random.nextInt(5) % goals.size() : random.nextInt(goals.size()));
                ForGoal answer = whatIf.answer(
                                new WhatIfRequest(account, AS_OF, List.of(goal), Map.of(), WhatIfRequest.USUAL_MOST))
                        .goals()
                        .get(0);
                String where = account.account().id() + " " + goal.written();
                if (answer.searched() == 2 && !answer.ways().isEmpty()) {
                    for (WayTo way : answer.ways()) {
                        pairs++;
                        assertThat(way.changes()).as(where).hasSize(2);
                        assertThat(End.of(decided(changed(account, way.changes()), rules))
                                        .has(goal))
                                .as(where + " by " + way.changes())
                                .isTrue();
                        way.changes()
                                .forEach(half -> assertThat(End.of(decided(changed(account, List.of(half)), meaning))
                                                .has(goal))
                                        .as(where + " by " + half)
                                        .isFalse());
                    }
                } else if (answer.searched() == 2) {
                    none++;
                    drawn += noneOfTheDrawn(account, goal, random, where);
                }
            }
        }
        System.out.printf("%d pairs confirmed, %d times none within two, %d drawn pairs tried%n", pairs, none, drawn);
    }

    private static int noneOfTheDrawn(AccountSnapshot account, Goal goal, SplittableRandom random, String where) {
        List<Change> changes = new ArrayList<>();
        told(account).forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                changes.add(new Change(name, flag, !flag, true, new Text("", "")));
            } else {
                tries(signal(name), (Double) value)
                        .forEach(to -> changes.add(new Change(name, value, to, true, new Text("", ""))));
            }
        });
        if (changes.size() < 2) {
            return 0;
        }
        for (int i = 0; i < DRAWN; i++) {
            Change one = changes.get(random.nextInt(changes.size()));
            Change other = changes.get(random.nextInt(changes.size()));
            if (!one.input().equals(other.input())) {
                List<Change> both = List.of(one, other);
                assertThat(End.of(decided(changed(account, both), meaning)).has(goal))
                        .as(where + " by " + both)
                        .isFalse();
            }
        }
        return DRAWN;
    }
}
