package io.shirube.io.generate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a generated portfolio in a format that has columns. */
final class GeneratedColumns {

    private static final List<String> STRUCTURE =
            words("account.id account.name account.employees account.groupEmployees account.industry account.stage"
                    + " account.attributes.strategic account.attributes.communityTouch account.attributes.testTenant"
                    + " account.attributes.successCeiling account.attributes.usageRhythm"
                    + " account.attributes.contactIsDecider account.onboardingCompletedOn contract.start contract.end"
                    + " contract.noticeRule.kind contract.noticeRule.n contract.noticeRule.months contract.noticeRule.day"
                    + " contract.noticeRule.date contract.noticeReceivedOn contract.budgetSubmissionDate"
                    + " contract.autoRenew contract.termMonths contract.arr contract.mrr contract.currency contract.plan"
                    + " contract.products");
    private static final List<String> DATED = words("licensedSeats assignedSeats activeUsers30d weeklyActiveAvg"
            + " dormantSeats90d usageChange usageChangeLastYear newUserShare newDepartmentSeats coreFeatureAdoption"
            + " dataExports30d customerClosed deploymentScore csMetric roiVerified roiRatio nps npsN npsAvg npsField"
            + " npsFieldN npsFieldAvg npsPromoter npsPromoterN npsPromoterAvg npsExecutive npsExecutiveN npsExecutiveAvg"
            + " csat requestThemes sameCauseTickets30d commitmentsOverdue championState csmSentiment statedIntent"
            + " paymentOverdueDays overdueAmount newUsersAreHires usageRiseArtificial outOfSeason topThemeShare ces"
            + " decisionLineKnown");
    private static final List<String> PREVIOUS =
            words("licensedSeats assignedSeats usageChange coreFeatureAdoption csMetric npsField");
    private static final List<String> UNDATED = words("contractSigned kickoffHeld milestonesDone milestonesTotal"
            + " coreFeatureAdoptionBest migrationPlanned csMetricName csMetricTarget successorMet successorTrained"
            + " deputyNamed championTitleChangeOnly championMailBounced churnReason priceCeilingReached fiscalYearEndMonth"
            + " renewalsCount lastLoginAt adminLastLoginAt integrationOutageAt productRedesignAt plannedGoLive"
            + " kickoffPlannedAt startDeferredUntil lastMilestoneAt goalAgreedAt roiVerifiedAt businessOutcomeConfirmedAt"
            + " severity1ResolvedAt championChangedAt championLastLoginAt lastExecutiveReviewAt fieldAlignmentDoneAt"
            + " statedAt expansionInterestAt competitorAt budgetCutAt priceNegotiationAt priceChangeInformedAt"
            + " priceChangeEffectiveAt orderedAt handoverMissing isExpansionOrder kickoffCancelled onboardingBlockedByUs"
            + " onboardingPausedUntil nextSeminarAt seminarName busySeasonFrom busySeasonUntil usageCauseTaggedAt"
            + " engagementTarget fieldSurveyAt lastInboundAt");

    private GeneratedColumns() {}

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
}
