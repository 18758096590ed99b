package io.shirube.bench.subject;

import io.shirube.bench.twin.TwinCustomer.Stage;
import io.shirube.bench.twin.TwinRow;
import io.shirube.engine.rules.RuleBundle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A segmentation table of many rows, every combination of industry, stages, employees and contract value once: as data for
 * its twins, and as the one rule file of a folder. Immutable, safe for use by many threads.
 */
public final class GeneratedTable {

    private static final List<List<Set<Stage>>> STAGES = List.of(
            List.of(Set.of(Stage.values())),
            List.of(
                    Set.of(Stage.ORDER, Stage.CONTRACT, Stage.ONBOARDING),
                    Set.of(Stage.ADOPTION, Stage.RENEWAL, Stage.LAPSED)),
            List.of(
                    Set.of(Stage.ORDER, Stage.CONTRACT),
                    Set.of(Stage.ONBOARDING),
                    Set.of(Stage.ADOPTION, Stage.LAPSED),
                    Set.of(Stage.RENEWAL)));
    private static final double[] MORE_EMPLOYEES = {0, 10, 30, 50, 100, 300, 500, 1000, 3000, 10_000};
    private static final double[] EMPLOYEES = {0, 30, 100, 300, 1000};
    private static final double[] ARR = {0, 600_000, 2_400_000, 10_000_000};

    private final List<TwinRow> rows = new ArrayList<>();

    private final int industries;

    private GeneratedTable(int industries, List<Set<Stage>> stages, double[] employees) {
        this.industries = industries;
        for (int industry = 0; industry < industries; industry++) {
            for (Set<Stage> some : stages) {
                for (int band = 0; band < employees.length; band++) {
                    add(industry(industry), some, employees[band], next(employees, band));
                }
            }
        }
    }

    private void add(String industry, Set<Stage> stages, double from, double below) {
        for (int band = 0; band < ARR.length; band++) {
            rows.add(new TwinRow(industry, stages, from, below, ARR[band], next(ARR, band), false));
        }
        rows.add(new TwinRow(industry, stages, from, below, 0, 0, true));
    }

    private static double next(double[] bounds, int band) {
        return band + 1 < bounds.length ? bounds[band + 1] : Double.POSITIVE_INFINITY;
    }

    /** @param size 50, 500 or 5000 */
    public static GeneratedTable ofRows(int size) {
        return switch (size) {
            case 50 -> new GeneratedTable(2, STAGES.get(0), EMPLOYEES);
            case 500 -> new GeneratedTable(10, STAGES.get(1), EMPLOYEES);
            case 5000 -> new GeneratedTable(25, STAGES.get(2), MORE_EMPLOYEES);
            default -> throw new IllegalArgumentException("size: 50, 500 or 5000, was " + size);
        };
    }

    /** Returns the name of an industry as the tables and the accounts write it. */
    public static String industry(int number) {
        return String.format(Locale.ROOT, "I%02d", number);
    }

    /** Returns how many industries it knows; numbers from 0. */
    public int industries() {
        return industries;
    }

    /** Returns the rows in their order. */
    public List<TwinRow> rows() {
        return List.copyOf(rows);
    }

    /** Returns a rule folder with the frozen catalogues and this table alone. */
    public RuleBundle bundle() {
        Map<String, byte[]> files = FrozenRules.catalogues();
        files.put("2-segment/segmentation.table.csv", csv().getBytes(StandardCharsets.UTF_8));
        return RuleBundle.of(files);
    }

    private String csv() {
        String heading = "table,segmentation\nhit,single\nindustry,stage,employees,contract.arr,touch,programme\n";
        StringBuilder text = new StringBuilder(heading);
        for (int i = 0; i < rows.size(); i++) {
            TwinRow row = rows.get(i);
            text.append(row.industry())
                    .append(',')
                    .append(stages(row.stages()))
                    .append(',')
                    .append(range(row.employeesFrom(), row.employeesBelow()))
                    .append(',')
                    .append(row.arrUnknown() ? "unknown" : range(row.arrFrom(), row.arrBelow()))
                    .append(',')
                    .append(List.of("HIGH", "LOW", "TECH").get(i % 3))
                    .append(',')
                    .append(i % 2 == 0 ? "GROUP" : "INDIVIDUAL")
                    .append('\n');
        }
        return text.toString();
    }

    private static String stages(Set<Stage> stages) {
        return stages.size() == Stage.values().length
                ? ""
                : stages.stream().sorted().map(Stage::name).collect(Collectors.joining("|"));
    }

    private static String range(double from, double below) {
        String start = String.format(Locale.ROOT, "%.0f以上", from);
        return Double.isInfinite(below) ? start : start + String.format(Locale.ROOT, "%.0f未満", below);
    }
}
