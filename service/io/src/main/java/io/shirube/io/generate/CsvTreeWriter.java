package io.shirube.io.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries as CSV, with a byte order mark because that is what spreadsheets read as UTF-8. A cell holds one
 * reading: the newest; what a period ago was goes into the {@code …Prev} signals. Tickets and contacts have no columns.
 */
final class CsvTreeWriter implements PortfolioGenerator.TreeWriter {

    private static final List<String> STRUCTURE =
            words("account.id account.name account.employees account.groupEmployees account.industry account.stage"
                    + " account.attributes.strategic account.attributes.communityTouch account.attributes.testTenant"
                    + " account.attributes.successCeiling account.onboardingCompletedOn contract.start contract.end"
                    + " contract.noticeRule.kind contract.noticeRule.n contract.noticeRule.months contract.noticeRule.day"
                    + " contract.noticeRule.date contract.noticeReceivedOn contract.budgetSubmissionDate"
                    + " contract.autoRenew contract.termMonths contract.arr contract.mrr contract.currency contract.plan"
                    + " contract.products");
    private static final List<String> DATED = words("licensedSeats assignedSeats activeUsers30d weeklyActiveAvg"
            + " dormantSeats90d usageChange usageChangeLastYear newUserShare newDepartmentSeats coreFeatureAdoption"
            + " dataExports30d customerClosed deploymentScore csMetric roiVerified roiRatio nps npsN npsAvg npsField npsFieldN npsFieldAvg"
            + " npsPromoter npsPromoterN npsPromoterAvg npsExecutive npsExecutiveN npsExecutiveAvg csat requestThemes"
            + " sameCauseTickets30d commitmentsOverdue championState csmSentiment statedIntent paymentOverdueDays"
            + " overdueAmount");
    private static final List<String> PREVIOUS = words("licensedSeats assignedSeats usageChange coreFeatureAdoption");
    private static final List<String> UNDATED = words("contractSigned kickoffHeld milestonesDone milestonesTotal"
            + " coreFeatureAdoptionBest migrationPlanned csMetricName csMetricTarget successorMet successorTrained"
            + " deputyNamed championTitleChangeOnly championMailBounced churnReason priceCeilingReached"
            + " fiscalYearEndMonth renewalsCount lastLoginAt adminLastLoginAt integrationOutageAt productRedesignAt"
            + " plannedGoLive kickoffPlannedAt startDeferredUntil lastMilestoneAt goalAgreedAt roiVerifiedAt"
            + " businessOutcomeConfirmedAt severity1ResolvedAt championChangedAt championLastLoginAt"
            + " lastExecutiveReviewAt fieldAlignmentDoneAt statedAt expansionInterestAt competitorAt budgetCutAt"
            + " priceNegotiationAt priceChangeInformedAt");

    private final CsvWriter csv;

    CsvTreeWriter(OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(headings());
    }

    private static List<String> words(String names) {
        return Arrays.asList(names.split(" ", -1));
    }

    /** Returns every column in order; together they name every signal that is ever generated. */
    static List<String> headings() {
        return Stream.of(
                        STRUCTURE.stream(),
                        DATED.stream().flatMap(name -> Stream.of(name, name + ".at")),
                        PREVIOUS.stream().map(name -> name + "Prev"),
                        UNDATED.stream())
                .flatMap(names -> names)
                .toList();
    }

    @Override
    public void write(Map<String, @Nullable Object> entry) {
        Map<String, String> cells = new LinkedHashMap<>();
        flatten("account.", entry.get("account"), cells);
        flatten("contract.", entry.get("contract"), cells);
        if (entry.get("signals") instanceof Map<?, ?> signals) {
            signals.forEach((name, reading) -> signal(String.valueOf(name), reading, cells));
        }
        List<String> record = new ArrayList<>();
        headings().forEach(heading -> record.add(cells.getOrDefault(heading, "")));
        csv.writeRecord(record);
    }

    private static void flatten(String prefix, @Nullable Object value, Map<String, String> cells) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> flatten(prefix + name + (member instanceof Map ? "." : ""), member, cells));
        } else if (value != null) {
            cells.put(prefix, cell(value));
        }
    }

    private static void signal(String name, @Nullable Object reading, Map<String, String> cells) {
        if (reading instanceof List<?> both && both.get(0) instanceof Map) {
            signal(name, both.get(both.size() - 1), cells);
            if (both.size() > 1 && both.get(0) instanceof Map<?, ?> before) {
                signal(name + "Prev", before.get("value"), cells);
            }
        } else if (reading instanceof Map<?, ?> dated) {
            Object value = dated.get("value");
            if (value != null) {
                cells.put(name, cell(value));
                cells.put(name + ".at", String.valueOf(dated.get("at")));
            }
        } else if (reading != null) {
            cells.put(name, cell(reading));
        }
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return JsonTreeWriter.plain(number);
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("|"))
                : value.toString();
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
