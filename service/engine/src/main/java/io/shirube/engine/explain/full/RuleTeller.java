package io.shirube.engine.explain.full;

import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.explain.Explainer;
import io.shirube.engine.explain.full.Conditions.Obstacle;
import io.shirube.engine.model.Explanation.Proposed;
import io.shirube.engine.model.Explanation.RuleTold;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of one rule. Immutable, safe for use by many threads. */
final class RuleTeller {

    /** So many items are tried to find the one that lacks least; of more, the others count only in the figures. */
    private static final int MOST_ITEMS = 50;

    private final Evaluator evaluator;
    private final Explainer explainer;
    private final Words words;
    private final Sentences sentences;
    private final ProposalTeller proposals;
    private final IdentityHashMap<Rule, Condition.Match> matches = new IdentityHashMap<>();

    RuleTeller(RuleModel model, Evaluator evaluator, Explainer explainer, Words words, ProposalTeller proposals) {
        this.evaluator = evaluator;
        this.explainer = explainer;
        this.words = words;
        this.sentences = new Sentences(model, words);
        this.proposals = proposals;
        model.units().forEach(unit -> {
            if (unit instanceof Rule rule) {
                Condition.Match first = firstMatch(rule.condition());
                if (first != null) {
                    matches.put(rule, first);
                }
            }
        });
    }

    /** Returns the first item a rule must find for itself; null when it is about the account alone. */
    private static Condition.@Nullable Match firstMatch(Condition condition) {
        if (condition instanceof Condition.Match match) {
            return match;
        }
        if (condition instanceof Condition.Both both) {
            for (Condition part : both.parts()) {
                Condition.Match found = firstMatch(part);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    RuleTold tell(Rule rule, Facts facts, TestBook tests, Fates fates) {
        boolean inForce = evaluator.mayFireOn(rule, facts.asOf());
        ConditionVerdict verdict = evaluator.verdicts(rule, facts);
        boolean fired = inForce && verdict.verdict() == Verdict.TRUE;
        List<Firing> firings = fired ? evaluator.fire(rule, facts) : List.of();
        if (fired && firings.get(0).tuple().length > 0) {
            verdict = evaluator.verdicts(rule, facts, firings.get(0).tuple());
        } else if (verdict.verdict() != Verdict.TRUE) {
            verdict = nearest(rule, facts, verdict);
        }
        List<Obstacle> obstacles = Conditions.obstacles(verdict);
        Obstacle alone = obstacles.size() == 1 && inForce ? obstacles.get(0) : null;
        Position at = alone == null ? null : alone.verdict().origin().at();
        List<Proposed> proposed = proposals.of(rule.consequences(), firings, facts, fates);
        Text text = null;
        if (fired && !areOffered(proposed)) {
            text = reason(firings.get(0), facts);
        } else if (alone != null && matters(rule, fates)) {
            text = sentences.alone(alone, rule, facts);
        }
        return new RuleTold(
                rule.name(),
                rule.position(),
                inForce,
                fired,
                TestBook.plain(verdict.verdict()),
                new Conditions(rule, words, tests).all(verdict),
                at,
                proposed,
                text);
    }

    /** The reason of what is offered stands with the action. */
    private static boolean areOffered(List<Proposed> proposed) {
        return !proposed.isEmpty()
                && proposed.stream().allMatch(each -> each.heldBy() == null && each.inside() == null);
    }

    /**
     * One more conclusion says nothing by itself, holding what nobody proposes changes nothing, and neither does proposing
     * what is not for this touch and stage.
     */
    private static boolean matters(Rule rule, Fates fates) {
        return rule.consequences().stream()
                .anyMatch(consequence ->
                        (consequence instanceof Consequence.Propose propose && fates.isEligible(propose.action()))
                                || (consequence instanceof Consequence.Hold hold && fates.isProposed(hold.action())));
    }

    private Text reason(Firing firing, Facts facts) {
        Reason reason = explainer.reason(firing, facts);
        return new Text(reason.textJa(), reason.textEn());
    }

    /** Of the items a rule may bind, takes the one for which the fewest conditions are not true. */
    private ConditionVerdict nearest(Rule rule, Facts facts, ConditionVerdict furthest) {
        Condition.Match match = matches.get(rule);
        int items = match == null ? 0 : facts.items(match.type()).size();
        if (match == null || items < 2) {
            return furthest;
        }
        ConditionVerdict best = furthest;
        int fewest = Conditions.obstacles(furthest).size();
        int[] tuple = new int[match.variable() + 1];
        Arrays.fill(tuple, Firing.UNBOUND);
        for (int item = 0; item < Math.min(items, MOST_ITEMS) && fewest > 1; item++) {
            tuple[match.variable()] = item;
            ConditionVerdict tried = evaluator.verdicts(rule, facts, tuple);
            int lacking = Conditions.obstacles(tried).size();
            if (lacking < fewest && tried.verdict() == furthest.verdict()) {
                best = tried;
                fewest = lacking;
            }
        }
        return best;
    }
}
