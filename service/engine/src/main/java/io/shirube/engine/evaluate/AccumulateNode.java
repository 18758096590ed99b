package io.shirube.engine.evaluate;

import io.shirube.engine.evaluate.ConditionVerdict.Tally;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Condition.Kind;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Term;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures over a collection and what is asked of them. Linked once, then only read. */
final class AccumulateNode extends ConditionNode.Closed {

    private final int variable;
    private final FactType type;
    private final ConstraintNode member;
    private final List<Condition.Function> functions;
    private final @Nullable TermNode[] terms;
    private final Check[] checks;

    AccumulateNode(Condition.Accumulate source) {
        super(source);
        this.variable = source.source().variable();
        this.type = source.source().type();
        this.member = ConstraintNode.of(source.source().constraint());
        this.functions = source.functions();
        this.terms = new @Nullable TermNode[functions.size()];
        for (int i = 0; i < terms.length; i++) {
            Term of = functions.get(i).of();
            terms[i] = of == null ? null : TermNode.of(of);
        }
        this.checks = source.constraints().stream().map(this::check).toArray(Check[]::new);
    }

    @Override
    Verdict test(Frame frame) {
        return test(gathered(frame).results());
    }

    private Verdict test(Interval[] results) {
        Verdict verdict = Verdict.TRUE;
        for (Check check : checks) {
            verdict = verdict.and(check.test(results));
        }
        return verdict;
    }

    /** Returns the place of a result among the functions, or -1 when another accumulate has it. */
    int place(int result) {
        for (int i = 0; i < functions.size(); i++) {
            if (functions.get(i).result() == result) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What was found in the collection.
     *
     * @param results what each function comes to
     * @param sure how many items are members
     * @param possible of how many that is unknown
     */
    @SuppressWarnings("ArrayRecordComponent") // because it never leaves this package and is not compared
    record Gathered(Interval[] results, int sure, int possible) {}

    /** Goes through the collection with the items bound so far. */
    Gathered gathered(Frame frame) {
        Interval[] results = new Interval[terms.length];
        if (!frame.facts.told(type)) {
            Arrays.setAll(results, i -> Figure.untold(functions.get(i).kind()));
            return new Gathered(results, 0, 0);
        }
        int sure = 0;
        int possible = 0;
        Figure[] figures = new Figure[terms.length];
        Arrays.setAll(figures, i -> new Figure(functions.get(i).kind()));
        List<Slots> items = frame.facts.items(type);
        for (int i = 0; i < items.size(); i++) {
            frame.bind(variable, i, items.get(i));
            Verdict membership = member.test(frame);
            sure += membership == Verdict.TRUE ? 1 : 0;
            possible += membership == Verdict.UNKNOWN ? 1 : 0;
            if (membership != Verdict.FALSE) {
                add(frame, membership == Verdict.TRUE, figures);
            }
        }
        frame.unbind(variable);
        Arrays.setAll(results, i -> figures[i].result());
        return new Gathered(results, sure, possible);
    }

    private void add(Frame frame, boolean sure, Figure[] figures) {
        for (int i = 0; i < figures.length; i++) {
            TermNode term = terms[i];
            if (term == null || functions.get(i).kind() == Kind.COUNT) {
                figures[i].count(sure);
            } else {
                byte state = term.evaluate(frame);
                figures[i].add(sure, state, frame.number);
            }
        }
    }

    @Override
    ConditionVerdict explain(Frame frame) {
        Gathered gathered = gathered(frame);
        Interval[] results = gathered.results();
        Value[] values = new Value[results.length];
        Arrays.setAll(values, i -> results[i].value());
        Verdict verdict = Verdict.TRUE;
        ConditionVerdict[] parts = new ConditionVerdict[checks.length];
        for (int i = 0; i < checks.length; i++) {
            Check check = checks[i];
            Verdict next = check.test(results);
            parts[i] = ConditionVerdict.leaf(check.source, next, values[check.place], check.constantValue);
            verdict = verdict.and(next);
        }
        Tally tally = new Tally(
                frame.facts.told(type),
                frame.facts.items(type).size(),
                gathered.sure(),
                gathered.possible(),
                Firing.UNBOUND);
        return ConditionVerdict.figures(source, verdict, tally, values, parts);
    }

    private Check check(Constraint constraint) {
        if (constraint instanceof Constraint.Compare compare) {
            if (compare.left() instanceof Term.OfResult result && compare.right() instanceof Term.Literal literal) {
                return new Check(compare, place(result.result()), compare.comparison(), literal.value());
            }
            if (compare.right() instanceof Term.OfResult result && compare.left() instanceof Term.Literal literal) {
                return new Check(compare, place(result.result()), mirrored(compare.comparison()), literal.value());
            }
        }
        throw new IllegalArgumentException(
                "constraints: a result compared with a literal is needed, was " + constraint);
    }

    private static Comparison mirrored(Comparison comparison) {
        return switch (comparison) {
            case EQ, NE -> comparison;
            case LT -> Comparison.GT;
            case LE -> Comparison.GE;
            case GT -> Comparison.LT;
            case GE -> Comparison.LE;
        };
    }

    private static final class Check {
        private final ConditionVerdict.Node source;
        private final int place;
        private final Comparison comparison;
        private final double constant;
        private final Value constantValue;

        Check(Constraint source, int place, Comparison comparison, double constant) {
            if (place < 0) {
                throw new IllegalArgumentException("constraints: no such result in this accumulate: " + source);
            }
            this.source = new ConditionVerdict.OfConstraint(source);
            this.place = place;
            this.comparison = comparison;
            this.constant = constant;
            this.constantValue = new Value.Known(constant);
        }

        Verdict test(Interval[] results) {
            return results[place].compare(comparison, constant);
        }
    }
}
