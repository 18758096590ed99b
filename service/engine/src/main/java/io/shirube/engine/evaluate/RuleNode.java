package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;

/** A rule bound to its slots. Immutable. */
final class RuleNode extends UnitNode {

    private final Rule rule;
    private final ConditionNode condition;
    private final Step first;
    private final List<AccumulateNode> accumulates = new ArrayList<>();
    private final List<Condition.Match> matches;
    private final int variables;

    RuleNode(Rule rule) {
        super(rule);
        this.rule = rule;
        this.condition = ConditionNode.of(rule.condition(), accumulates::add);
        this.first = condition.link(new Fire(rule.number(), rule.variables()));
        this.matches = ModelWalk.matches(rule.condition());
        this.variables = Math.max(
                rule.variables(),
                matches.stream().mapToInt(match -> match.variable() + 1).max().orElse(0));
    }

    @Override
    int variables() {
        return variables;
    }

    @Override
    void fire(Frame frame) {
        int start = frame.fired();
        first.fire(frame);
        frame.settle(start);
    }

    Verdict verdict(Frame frame) {
        return first.best(frame);
    }

    ConditionVerdict explain(Frame frame) {
        return condition.explain(frame);
    }

    /** Binds the items of a tuple. */
    void bind(Frame frame, int[] tuple) {
        for (Condition.Match match : matches) {
            if (match.variable() < tuple.length) {
                frame.bind(match.variable(), match.type(), tuple[match.variable()]);
            }
        }
    }

    /** Returns what an accumulate's result comes to with the items bound. */
    Value value(Term.OfResult term, Frame frame) {
        for (AccumulateNode accumulate : accumulates) {
            int place = accumulate.place(term.result());
            if (place >= 0) {
                return accumulate.gathered(frame).results()[place].value();
            }
        }
        throw new IllegalArgumentException("term: rule " + rule.name() + " has no result " + term.result());
    }

    /** The end of the left side: everything bound so far is one firing. */
    private record Fire(int unit, int variables) implements Step {
        @Override
        public Verdict best(Frame frame) {
            return Verdict.TRUE;
        }

        @Override
        public void fire(Frame frame) {
            frame.fireRule(unit, variables);
        }
    }
}
