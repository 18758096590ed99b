package io.shirube.engine.evaluate;

import io.shirube.engine.evaluate.ConditionVerdict.Tally;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Firing;
import java.util.List;

/** Binds one item after another. Linked once, then only read. */
final class MatchNode extends ConditionNode implements Step {

    private final int variable;
    private final FactType type;
    private final ConstraintNode constraint;
    private Step next = Step.END;

    MatchNode(Condition.Match source) {
        super(source);
        this.variable = source.variable();
        this.type = source.type();
        this.constraint = ConstraintNode.of(source.constraint());
    }

    @Override
    Step link(Step following) {
        next = following;
        return this;
    }

    @Override
    public Verdict best(Frame frame) {
        if (!frame.facts.told(type)) {
            return Verdict.UNKNOWN.and(next.best(frame));
        }
        Verdict best = Verdict.FALSE;
        List<Slots> items = frame.facts.items(type);
        for (int i = 0; i < items.size() && best != Verdict.TRUE; i++) {
            frame.bind(variable, i, items.get(i));
            Verdict verdict = constraint.test(frame);
            if (verdict.compareTo(best) > 0) {
                best = best.or(verdict.and(next.best(frame)));
            }
        }
        frame.unbind(variable);
        return best;
    }

    @Override
    public void fire(Frame frame) {
        List<Slots> items = frame.facts.items(type);
        for (int i = 0; i < items.size(); i++) {
            frame.bind(variable, i, items.get(i));
            if (constraint.test(frame) == Verdict.TRUE) {
                next.fire(frame);
            }
        }
        frame.unbind(variable);
    }

    @Override
    ConditionVerdict explain(Frame frame) {
        List<Slots> items = frame.facts.items(type);
        boolean told = frame.facts.told(type);
        if (items.isEmpty()) {
            Tally none = new Tally(told, 0, 0, 0, Firing.UNBOUND);
            Verdict verdict = told ? Verdict.FALSE : Verdict.UNKNOWN;
            return ConditionVerdict.match(source, verdict, none);
        }
        Tally tally = tally(frame, items);
        frame.bind(variable, tally.item(), items.get(tally.item()));
        ConditionVerdict part = constraint.explain(frame);
        return ConditionVerdict.match(source, part.verdict(), tally, part);
    }

    /** Counts the items and finds the one that gets furthest, unless the frame says which one is wanted. */
    private Tally tally(Frame frame, List<Slots> items) {
        int sure = 0;
        int possible = 0;
        int furthest = Firing.UNBOUND;
        Verdict furthestOwn = Verdict.FALSE;
        Verdict furthestWhole = Verdict.FALSE;
        for (int i = 0; i < items.size(); i++) {
            frame.bind(variable, i, items.get(i));
            Verdict verdict = constraint.test(frame);
            sure += verdict == Verdict.TRUE ? 1 : 0;
            possible += verdict == Verdict.UNKNOWN ? 1 : 0;
            if (furthest != Firing.UNBOUND && verdict.compareTo(furthestWhole) < 0) {
                continue;
            }
            Verdict whole = verdict == Verdict.FALSE ? verdict : verdict.and(next.best(frame));
            int further = whole.compareTo(furthestWhole);
            if (furthest == Firing.UNBOUND || further > 0 || (further == 0 && verdict.compareTo(furthestOwn) > 0)) {
                furthest = i;
                furthestOwn = verdict;
                furthestWhole = whole;
            }
        }
        int wanted = frame.wanted(variable);
        return new Tally(true, items.size(), sure, possible, wanted == Firing.UNBOUND ? furthest : wanted);
    }
}
