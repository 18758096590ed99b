package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.List;

/** Prints the units of one phase as one DRL text. What it prints is words of this package and numbers, nothing else. */
final class PhasePrinter {

    private static final String PACKAGE = PhasePrinter.class.getPackageName();

    private static final String HEAD = "package lowered;\n"
            + imports(
                    AccountFact.class,
                    ItemFact.class,
                    RowFact.class,
                    Samples.class,
                    Values.class,
                    Figures.class,
                    Collector.class)
            + "import accumulate " + PACKAGE + ".Gather gather;\n"
            + "import accumulate " + PACKAGE + ".Topmost topmost;\n"
            + "global Collector collector;\n";

    private PhasePrinter() {}

    /**
     * @param constants takes up the patterns and tables that the text names by number
     * @throws LoweringException with the first unit that cannot be printed
     */
    static String print(List<RuleUnit> units, Constants constants) throws LoweringException {
        StringBuilder drl = new StringBuilder(HEAD);
        RulePrinter rules = new RulePrinter(constants);
        for (RuleUnit unit : units) {
            try {
                if (unit instanceof Table table) {
                    constants.addRows(table.number(), new TableRows(table));
                    drl.append(TablePrinter.print(table));
                } else {
                    drl.append(rules.print((Rule) unit));
                }
            } catch (com.google.re2j.PatternSyntaxException e) {
                throw new LoweringException(List.of(unit.number()), "a pattern that is none");
            } catch (IllegalArgumentException e) {
                throw new LoweringException(List.of(unit.number()), String.valueOf(e.getMessage()));
            }
        }
        return drl.toString();
    }

    private static String imports(Class<?>... types) {
        StringBuilder imports = new StringBuilder();
        for (Class<?> type : types) {
            imports.append("import ").append(type.getName()).append(";\n");
        }
        return imports.toString();
    }
}
