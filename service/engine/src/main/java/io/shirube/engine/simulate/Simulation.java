package io.shirube.engine.simulate;

import io.shirube.engine.ProgramVersion;
import io.shirube.engine.simulate.SimulationReport.EditEffect;
import io.shirube.engine.simulate.SimulationReport.RoleRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds up what accounts come to by two rulesets. Keeps sums and the largest movers, so that what it holds does not grow with the
 * portfolio; given the accounts in the same order, it comes to the same report. Used by one thread.
 */
public final class Simulation {

    private static final Comparator<Compared> SMALLEST =
            Comparator.comparingLong(Compared::money).thenComparing(Compared::accountId, Comparator.reverseOrder());

    private final String baseline;
    private final String candidate;
    private final LocalDate asOf;
    private final List<Edit> edits;
    private final long[] movers;
    private final long[] alone;
    private final long[] arr;
    private final Migration touches = new Migration(List.of("HIGH", "LOW", "TECH"));
    private final Migration stages =
            new Migration(List.of("ORDER", "CONTRACT", "ONBOARDING", "ADOPTION", "RENEWAL", "LAPSED"));
    private final Migration bands = new Migration(List.of("GREEN", "YELLOW", "RED", "UNKNOWN"));
    private final ActionMoves actions = new ActionMoves();
    private final CalibrationTally calibration = new CalibrationTally();
    private final ChangeTally changes = new ChangeTally();
    private final RenewalTally renewals = new RenewalTally();
    private final Contacts contacts = new Contacts();
    private final Groups owners = new Groups();
    private final Groups teams = new Groups();
    private final Staffing staffing;
    private final RoleLoad loadBefore;
    private final RoleLoad loadAfter;
    private final PriorityQueue<Compared> largest = new PriorityQueue<>(SMALLEST);
    private Sums all = Sums.NONE;
    private Sums unmoved = Sums.NONE;
    private long errors;
    private long unexplained;

    /**
     * @param baseline revision of the rules that decide now
     * @param candidate revision of the rules that would
     */
    public Simulation(String baseline, String candidate, LocalDate asOf, List<Edit> edits, Staffing staffing) {
        this.staffing = staffing;
        this.loadBefore = new RoleLoad(staffing);
        this.loadAfter = new RoleLoad(staffing);
        this.baseline = baseline;
        this.candidate = candidate;
        this.asOf = asOf;
        this.edits = List.copyOf(edits);
        this.movers = new long[edits.size()];
        this.alone = new long[edits.size()];
        this.arr = new long[edits.size()];
    }

    /** Takes an account that could not be decided on. */
    public void addError() {
        errors++;
    }

    /** Takes an account. */
    public void add(Compared account) {
        Outcome before = account.before().outcome();
        Outcome after = account.after().outcome();
        all = all.plus(account);
        touches.add(before.touch(), after.touch(), account);
        stages.add(before.stage(), after.stage(), account);
        bands.add(before.band(), after.band(), account);
        actions.add(account);
        calibration.add(account);
        changes.add(account);
        renewals.add(account);
        contacts.add(account);
        owners.add(account.owner(), account);
        teams.add(account.team(), account);
        load(account);
        if (account.mover().isEmpty()) {
            unmoved = unmoved.plus(account);
            return;
        }
        blame(account, account.mover().get().blame());
        largest.add(account);
        if (largest.size() > SimulationReport.MOST_NAMED) {
            largest.remove();
        }
    }

    private void load(Compared account) {
        LocalDate until = asOf.plusWeeks(staffing.weeks());
        boolean stays = account.mover().isEmpty();
        loadBefore.add(
                account.before(), account.money(), stays, work -> work.dueOn().isBefore(until));
        loadAfter.add(
                account.after(), account.money(), stays, work -> work.dueOn().isBefore(until));
    }

    private List<RoleRow> roles() {
        Set<String> names = new TreeSet<>(loadBefore.roles());
        names.addAll(loadAfter.roles());
        return names.stream()
                .map(role -> new RoleRow(role, staffing.milli(role), loadBefore.load(role), loadAfter.load(role)))
                .toList();
    }

    private void blame(Compared account, Blame blame) {
        unexplained += blame.sets().isEmpty() ? 1 : 0;
        Set<Integer> named = new TreeSet<>();
        for (Set<Integer> set : blame.sets()) {
            named.addAll(set);
            if (set.size() == 1) {
                set.forEach(edit -> alone[edit]++);
            }
        }
        for (int edit : named) {
            movers[edit]++;
            arr[edit] += account.money();
        }
    }

    /** Returns the sums so far. */
    public SimulationReport report() {
        List<EditEffect> effects = new ArrayList<>();
        for (Edit edit : edits) {
            int number = edit.number();
            effects.add(new EditEffect(edit, movers[number], alone[number], arr[number]));
        }
        return new SimulationReport(
                baseline,
                candidate,
                asOf,
                ProgramVersion.current(),
                errors,
                all,
                unmoved,
                effects,
                unexplained,
                touches.cells(),
                stages.cells(),
                bands.cells(),
                actions.rows(),
                calibration.calibration(),
                changes.changed(),
                renewals.rows(),
                staffing.personMilli(),
                staffing.weeks(),
                roles(),
                contacts.rows(),
                owners.groups(),
                teams.groups(),
                largest.stream().sorted(SMALLEST.reversed()).toList());
    }
}
