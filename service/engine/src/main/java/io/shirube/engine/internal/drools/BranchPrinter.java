package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the patterns of one branch.
 *
 * <p>Every pattern on items repeats what the branch asks of the account alone. It says nothing new, but Drools keeps a place
 * for each item and pattern before it looks at the account, and most branches end there.
 */
final class BranchPrinter {

    private final ConstraintPrinter constraints;
    private final VerdictPrinter verdicts;
    private final TermPrinter terms;
    private final List<Constraint> guards;

    /** @param guards what the branch asks of the account alone */
    BranchPrinter(PartConstants constants, List<Constraint> guards) {
        this.terms = new TermPrinter(constants);
        this.constraints = new ConstraintPrinter(constants);
        this.verdicts = new VerdictPrinter(constants);
        this.guards = guards;
    }

    /** Prints what the branch asks of the account alone, to stand in a pattern. */
    List<String> guards(Scope scope) {
        List<String> tests = new ArrayList<>();
        guards.forEach(guard -> addTests(constraints.print(guard, Reading.TRUE, scope), tests));
        return tests;
    }

    String print(Branch.Element element, Reading reading, Scope scope) {
        if (element instanceof Branch.Guard guard) {
            return pattern(
                    "AccountFact", List.of(), constraints.print(guard.constraint(), reading, scope.in(Term.ACCOUNT)));
        }
        if (element instanceof Branch.Item item) {
            return "$i" + item.variable() + " : " + printItem(item, reading, scope);
        }
        if (element instanceof Branch.Quantified quantified) {
            return printQuantified(quantified, reading, scope);
        }
        return printTally(((Branch.Tally) element).accumulate(), scope);
    }

    private String printQuantified(Branch.Quantified quantified, Reading reading, Scope outer) {
        Reading inside = quantified.negated() ? reading.underNot() : reading;
        Scope scope = outer;
        List<String> patterns = new ArrayList<>();
        for (Branch.Element element : quantified.inner().elements()) {
            patterns.add(print(element, inside, scope));
            scope = scope.after(element);
        }
        return (quantified.negated() ? "not( " : "exists( ") + String.join(" and ", patterns) + " )";
    }

    private String printItem(Branch.Item item, Reading reading, Scope outer) {
        Scope scope = outer.with(item.variable()).in(item.variable());
        boolean possible = reading.acceptsUnknown();
        List<String> first = new ArrayList<>();
        first.add((possible ? "group == " : "kind == ") + ItemFact.number(item.type()));
        first.addAll(guards(scope));
        Printed test = constraints.print(item.constraint(), reading, scope);
        return pattern("ItemFact", first, possible ? Printed.any(new Printed("untold()"), test) : test);
    }

    private String printTally(Condition.Accumulate accumulate, Scope outer) {
        Condition.Match source = accumulate.source();
        Branch.Item item = new Branch.Item(source.variable(), source.type(), source.constraint());
        Scope scope = outer.with(source.variable()).in(Scope.NONE);
        String name = "$i" + source.variable();
        TallyPrinter results = new TallyPrinter(accumulate.functions(), terms);
        List<Printed> tests = new ArrayList<>();
        accumulate.constraints().forEach(constraint -> tests.add(results.print(constraint, Reading.TRUE)));
        return pattern("Samples", List.of(), Printed.all(tests)) + " from accumulate( " + name + " : "
                + printItem(item, Reading.TRUE_OR_UNKNOWN, outer) + ", gather( " + name + ".sample("
                + verdicts.print(source.constraint(), scope) + ", "
                + results.values(scope) + ") ) )";
    }

    private static String pattern(String type, List<String> first, Printed test) {
        List<String> all = new ArrayList<>(first);
        addTests(test, all);
        return type + "( " + String.join(", ", all) + " )";
    }

    private static void addTests(Printed test, List<String> constraints) {
        if (test.equals(Printed.FALSE)) {
            constraints.add("never()");
        } else if (!test.equals(Printed.TRUE)) {
            constraints.add(test.text());
        }
    }
}
