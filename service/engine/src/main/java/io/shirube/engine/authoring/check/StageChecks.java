package io.shirube.engine.authoring.check;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Reads the catalogue as the journey map it is: every stage has something to do and something to go by. */
public final class StageChecks {

    private final Field stage;
    private final EnumType stages;
    private final List<RuleUnit> units;
    private final List<ActionType> actions;
    private final Report report;

    public StageChecks(Vocabulary vocabulary, List<RuleUnit> units, List<ActionType> actions, Report report) {
        this.stage = vocabulary.required(FactType.STAGE, "value");
        this.stages = Objects.requireNonNull(stage.enumType());
        this.units = units;
        this.actions = actions;
        this.report = report;
    }

    /** Reports everything found; only sound when every file could be read. */
    public void run() {
        if (actions.isEmpty()) {
            return;
        }
        Map<String, Set<String>> offered = new HashMap<>();
        for (ActionType action : actions) {
            Set<String> reachable = reachable(action);
            offered.put(action.name(), reachable);
            if (reachable.isEmpty() && isProposed(action)) {
                inNoStage(action);
            }
        }
        for (String value : stages.values()) {
            List<ActionType> here = actions.stream()
                    .filter(action ->
                            offered.getOrDefault(action.name(), Set.of()).contains(value))
                    .toList();
            if (here.isEmpty()) {
                empty(value, "stage-without-action", "提案できるアクションがありません", "has no action that could be proposed");
            } else if (here.stream().allMatch(action -> action.proofIndicator().isEmpty())) {
                empty(
                        value,
                        "stage-without-indicator",
                        "指標(proof)を持つアクションがありません",
                        "has no action with an indicator (proof)");
            }
        }
    }

    private boolean isProposed(ActionType action) {
        return units.stream().anyMatch(unit -> proposes(unit, action));
    }

    private static boolean proposes(RuleUnit unit, ActionType action) {
        return Roots.consequences(unit).stream()
                .anyMatch(consequence -> consequence instanceof Consequence.Propose propose
                        && propose.action().name().equals(action.name()));
    }

    /** The stages the catalogue offers it in and some rule may propose it in. */
    private Set<String> reachable(ActionType action) {
        Set<String> proposed = new LinkedHashSet<>();
        for (RuleUnit unit : units) {
            if (proposes(unit, action)) {
                proposed.addAll(unit instanceof Rule rule ? stagesOf(rule.condition()) : stages.values());
            }
        }
        if (!action.stages().isEmpty()) {
            proposed.retainAll(action.stages());
        }
        return proposed;
    }

    /** Returns the stages a left side leaves open, by what it says of the stage on its own. */
    private Set<String> stagesOf(Condition condition) {
        Set<String> open = new TreeSet<>(stages.values());
        if (condition instanceof Condition.Both both) {
            both.parts().forEach(part -> open.retainAll(stagesOf(part)));
        } else if (condition instanceof Condition.Either either) {
            Set<String> any = new TreeSet<>();
            either.branches().forEach(branch -> any.addAll(stagesOf(branch)));
            open.retainAll(any);
        } else if (condition instanceof Condition.OnAccount on) {
            open.retainAll(stagesOf(on.constraint()));
        }
        return open;
    }

    private Set<String> stagesOf(Constraint constraint) {
        Set<String> open = new TreeSet<>(stages.values());
        if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(part -> open.retainAll(stagesOf(part)));
        } else if (constraint instanceof Constraint.AnyOf any) {
            Set<String> some = new TreeSet<>();
            any.parts().forEach(part -> some.addAll(stagesOf(part)));
            open.retainAll(some);
        } else if (constraint instanceof Constraint.OneOf oneOf && isStage(oneOf.term())) {
            open.removeIf(
                    name -> !oneOf.values().contains((double) stages.values().indexOf(name)));
        } else if (constraint instanceof Constraint.Compare compare
                && isStage(compare.left())
                && compare.right() instanceof Term.Literal literal) {
            open.removeIf(name -> !holds(compare.comparison(), stages.values().indexOf(name), literal.value()));
        }
        return open;
    }

    private static boolean holds(Constraint.Comparison comparison, double left, double right) {
        return switch (comparison) {
            case EQ -> left == right;
            case NE -> left != right;
            case LT, LE, GT, GE -> true;
        };
    }

    private boolean isStage(Term term) {
        return term instanceof Term.OfField field && field.field().equals(stage);
    }

    private void inNoStage(ActionType action) {
        report.warning(
                "action-in-no-stage",
                action.position(),
                say(
                        "「" + action.name() + "」を提案するルールの段階が、どれも stages に含まれていません。",
                        "No rule proposes \"" + action.name() + "\" in a stage that its stages allow."),
                say(
                        "ルールの段階か actions.yml の stages を直してください。",
                        "Correct the stage in the rules or the stages in actions.yml."));
    }

    private void empty(String value, String code, String ja, String en) {
        report.warning(
                code,
                Position.inText("actions.yml", 1, 1),
                say(
                        "段階「" + stages.labelsJa().getOrDefault(value, value) + "」には" + ja + "。",
                        "The stage " + value + " " + en + "."),
                say(
                        "その段階で動く指標を持つアクションを加えるか、stages に " + value + " を加えてください。",
                        "Add an action that moves an indicator in it, or add " + value + " to the stages of one."));
    }
}
