package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Condition;
import java.util.List;

/**
 * Fires through every branch, each with its own bindings. Since what follows sees none of them, it is judged apart from
 * the branches. Linked once, then only read.
 */
final class EitherNode extends ConditionNode implements Step {

    private final List<ConditionNode> branches;
    private final Step[] firsts;
    private Step next = Step.END;

    EitherNode(Condition.Either source, List<ConditionNode> branches) {
        super(source);
        this.branches = branches;
        Step join = new Join();
        this.firsts = branches.stream().map(branch -> branch.link(join)).toArray(Step[]::new);
    }

    @Override
    Step link(Step following) {
        next = following;
        return this;
    }

    @Override
    public Verdict best(Frame frame) {
        Verdict best = Verdict.FALSE;
        for (Step first : firsts) {
            best = best.or(first.best(frame));
            if (best == Verdict.TRUE) {
                break;
            }
        }
        return best == Verdict.FALSE ? best : best.and(next.best(frame));
    }

    @Override
    public void fire(Frame frame) {
        for (Step first : firsts) {
            first.fire(frame);
        }
    }

    @Override
    ConditionVerdict explain(Frame frame) {
        Verdict verdict = Verdict.FALSE;
        ConditionVerdict[] explained = new ConditionVerdict[branches.size()];
        for (int i = 0; i < explained.length; i++) {
            Frame.Bindings outer = frame.bindings();
            explained[i] = branches.get(i).explain(frame);
            frame.restore(outer);
            verdict = verdict.or(explained[i].verdict());
        }
        return ConditionVerdict.node(source, verdict, explained);
    }

    /** The end of every branch. */
    private final class Join implements Step {
        @Override
        public Verdict best(Frame frame) {
            return Verdict.TRUE;
        }

        @Override
        public void fire(Frame frame) {
            next.fire(frame);
        }
    }
}
