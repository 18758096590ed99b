package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.explain.TermReader;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Factors;
import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Arbitrates what the last phase proposes: policies on each proposal, exclusion, absorption, ranking, limits. Actions
 * stand by priority, mandatory or not; ties go by the catalogue's order, then by key.
 */
final class ActionStep {

    private static final Set<String> IN_HAND = Set.of("OPEN", "ACCEPTED");
    private static final Set<String> ALIVE = Set.of("OPEN", "ACCEPTED", "SNOOZED", "HELD");
    private static final Comparator<Ranked> ORDER = Comparator.comparingDouble((Ranked ranked) -> ranked.priority)
            .reversed()
            .thenComparingInt(ranked -> ranked.proposal.type().number())
            .thenComparing(ranked -> ranked.proposal.key());

    private final List<ActionType> types;
    private final List<Integer> limits;
    private final Policies.Restraint restraint;
    private final TermReader terms;
    private final Screens screens;
    private final EnumType touches;
    private final Exclusions exclusions;
    private final Priority priority;
    private final DueDates dueDates;
    private final List<Field> read;

    ActionStep(RuleModel model, Evaluator evaluator, TermReader terms) {
        this.types = model.actions();
        this.limits = model.policies().openBundles();
        this.restraint = model.policies().restraint();
        this.terms = terms;
        this.touches = Objects.requireNonNull(
                model.vocabulary().required(FactType.SEGMENT, "touch").enumType(), "touch");
        this.screens = new Screens(model);
        this.exclusions = new Exclusions(types);
        this.priority = new Priority(model.policies(), terms);
        this.dueDates = new DueDates(model.policies());
        this.read = read(model, evaluator);
    }

    /** Returns the account's fields that arbitration reads: what keys, money and due dates are taken from. */
    private static List<Field> read(RuleModel model, Evaluator evaluator) {
        Set<Field> fields = new LinkedHashSet<>();
        model.units(Phase.ACTIONS).forEach(unit -> fields.addAll(evaluator.concludesFrom(unit)));
        for (ActionType type : model.actions()) {
            Term value = type.value();
            if (value != null) {
                fields.addAll(evaluator.reads(value));
            }
            Field event = type.due().event();
            if (event != null) {
                fields.add(event);
            }
        }
        return fields.stream().filter(field -> field.owner().isSingleton()).toList();
    }

    /** Returns whether the catalogue lets a type be offered at all to a touch in a stage. */
    boolean isFor(ActionType type, int touch, Screens.Segmented segmented) {
        return screens.isFor(type, touch, segmented);
    }

    /** A proposal with its rank. */
    private record Ranked(
            Proposal proposal, Factors factors, double priority, LocalDate due, LocalDate base, String bundle) {}

    /**
     * All that arbitration rests on which can differ between variants of one account on one day.
     *
     * @param values of the fields that keys, money and due dates are read from
     */
    record Basis(List<Firing> fired, int touch, String stage, List<Object> values) {}

    ActionResult run(Run run, int touch, Screens.Segmented segmented) {
        List<Firing> fired = run.fire(Phase.ACTIONS);
        Slots slots = run.facts().account();
        List<Object> values =
                read.stream().map(field -> slots.content(field.slot())).toList();
        return run.arbitrated(
                new Basis(fired, touch, segmented.stage(), values), () -> arbitrate(run, fired, touch, segmented));
    }

    private ActionResult arbitrate(Run run, List<Firing> fired, int touch, Screens.Segmented segmented) {
        Proposals proposals = Proposals.gather(run, fired, terms, restraint);
        Map<String, Barred> barred = new HashMap<>();
        for (Proposal proposal : proposals.proposed()) {
            Barred by = screens.screen(proposal, proposals, run, touch, segmented);
            if (by != null) {
                barred.put(proposal.key(), by);
            }
        }
        exclude(proposals, barred, run);
        Absorption absorption = Absorption.of(types, typesOf(free(proposals, barred)));
        Map<String, ActionType> absorbed = new TreeMap<>();
        List<Ranked> ranked = new ArrayList<>();
        for (Proposal proposal : free(proposals, barred)) {
            ActionType into = absorption.absorberOf(proposal.type());
            if (into == null) {
                ranked.add(rank(proposal, run, touch));
            } else {
                absorbed.put(proposal.key(), into);
            }
        }
        ranked.sort(ORDER);
        limit(ranked, barred, run, touch, segmented);
        List<Action> actions = ranked.stream()
                .filter(one -> !barred.containsKey(one.proposal.key()))
                .map(one -> action(one, absorption, run, touch))
                .toList();
        List<Suppressed> suppressed = suppressed(proposals, barred);
        return new ActionResult(actions, suppressed, absorbed, actions.isEmpty() ? NoActions.why(suppressed) : null);
    }

    private static List<Suppressed> suppressed(Proposals proposals, Map<String, Barred> barred) {
        List<Suppressed> suppressed = new ArrayList<>();
        for (Proposal proposal : proposals.proposed()) {
            Barred by = barred.get(proposal.key());
            if (by != null) {
                suppressed.add(by.of(proposal));
            }
        }
        return suppressed;
    }

