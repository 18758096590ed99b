package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Condition;
import java.util.List;
import java.util.function.Consumer;

/** A condition bound to its slots. Linked once, then only read. */
abstract class ConditionNode {

    final ConditionVerdict.Node source;

    ConditionNode(Condition source) {
        this.source = new ConditionVerdict.OfCondition(source);
    }

    /** Puts this before what follows it and returns the first step of both. Called once. */
    abstract Step link(Step following);

    /** Returns the verdicts from here down; leaves bound the items it speaks of. */
    abstract ConditionVerdict explain(Frame frame);

    /**
     * Binds a condition.
     *
     * @param accumulates is told of every accumulate inside
     */
    static ConditionNode of(Condition condition, Consumer<AccumulateNode> accumulates) {
        if (condition instanceof Condition.OnAccount onAccount) {
            return new OnAccount(onAccount);
        }
        if (condition instanceof Condition.Match match) {
            return new MatchNode(match);
        }
        if (condition instanceof Condition.Both both) {
            return new Both(both, all(both.parts(), accumulates));
        }
        if (condition instanceof Condition.Either either) {
            return new EitherNode(either, all(either.branches(), accumulates));
        }
        if (condition instanceof Condition.Exists exists) {
            return new Existence(exists, of(exists.inner(), accumulates), false);
        }
        if (condition instanceof Condition.NotExists notExists) {
            return new Existence(notExists, of(notExists.inner(), accumulates), true);
        }
        AccumulateNode accumulate = new AccumulateNode((Condition.Accumulate) condition);
        accumulates.accept(accumulate);
        return accumulate;
    }

    private static List<ConditionNode> all(List<Condition> conditions, Consumer<AccumulateNode> accumulates) {
        return conditions.stream().map(condition -> of(condition, accumulates)).toList();
    }

    /** A condition that binds nothing for those that follow. */
    abstract static class Closed extends ConditionNode implements Step {
        private Step next = Step.END;

        Closed(Condition source) {
            super(source);
        }

        abstract Verdict test(Frame frame);

        @Override
        final Step link(Step following) {
            next = following;
            return this;
        }

        @Override
        public final Verdict best(Frame frame) {
            Verdict verdict = test(frame);
            return verdict == Verdict.FALSE ? verdict : verdict.and(next.best(frame));
        }

        @Override
        public final void fire(Frame frame) {
            if (test(frame) == Verdict.TRUE) {
                next.fire(frame);
            }
        }
    }

    private static final class OnAccount extends Closed {
        private final ConstraintNode constraint;

        OnAccount(Condition.OnAccount source) {
            super(source);
            this.constraint = ConstraintNode.of(source.constraint());
        }

        @Override
        Verdict test(Frame frame) {
            return constraint.test(frame);
        }

        @Override
        ConditionVerdict explain(Frame frame) {
            ConditionVerdict part = constraint.explain(frame);
            return ConditionVerdict.node(source, part.verdict(), part);
        }
    }

    private static final class Existence extends Closed {
        private final ConditionNode inner;
        private final Step first;
        private final boolean negated;

        Existence(Condition source, ConditionNode inner, boolean negated) {
            super(source);
            this.inner = inner;
            this.first = inner.link(Step.END);
            this.negated = negated;
        }

        @Override
        Verdict test(Frame frame) {
            return judged(first.best(frame));
        }

        private Verdict judged(Verdict found) {
            return negated ? found.not() : found;
        }

        @Override
        ConditionVerdict explain(Frame frame) {
            Frame.Bindings outer = frame.bindings();
            ConditionVerdict part = inner.explain(frame);
            frame.restore(outer);
            return ConditionVerdict.node(source, judged(part.verdict()), part);
        }
    }

    private static final class Both extends ConditionNode {
        private final List<ConditionNode> parts;

        Both(Condition.Both source, List<ConditionNode> parts) {
            super(source);
            this.parts = parts;
        }

        @Override
        Step link(Step following) {
            Step first = following;
            for (int i = parts.size() - 1; i >= 0; i--) {
                first = parts.get(i).link(first);
            }
            return first;
        }

        @Override
        ConditionVerdict explain(Frame frame) {
            Verdict verdict = Verdict.TRUE;
            ConditionVerdict[] explained = new ConditionVerdict[parts.size()];
            for (int i = 0; i < explained.length; i++) {
                explained[i] = parts.get(i).explain(frame);
                verdict = verdict.and(explained[i].verdict());
            }
            return ConditionVerdict.node(source, verdict, explained);
        }
    }
}
