package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prints a ruleset in parts of a few files each. What it prints is words of this package and numbers, nothing else.
 *
 * <p>A part is what is compiled together. Small ones make an edit live sooner, but each has a cost of its own. Which files
 * share one rests on their names, so that an edit changes hardly any part but its own.
 */
final class PartPrinter {

    private static final String PACKAGE = PartPrinter.class.getPackageName();

    private static final String HEAD = imports(
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

    private PartPrinter() {}

    static String packageName(int seat) {
        return "lowered.p" + seat;
    }

    /** @throws LoweringException with the first unit that cannot be printed */
    static List<PrintedPart> print(RuleModel model) throws LoweringException {
        SortedMap<String, List<RuleUnit>> parts = new TreeMap<>();
        for (Phase phase : Phase.values()) {
            List<RuleUnit> units = model.units(phase);
            long files = units.stream().map(PartPrinter::file).distinct().count();
            int ofPhase = Integer.highestOneBit(Math.max(1, (int) files));
            for (RuleUnit unit : units) {
                String part = phase.name() + "." + Seats.spread(file(unit), ofPhase);
                parts.computeIfAbsent(part, name -> new ArrayList<>()).add(unit);
            }
        }
        Map<String, Integer> seats = Seats.of(parts.keySet());
        List<PrintedPart> printed = new ArrayList<>();
        for (Map.Entry<String, List<RuleUnit>> part : parts.entrySet()) {
            printed.add(print(part.getValue(), Objects.requireNonNull(seats.get(part.getKey()), "seat")));
        }
        return printed;
    }

    private static String file(RuleUnit unit) {
        return unit.position().file();
    }

    private static PrintedPart print(List<RuleUnit> units, int seat) throws LoweringException {
        PartConstants constants = new PartConstants(seat);
        StringBuilder drl = new StringBuilder();
        drl.append("package ").append(packageName(seat)).append(";\n").append(HEAD);
        RulePrinter rules = new RulePrinter(constants);
        for (RuleUnit unit : units) {
            try {
                drl.append(
                        unit instanceof Table table ? TablePrinter.print(table, constants) : rules.print((Rule) unit));
            } catch (com.google.re2j.PatternSyntaxException e) {
                throw new LoweringException(List.of(unit.number()), "a pattern that is none");
            } catch (IllegalArgumentException e) {
                throw new LoweringException(List.of(unit.number()), String.valueOf(e.getMessage()));
            }
        }
        Phase phase = units.get(0).phase();
        return new PrintedPart(phase, drl.toString(), constants);
    }

    private static String imports(Class<?>... types) {
        StringBuilder imports = new StringBuilder();
        for (Class<?> type : types) {
            imports.append("import ").append(type.getName()).append(";\n");
        }
        return imports.toString();
    }
}