    private static List<Proposal> free(Proposals proposals, Map<String, Barred> barred) {
        return proposals.proposed().stream()
                .filter(proposal -> !barred.containsKey(proposal.key()))
                .toList();
    }

    private static Set<Integer> typesOf(List<Proposal> proposals) {
        return proposals.stream().map(proposal -> proposal.type().number()).collect(Collectors.toSet());
    }

    private void exclude(Proposals proposals, Map<String, Barred> barred, Run run) {
        List<Proposal> free = free(proposals, barred);
        Set<String> open = Screens.openActions(run).stream()
                .filter(action -> isIn(IN_HAND, action))
                .map(OpenAction::type)
                .collect(Collectors.toSet());
        Exclusions.Judgement judgement = exclusions.judge(typesOf(free), typesOf(proposals.proposed()), open);
        for (Proposal proposal : free) {
            judgement
                    .barredBy(proposal.type())
                    .ifPresent(by -> barred.put(
                            proposal.key(),
                            Barred.held(
                                    "EXCLUDED_BY:" + by.name(),
                                    "「" + by.labelJa() + "」を先に進めるため、見合わせ中です。",
                                    "Held while " + by.labelEn() + " stands.")));
        }
    }

    /** Returns whether somebody has an action before him; no state is taken as OPEN. */
    static boolean isInHand(OpenAction action) {
        return isIn(IN_HAND, action);
    }

    private static boolean isIn(Set<String> states, OpenAction action) {
        return action.state() == null || states.contains(action.state());
    }

    /** Returns whether an open action is one that a decision refreshes or withdraws; no state is taken as OPEN. */
    static boolean isAlive(OpenAction action) {
        return isIn(ALIVE, action);
    }

    private static @Nullable OpenAction open(Run run, String key) {
        return Screens.openActions(run).stream()
                .filter(action -> action.key().equals(key) && isAlive(action))
                .findFirst()
                .orElse(null);
    }

    private Ranked rank(Proposal proposal, Run run, int touch) {
        ActionType type = proposal.type();
        Factors factors = priority.factors(proposal, run);
        LocalDate base = dueDates.base(type, open(run, proposal.key()), run);
        LocalDate due = dueDates.due(proposal, touch, base, run);
        String bundle = run.facts().accountId() + "/" + byTouch(type.ownerRole(), touch) + "/" + dueDates.weekOf(base);
        return new Ranked(proposal, factors, Priority.of(factors), due, base, bundle);
    }

    private static String byTouch(List<String> values, int touch) {
        return values.isEmpty() ? "" : values.get(Math.min(touch, values.size() - 1));
    }

    /** Customer-facing bundles are limited: mandatory actions and those already in hand always count, others if there is room. */
    private void limit(
            List<Ranked> ranked, Map<String, Barred> barred, Run run, int touch, Screens.Segmented segmented) {
        Set<String> bundles = ranked.stream()
                .filter(one -> one.proposal.type().customerFacing() && passes(one, run))
                .map(Ranked::bundle)
                .collect(Collectors.toSet());
        int limit = limits.get(touch);
        for (Ranked one : ranked) {
            boolean counts = one.proposal.type().customerFacing() && !passes(one, run);
            if (counts && !bundles.contains(one.bundle) && bundles.size() >= limit) {
                barred.put(
                        one.proposal.key(),
                        Barred.held(
                                "LIMIT",
                                "同時に開ける「まとめ」が、" + touches.labelJa(segmented.touch()) + "の上限" + limit + "件に達しています。",
                                "The limit of " + limit + " open bundles for touch " + segmented.touch()
                                        + " is reached."));
            } else if (counts) {
                bundles.add(one.bundle);
            }
        }
    }

    private static boolean passes(Ranked one, Run run) {
        OpenAction open = open(run, one.proposal.key());
        return one.proposal.isMandatory() || (open != null && isIn(IN_HAND, open));
    }

    private Action action(Ranked one, Absorption absorption, Run run, int touch) {
        Proposal proposal = one.proposal;
        ActionType type = proposal.type();
        dueDates.noteBeyondList(one.due, run.notices());
        return new Action(
                proposal.key(),
                type.name(),
                open(run, proposal.key()) == null ? "OPENED" : "REFRESHED",
                new Text(type.labelJa(), type.labelEn()),
                one.priority,
                one.factors,
                byTouch(type.channel(), touch),
                byTouch(type.ownerRole(), touch),
                byTouch(type.delivery().coOwner(), touch),
                type.delivery().deliveredBy(),
                type.skill(),
                one.due,
                dueDates.expires(type, one.base, one.due, run),
                type.effortHours().get(touch),
                one.bundle,
                absorption.inside(type),
                new Text(type.purposeJa(), type.purposeEn()),
                proposal.isMandatory(),
                run.reasons(proposal.by()));
    }
}
