package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.explain.Explainer;
import io.shirube.engine.explain.TermReader;
import io.shirube.engine.explain.full.FullExplainer;
import io.shirube.engine.model.Decision.Health;
import io.shirube.engine.model.Decision.Renewal;
import io.shirube.engine.model.Decision.Segment;
import io.shirube.engine.model.Decision.StageResult;
import io.shirube.engine.model.Decision.Success;
import io.shirube.engine.model.Explanation;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What deciding by one ruleset needs and is made once: the phases in their order. Immutable, safe for many threads. */
final class Program {

    private final RuleModel model;
    private final Evaluator evaluator;
    private final Explainer explainer;
    private final Conclusions conclusions;
    private final Map<String, String> groups = new HashMap<>();
    private final Map<Phase, List<Field>> concludedFrom = new EnumMap<>(Phase.class);
    private final LifecycleStep lifecycle;
    private final SegmentStep segment;
    private final RenewalStates renewal;
    private final HealthStep health;
    private final SuccessStep success;
    private final ActionStep actions;
    private final Uplifts uplifts;
    private final FullExplainer full;
    private final Field touch;

    Program(RuleModel model, Evaluator evaluator) {
        TermReader terms = new TermReader(model, evaluator);
        this.model = model;
        this.evaluator = evaluator;
        this.explainer = new Explainer(model, terms);
        this.conclusions = new Conclusions(model, terms);
        model.actions().forEach(type -> groups.put(type.name(), type.group()));
        for (Phase from : Phase.values()) {
            concludedFrom.put(
                    from,
                    model.vocabulary().accountFields().stream()
                            .filter(field -> field.concludedIn() != null
                                    && field.concludedIn().compareTo(from) >= 0)
                            .toList());
        }
        this.lifecycle = new LifecycleStep(model.vocabulary());
        this.segment = new SegmentStep(model.vocabulary(), model.policies().restraint());
        this.renewal = new RenewalStates(model);
        this.health = new HealthStep(model, this::inputs);
        this.success = new SuccessStep(model.vocabulary());
        this.actions = new ActionStep(model, evaluator, terms);
        this.uplifts = new Uplifts(model.vocabulary());
        this.touch = model.vocabulary().required(FactType.SEGMENT, "touch");
        this.full = new FullExplainer(model, evaluator, explainer, terms);
    }

    Explainer explainer() {
        return explainer;
    }

    Conclusions conclusions() {
        return conclusions;
    }

    /** Returns the group of an action type, empty for one that is not in the catalogue. */
    String groupOf(String type) {
        return groups.getOrDefault(type, "");
    }

    /** Runs all phases, each writing its conclusions for the next. */
    Course course(Run run) {
        StageResult stage = lifecycle.run(run);
        return afterStage(stage, run);
    }

    /**
     * Runs a phase and those after it again.
     *
     * @param run over facts that hold the conclusions of {@code base}; those of the phases to be run are forgotten first
     */
    Course courseFrom(Phase from, Run run, Course base) {
        for (Field field : concludedFrom.getOrDefault(from, List.of())) {
            run.facts().account().setUnknown(field.slot());
        }
        return switch (from) {
            case LIFECYCLE -> course(run);
            case SEGMENT -> afterStage(base.stage(), run);
            case HEALTH -> afterSegment(base.stage(), base.segment(), base.renewal(), run);
            case SUCCESS -> afterHealth(base.stage(), base.segment(), base.renewal(), base.health(), run);
            case ACTIONS -> {
                ActionResult result = act(base.stage(), run);
                yield new Course(base.stage(), base.segment(), base.renewal(), base.health(), base.success(), result);
            }
        };
    }

    private Course afterStage(StageResult stage, Run run) {
        Segment segmented = segment.run(run);
        Renewal renewed = renewal.settle(run.snapshot(), run.terms(), segment.touch(run), run.facts());
        return afterSegment(stage, segmented, renewed, run);
    }

    private Course afterSegment(StageResult stage, Segment segmented, Renewal renewed, Run run) {
        return afterHealth(stage, segmented, renewed, health.run(run, segment.touch(run)), run);
    }

    private Course afterHealth(StageResult stage, Segment segmented, Renewal renewed, Health scored, Run run) {
        Success succeeded = success.run(run);
        return new Course(stage, segmented, renewed, scored, succeeded, act(stage, run));
    }

    private ActionResult act(StageResult stage, Run run) {
        return uplifts.during(
                run, touch -> actions.run(run, touch, new Screens.Segmented(stage.value(), segment.name(touch))));
    }

    /** Returns what every rule and table came to in a pass that has run. */
    Explanation explanation(Run run, Course course) {
        Facts forActions = uplifts.forActions(run);
        int touch = (int) forActions.account().number(this.touch.slot());
        Screens.Segmented segmented = new Screens.Segmented(course.stage().value(), segment.name(touch));
        return full.explain(
                run.facts(),
                forActions,
                new ActionFates(course.actions(), type -> actions.isFor(type, touch, segmented)));
    }

    /** Returns what the health rules that conclude a field read. */
    private List<Field> inputs(int slot) {
        return model.units(Phase.HEALTH).stream()
                .filter(unit -> consequences(unit)
                        .anyMatch(consequence -> consequence instanceof Consequence.Assign assign
                                && assign.target().slot() == slot))
                .flatMap(unit -> evaluator.reads(unit).stream())
                .distinct()
                .toList();
    }

    private static Stream<Consequence> consequences(RuleUnit unit) {
        return unit instanceof Table table
                ? table.rows().stream().flatMap(row -> row.consequences().stream())
                : ((Rule) unit).consequences().stream();
    }
}
