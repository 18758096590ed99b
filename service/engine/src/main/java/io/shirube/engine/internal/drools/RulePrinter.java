package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a rule as lowered DRL, one Drools rule for each branch. Every one begins with the account's fact, because a reused
 * session would else carry one account's verdict into the next.
 */
final class RulePrinter {

    private final PartConstants constants;
    private final ConstraintPrinter constraints;
    private final VerdictPrinter verdicts;
    private final TermPrinter terms;

    RulePrinter(PartConstants constants) {
        this.constants = constants;
        this.terms = new TermPrinter(constants);
        this.constraints = new ConstraintPrinter(constants);
        this.verdicts = new VerdictPrinter(constants);
    }

    String print(Rule rule) {
        StringBuilder drl = new StringBuilder();
        int unit = constants.addUnit(rule.number());
        int number = 0;
        for (Branch branch : Branches.of(rule.condition())) {
            drl.append("rule ").append(Collector.name(unit, number++)).append("\nwhen\n");
            printBranch(rule, branch, drl);
            drl.append("end\n");
        }
        return drl.toString();
    }

    private void printBranch(Rule rule, Branch branch, StringBuilder drl) {
        List<String> first = new ArrayList<>(days(rule));
        List<String> lines = new ArrayList<>();
        Scope scope = Scope.ofAccount();
        for (Branch.Element element : branch.elements()) {
            if (element instanceof Branch.Guard guard
                    && Variables.of(guard.constraint()).isEmpty()) {
                addTests(constraints.print(guard.constraint(), Reading.TRUE, Scope.ofAccount()), first);
            } else {
                lines.add(print(element, Reading.TRUE, scope));
            }
            if (element instanceof Branch.Item item) {
                scope = scope.with(item.variable());
            }
        }
        drl.append("  $a : AccountFact( ").append(String.join(", ", first)).append(" )\n");
        lines.forEach(line -> drl.append("  ").append(line).append('\n'));
        drl.append("then\n  collector.rule(drools.getRule()");
        for (int variable = 0; variable < rule.variables(); variable++) {
            drl.append(", ")
                    .append(scope.bound().contains(variable) ? "$i" + variable + ".getIndex()" : "" + Firing.UNBOUND);
        }
        drl.append(");\n");
    }

    /** Prints the days on which a unit may fire as constraints of the account's fact. */
    static List<String> days(RuleUnit unit) {
        List<String> tests = new ArrayList<>();
        LocalDate from = unit.from();
        LocalDate until = unit.until();
        if (from != null) {
            tests.add("day >= " + from.toEpochDay() + "L");
        }
        if (until != null) {
            tests.add("day <= " + until.toEpochDay() + "L");
        }
        return tests;
    }

    private String print(Branch.Element element, Reading reading, Scope scope) {
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
            if (element instanceof Branch.Item item) {
                scope = scope.with(item.variable());
            }
        }
        return (quantified.negated() ? "not( " : "exists( ") + String.join(" and ", patterns) + " )";
    }

    private String printItem(Branch.Item item, Reading reading, Scope outer) {
        Scope scope = outer.with(item.variable()).in(item.variable());
        Printed test = constraints.print(item.constraint(), reading, scope);
        int type = ItemFact.number(item.type());
        if (reading.acceptsUnknown()) {
            Printed possible = Printed.any(new Printed("untold()"), test);
            return pattern("ItemFact", List.of("group == " + type, "account == $a"), possible);
        }
        return pattern("ItemFact", List.of("kind == " + type, "account == $a"), test);
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

    private static String pattern(String type, List<String> constraints, Printed test) {
        List<String> all = new ArrayList<>(constraints);
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
