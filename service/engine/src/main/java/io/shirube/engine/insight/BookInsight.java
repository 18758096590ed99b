package io.shirube.engine.insight;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.insight.InsightReport.Obstacle;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Learns from a book what its rules leave undone. The accounts pass by twice: {@link #look} finds what stands in the way,
 * {@link #attempt} decides again with the thresholds relaxed. What is kept does not grow with the book. Used by one thread.
 */
public final class BookInsight {

    private static final int MOST_OBSTACLES = 10;
    private static final int[] QUARTERS = {1, 2, 4};
    private static final int ALL_QUARTERS = 4;

    private final Ruleset rules;
    private final RuleModel model;
    private final LocalDate asOf;
    private final Decider decider = new Decider();
    private final Ruleset told;
    private final Map<Phase, List<Firing>> firings = new EnumMap<>(Phase.class);
    private final VitalSigns vitals;
    private final Obstacles obstacles;
    private final Map<String, Long> causes = new TreeMap<>();
    private final List<Map.Entry<Obstacles.Counted, List<Trial>>> trials = new ArrayList<>();
    private @Nullable Facts facts;
    private long accounts;
    private long nothing;
    private boolean chosen;

    /** @param rules to be open as long as this is used */
    public BookInsight(Ruleset rules, LocalDate asOf) {
        this.rules = rules;
        this.model = rules.model();
        this.asOf = asOf;
        this.vitals = new VitalSigns(model, asOf);
        List<Rule> proposing = model.units(Phase.ACTIONS).stream()
                .filter(unit -> unit instanceof Rule rule
                        && Obstacles.proposes(rule).stream()
                                .anyMatch(model.policies().restraint()::uses))
                .map(Rule.class::cast)
                .toList();
        this.obstacles = new Obstacles(rules.evaluator(), proposing);
        this.told = Ruleset.byMeaning(model).listening((phase, read, fired) -> {
            firings.put(phase, fired);
            if (phase == Phase.ACTIONS) {
                facts = read.copy();
            }
        });
    }

    /**
     * Takes an account the first time.
     *
     * @throws InputException when it cannot be decided on; it counts nowhere then
     */
    public void look(AccountSnapshot snapshot) throws InputException {
        Decision decision = decide(snapshot);
        accounts++;
        vitals.add(snapshot, decision, firings);
        Decision.NoAction none = decision.noAction();
        if (decision.actions().isEmpty() && none != null) {
            nothing++;
            causes.merge(none.cause(), 1L, Long::sum);
            if (facts != null) {
                obstacles.add(facts);
            }
        }
    }

    /**
     * Takes an account the second time, after all were taken the first time.
     *
     * @throws InputException when it cannot be decided on, as the first time
     */
    public void attempt(AccountSnapshot snapshot) throws InputException {
        choose();
        Decision before = decide(snapshot);
        Facts read = facts;
        if (read == null) {
            return;
        }
        for (Map.Entry<Obstacles.Counted, List<Trial>> entry : trials) {
            boolean fires = !rules.evaluator().fire(entry.getKey().rule, read).isEmpty();
            for (Trial trial : entry.getValue()) {
                trial.add(snapshot, asOf, read, before, fires);
            }
        }
    }

    /** Returns what was learnt; after the second time, with what relaxing would bring. */
    public InsightReport report() {
        choose();
        return new InsightReport(
                asOf,
                rules.revision(),
                accounts,
                nothing,
                causes,
                trials.stream()
                        .map(entry -> obstacle(entry.getKey(), entry.getValue()))
                        .toList(),
                vitals.vitals());
    }

    private Decision decide(AccountSnapshot snapshot) throws InputException {
        firings.clear();
        facts = null;
        return decider.decide(snapshot, asOf, told, RefereeMode.NEVER, Explain.NONE);
    }

    private void choose() {
        if (chosen) {
            return;
        }
        chosen = true;
        for (Obstacles.Counted counted : obstacles.most(MOST_OBSTACLES)) {
            List<Trial> tried = new ArrayList<>();
            if (counted.node instanceof ConditionVerdict.OfConstraint of) {
                Threshold.of(counted.rule, of.constraint())
                        .ifPresent(threshold -> candidates(threshold, counted.nearest(threshold))
                                .forEach(to -> tried.add(new Trial(model, threshold, to))));
            }
            trials.add(Map.entry(counted, tried));
        }
    }

    /** Returns the round thresholds that would admit the nearest quarter, the nearest half, and all within reach. */
    private static Set<Double> candidates(Threshold threshold, List<Double> nearest) {
        Set<Double> candidates = new LinkedHashSet<>();
        if (!nearest.isEmpty()) {
            for (int quarters : QUARTERS) {
                int last = Math.max(1, nearest.size() * quarters / ALL_QUARTERS) - 1;
                candidates.add(threshold.admitting(nearest.get(last)));
            }
        }
        return candidates;
    }

    private Obstacle obstacle(Obstacles.Counted counted, List<Trial> tried) {
        List<ActionType> types = model.actions().stream()
                .filter(type -> Obstacles.proposes(counted.rule).contains(type.name()))
                .toList();
        Text actions = new Text(
                types.stream().map(ActionType::labelJa).collect(Collectors.joining("、")),
                types.stream().map(ActionType::labelEn).collect(Collectors.joining(", ")));
        return new Obstacle(
                counted.rule.name(),
                counted.at,
                counted.node.origin().text().strip().replaceAll("\\s+", " "),
                actions,
                counted.isFalse,
                counted.reach,
                counted.unknown,
                tried.stream().map(InsightWords::relaxation).toList(),
                InsightWords.obstacle(counted, actions));
    }
}
