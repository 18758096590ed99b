package io.shirube.engine.simulate;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which edits can touch an account at all, so that fewer subsets need to be tried. Safe for use by many threads.
 *
 * <p>An edit is left out only where that is certain for every subset of the others: a rule that reads nothing an edit could
 * change fires with any subset as it does now, so if neither of its versions fires, it never does; a row with a false cell
 * that no edit changes never hits; two versions of a cell that come to the same are the same. All else may count.
 */
final class Relevance {

    private final List<Probe> probes;
    private final Traced before;
    private final Traced after;
    private final Decider decider;

    /** The first phase whose conclusions may differ, or null when none may. */
    private final @Nullable Phase varies;

    private final boolean anywhere;

    Relevance(List<Edit> edits, Ruleset before, Ruleset after, Decider decider) {
        this.probes = Probes.of(edits, before.model(), after.model());
        this.before = new Traced(before, probes, true);
        this.after = new Traced(after, probes, false);
        this.decider = decider;
        this.anywhere = probes.stream().anyMatch(Probe.Anywhere.class::isInstance);
        this.varies = probes.stream()
                .flatMap(Relevance::units)
                .filter(unit -> consequences(unit).anyMatch(Consequence.Assign.class::isInstance))
                .map(RuleUnit::phase)
                .min(Phase::compareTo)
                .orElse(null);
    }

    private static Stream<RuleUnit> units(Probe probe) {
        if (probe instanceof Probe.OfRule rule) {
            return Stream.concat(Stream.ofNullable(rule.before()), Stream.ofNullable(rule.after()));
        }
        return probe instanceof Probe.OfRow row
                ? Stream.concat(Stream.ofNullable(row.before()), Stream.ofNullable(row.after()))
                : Stream.empty();
    }

    private static Stream<Consequence> consequences(RuleUnit unit) {
        return unit instanceof Rule rule
                ? rule.consequences().stream()
                : ((Table) unit).rows().stream().flatMap(row -> row.consequences().stream());
    }

    /** Returns the numbers of the edits that can touch the account. */
    BitSet of(AccountSnapshot snapshot, LocalDate asOf) throws InputException {
        Trace was = before.decide(snapshot, asOf, decider);
        Trace is = after.decide(snapshot, asOf, decider);
        AccountSnapshot.Previous previous = snapshot.previous();
        boolean triesOtherSizes = previous != null && previous.touch() != null;
        BitSet relevant = new BitSet();
        for (int i = 0; i < probes.size(); i++) {
            relevant.set(i, counts(i, was, is, triesOtherSizes));
        }
        return relevant;
    }

    private boolean counts(int edit, Trace was, Trace is, boolean triesOtherSizes) {
        Probe probe = probes.get(edit);
        if (probe instanceof Probe.Nothing) {
            return false;
        }
        if (anywhere || probe instanceof Probe.Anywhere) {
            return true;
        }
        Phase phase = probe instanceof Probe.OfRule rule ? rule.phase() : ((Probe.OfRow) probe).phase();
        // because the touch is also tried with other sizes, of which nothing is traced
        if (triesOtherSizes && phase.compareTo(Phase.SEGMENT) <= 0) {
            return true;
        }
        return probe instanceof Probe.OfRule rule
                ? ruleCounts(rule, was, is)
                : rowCounts((Probe.OfRow) probe, was.cells(edit), is.cells(edit));
    }

    private boolean ruleCounts(Probe.OfRule rule, Trace was, Trace is) {
        RuleUnit from = rule.before();
        RuleUnit to = rule.after();
        boolean silent = (from == null || (!was.fired(from) && isSettled(before.reads(from))))
                && (to == null || (!is.fired(to) && isSettled(after.reads(to))));
        return !silent || (rule.phase() == Phase.HEALTH && shapeDiffers(from, to));
    }

    /** What applies to an account rests on which fields the rules of a dimension read, fired or not. */
    private boolean shapeDiffers(@Nullable RuleUnit from, @Nullable RuleUnit to) {
        return from == null
                || to == null
                || !names(before.reads(from)).equals(names(after.reads(to)))
                || !targets(from).equals(targets(to));
    }

    private boolean rowCounts(Probe.OfRow row, List<Verdict> was, List<Verdict> is) {
        Table table = row.before() != null ? row.before() : row.after();
        List<Verdict> verdicts = row.before() != null ? was : is;
        if (table == null
                || verdicts.size() != table.columns().size()
                || (row.phase() == Phase.HEALTH && rowShapeMayDiffer(row))) {
            return true;
        }
        int edited = -1;
        for (int i = 0; i < table.columns().size(); i++) {
            boolean settled = isSettled(table.columns().get(i).field());
            int column = table.columns().get(i).position().column();
            if (settled && !row.edited().contains(column) && verdicts.get(i) == Verdict.FALSE) {
                return false;
            }
            edited = settled && column == row.column() ? i : edited;
        }
        return edited < 0 || was.get(edited) != is.get(edited);
    }

    private static boolean rowShapeMayDiffer(Probe.OfRow row) {
        if (row.before() == null || row.after() == null) {
            return true;
        }
        for (int i = 0; i < row.before().columns().size(); i++) {
            if (row.before().columns().get(i).position().column() == row.column()) {
                return row.before().rows().get(row.rowBefore()).cells().get(i).isAny()
                        || row.after().rows().get(row.rowAfter()).cells().get(i).isAny();
            }
        }
        return true;
    }

    private boolean isSettled(Set<Field> fields) {
        return fields.stream().allMatch(this::isSettled);
    }

    private boolean isSettled(Field field) {
        Phase concluded = field.concludedIn();
        return varies == null || concluded == null || concluded.compareTo(varies) < 0;
    }

    private static Set<String> names(Set<Field> fields) {
        return fields.stream().map(Field::qualifiedName).collect(Collectors.toSet());
    }

    private static Set<String> targets(RuleUnit unit) {
        return consequences(unit)
                .filter(Consequence.Assign.class::isInstance)
                .map(assign -> ((Consequence.Assign) assign).target().qualifiedName())
                .collect(Collectors.toSet());
    }
}
