package io.shirube.bench.report;

import java.util.List;
import java.util.OptionalDouble;

/** The tables of figures, in Markdown. Immutable. */
public final class Report {

    private static final List<String> TABLES = List.of("50", "500", "5000");

    private final Figures figures;

    public Report(Figures figures) {
        this.figures = figures;
    }

    /**
     * Returns all tables.
     *
     * @param conditions machine, JDK, day and how thoroughly it was measured: a line each
     */
    public String markdown(List<String> conditions) {
        StringBuilder text = new StringBuilder();
        conditions.forEach(line -> text.append("- ").append(line).append('\n'));
        goals(text);
        phases(text);
        decisions(text);
        loading(text);
        batch(text);
        return text.toString();
    }

    private void goals(StringBuilder text) {
        String drools = "PhaseBench.drools";
        text.append("\n### Goals\n\n| what | goal | measured | |\n| --- | ---: | ---: | --- |\n");
        List.of(
                        new Goal(
                                "rule phase by Drools beside its twin",
                                50,
                                figures.ratio(drools, "frozen", "TwinBench.rules", ""),
                                Shown::ratio),
                        new Goal("… and what it allocates", 8000, figures.bytes(drools, "frozen"), Shown::bytes),
                        new Goal("a table of 5,000 rows by Drools", 20e3, figures.nanos(drools, "5000"), Shown::time),
                        new Goal(
                                "loading a table of 5,000 rows, warm",
                                2e9,
                                figures.nanos("LoadBench.load", "5000 false"),
                                Shown::time),
                        new Goal(
                                "verdict of every condition beside deciding",
                                4,
                                figures.ratio("PhaseBench.verdicts", "frozen", "PhaseBench.evaluator", "frozen"),
                                Shown::ratio),
                        new Goal(
                                "a full explanation of the shipped rules, rendered",
                                1e6,
                                figures.nanos("DecisionBench.fullBytes", "shipped"),
                                Shown::time))
                .forEach(goal -> text.append(goal.row()));
    }

    private void phases(StringBuilder text) {
        text.append("\n### One rule phase\n\n")
                .append("| rules | by hand | evaluator | Drools | both, always | both, 1 in 100 | all verdicts |\n")
                .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        phase(text, "41 frozen rules", "frozen", "TwinBench.rules", "");
        phase(text, "actions as shipped", "shipped", "", "");
        for (String rows : TABLES) {
            phase(text, "table of " + rows + " rows, beside a loop", rows, "TwinBench.loop", rows);
            phase(text, "table of " + rows + " rows, beside an index", rows, "TwinBench.index", rows);
        }
    }

    private void phase(StringBuilder text, String name, String rules, String twin, String twinRules) {
        text.append("| ").append(name).append(" |");
        cell(text, twin, twinRules, "", "");
        for (String what : List.of("evaluator", "drools", "always", "sampled", "verdicts")) {
            cell(text, "PhaseBench." + what, rules, twin, twinRules);
        }
        text.append('\n');
    }

    private void decisions(StringBuilder text) {
        text.append("\n### A whole decision, and its bytes\n\n")
                .append(
                        "| rules | evaluator | Drools | both, always | both, 1 in 100 | with reasons | its bytes | in full | its bytes |\n")
                .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (String rules : List.of("frozen", "shipped", "50", "500", "5000")) {
            boolean table = TABLES.contains(rules);
            text.append("| ")
                    .append(table ? "table of " + rules + " rows" : rules)
                    .append(" |");
            for (String what :
                    List.of("evaluator", "drools", "always", "sampled", "reasons", "bytes", "full", "fullBytes")) {
                cell(text, "DecisionBench." + what, rules, "", "");
            }
            text.append('\n');
        }
    }

    private void loading(StringBuilder text) {
        text.append("\n### Loading, warm\n\n| rules | from nothing | while those before are open |\n")
                .append("| --- | ---: | ---: |\n");
        for (String rules : List.of("shipped", "50", "500", "5000")) {
            text.append("| ")
                    .append(TABLES.contains(rules) ? "table of " + rules + " rows" : rules)
                    .append(" | ")
                    .append(Shown.time(figures.nanos("LoadBench.load", rules + " false")))
                    .append(" | ")
                    .append(Shown.time(figures.nanos("LoadBench.load", rules + " true")))
                    .append(" |\n");
        }
    }

    private void batch(StringBuilder text) {
        text.append("\n### A whole book, file to file, by the shipped rules\n\n")
                .append("| what | an account | beside the comparator | with reasons | beside the comparator |\n")
                .append("| --- | ---: | ---: | ---: | ---: |\n");
        for (String what : List.of(Batch.COMPARATOR, Batch.ALONE, Batch.TOGETHER)) {
            text.append("| ").append(what).append(" |");
            for (String kind : List.of(Batch.PLAIN, Batch.REASONS)) {
                text.append(' ')
                        .append(Shown.time(figures.nanos(what, kind)))
                        .append(" | ")
                        .append(Shown.ratio(figures.ratio(what, kind, Batch.COMPARATOR, kind)))
                        .append(" |");
            }
            text.append('\n');
        }
    }

    /** Writes time, ratio to the twin where there is one, and bytes, and the bar after the cell. */
    private void cell(StringBuilder text, String what, String rules, String twin, String twinRules) {
        OptionalDouble ratio = figures.ratio(what, rules, twin, twinRules);
        text.append(' ').append(Shown.time(figures.nanos(what, rules)));
        if (ratio.isPresent()) {
            text.append(", ").append(Shown.ratio(ratio));
        }
        if (figures.bytes(what, rules).isPresent()) {
            text.append(", ").append(Shown.bytes(figures.bytes(what, rules)));
        }
        text.append(" |");
    }
}
