package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a rule as lowered DRL, one Drools rule for each branch. Every one begins with the account's fact, because a reused
 * session would else carry one account's verdict into the next.
 */
final class RulePrinter {

    private final PartConstants constants;

    RulePrinter(PartConstants constants) {
        this.constants = constants;
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
        BranchPrinter printer = new BranchPrinter(constants, branch.guards());
        List<String> first = new ArrayList<>(days(rule));
        first.addAll(printer.guards(Scope.ofAccount()));
        drl.append("  $a : AccountFact( ").append(String.join(", ", first)).append(" )\n");
        Scope scope = Scope.ofAccount();
        for (Branch.Element element : branch.others()) {
            drl.append("  ").append(printer.print(element, Reading.TRUE, scope)).append('\n');
            scope = scope.after(element);
        }
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
}
