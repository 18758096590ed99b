package io.shirube.engine.insight;

import io.shirube.engine.authoring.check.ReviewDates;
import io.shirube.engine.insight.InsightReport.Sign;
import io.shirube.engine.insight.InsightReport.Vital;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts how often rules speak, and what comes of it. */
final class VitalSigns {

    /** Fewer accounts, or outcomes of an action, say nothing about a rule. */
    static final int LEAST_ACCOUNTS = 30;

    static final int LEAST_OUTCOMES = 10;

    private static final String DISMISSED = "DISMISSED";

    private final RuleModel model;
    private final LocalDate asOf;
    private final long[] fired;
    private final long[] proposed;
    private final long[] held;
    private final BitSet[] rows;
    private final Map<String, long[]> outcomes = new HashMap<>();
    private long accounts;

    VitalSigns(RuleModel model, LocalDate asOf) {
        int units = model.units().size();
        this.model = model;
        this.asOf = asOf;
        this.fired = new long[units];
        this.proposed = new long[units];
        this.held = new long[units];
        this.rows = new BitSet[units];
        for (int i = 0; i < units; i++) {
            rows[i] = new BitSet();
        }
    }

    /**
     * Takes an account.
     *
     * @param firings by phase
     */
    void add(AccountSnapshot snapshot, Decision decision, Map<Phase, List<Firing>> firings) {
        accounts++;
        Set<Integer> spoke = new HashSet<>();
        for (List<Firing> ofPhase : firings.values()) {
            for (Firing firing : ofPhase) {
                spoke.add(firing.unit());
                if (firing.row() >= 0) {
                    rows[firing.unit()].set(firing.row());
                }
            }
        }
        Set<String> barred =
                decision.suppressed().stream().map(Decision.Suppressed::type).collect(Collectors.toSet());
        decision.actions().forEach(action -> barred.remove(action.type()));
        for (int unit : spoke) {
            fired[unit]++;
            if (model.units().get(unit) instanceof Rule rule) {
                Set<String> types = Obstacles.proposes(rule);
                proposed[unit] += types.isEmpty() ? 0 : 1;
                held[unit] += !types.isEmpty() && barred.containsAll(types) ? 1 : 0;
            }
        }
        addOutcomes(snapshot);
    }

    private void addOutcomes(AccountSnapshot snapshot) {
        List<AccountSnapshot.Outcome> told = snapshot.outcomes();
        if (told == null) {
            return;
        }
        LocalDate since = asOf.minusYears(1);
        for (AccountSnapshot.Outcome outcome : told) {
            LocalDate on = outcome.on();
            if (on != null && !on.isBefore(since) && !on.isAfter(asOf) && outcome.result() != null) {
                long[] counted = outcomes.computeIfAbsent(outcome.type(), type -> new long[2]);
                counted[0] += outcome.result().equals(DISMISSED) ? 1 : 0;
                counted[1]++;
            }
        }
    }

    List<Vital> vitals() {
        List<Vital> vitals = new ArrayList<>();
        Map<String, Finding> overdue = new TreeMap<>();
        ReviewDates.overdue(model, asOf)
                .forEach(finding -> overdue.put(finding.at().toString(), finding));
        for (RuleUnit unit : model.units()) {
            if (accounts >= LEAST_ACCOUNTS) {
                addFired(unit, vitals);
            }
            if (unit instanceof Rule rule) {
                addDismissed(rule, vitals);
            }
            Finding finding = overdue.get(unit.position().toString());
            if (finding != null) {
                vitals.add(new Vital(
                        Sign.REVIEW_OVERDUE,
                        unit.name(),
                        unit.position(),
                        1,
                        1,
                        new Text(finding.what("ja"), finding.what("en"))));
            }
        }
        return vitals;
    }

    private void addFired(RuleUnit unit, List<Vital> vitals) {
        long times = fired[unit.number()];
        LocalDate from = unit.from();
        LocalDate until = unit.until();
        boolean mayFire = (from == null || !asOf.isBefore(from)) && (until == null || !asOf.isAfter(until));
        if (times == 0 && mayFire) {
            vitals.add(vital(
                    Sign.NEVER,
                    unit,
                    0,
                    accounts,
                    accounts + "社のどれにも当てはまりません。",
                    "It fits none of " + accounts + " accounts."));
        } else if (times == accounts && unit instanceof Rule) {
            vitals.add(vital(
                    Sign.ALWAYS,
                    unit,
                    times,
                    accounts,
                    accounts + "社のすべてに当てはまり、何も区別していません。",
                    "It fits all " + accounts + " accounts and tells none apart."));
        } else if (unit instanceof Table table) {
            addRows(table, vitals);
        }
        long tried = proposed[unit.number()];
        if (tried >= LEAST_ACCOUNTS && held[unit.number()] == tried) {
            vitals.add(vital(
                    Sign.ALWAYS_HELD,
                    unit,
                    tried,
                    tried,
                    "提案した" + tried + "社のすべてで見合わせになりました。",
                    "Whatever it proposed to " + tried + " accounts was held back."));
        }
    }

    private void addRows(Table table, List<Vital> vitals) {
        List<String> silent = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            if (!rows[table.number()].get(row.index())) {
                silent.add(row.position().cell());
            }
        }
        if (!silent.isEmpty()) {
            String cells = String.join(" ", silent);
            vitals.add(vital(
                    Sign.NEVER,
                    table,
                    silent.size(),
                    table.rows().size(),
                    table.rows().size() + "行のうち" + silent.size() + "行は" + accounts + "社のどれにも当てはまりません(" + cells + ")。",
                    silent.size() + " of " + table.rows().size() + " rows fit none of " + accounts + " accounts ("
                            + cells + ")."));
        }
    }

    private void addDismissed(Rule rule, List<Vital> vitals) {
        for (Consequence consequence : rule.consequences()) {
            if (consequence instanceof Consequence.Propose propose) {
                long[] counted = outcomes.getOrDefault(propose.action().name(), new long[2]);
                if (counted[1] >= LEAST_OUTCOMES && counted[0] * 2 > counted[1]) {
                    vitals.add(vital(
                            Sign.MOSTLY_DISMISSED,
                            rule,
                            counted[0],
                            counted[1],
                            "「" + propose.action().labelJa() + "」は直近1年の結果" + counted[1] + "件のうち" + counted[0]
                                    + "件が見送りです。",
                            counted[0] + " of " + counted[1] + " outcomes of "
                                    + propose.action().labelEn() + " in a year were dismissals."));
                    return;
                }
            }
        }
    }

    private static Vital vital(Sign sign, RuleUnit unit, long count, long of, String ja, String en) {
        return new Vital(sign, unit.name(), unit.position(), count, of, new Text(ja, en));
    }
}
