package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.List;

/**
 * One kind of finding over many accounts, from {@code findings.yml}.
 *
 * @param kind what is looked for
 * @param owner who answers it
 * @param dueWorkingDays working days in which it is to be answered
 * @param limits from which figures on it is a finding
 * @param text the sentence, with {@code {key}}, {@code {accounts}}, {@code {arr}}, {@code {renewals}}, {@code {cohort}} and
 *     {@code {high}} in it
 */
public record FindingType(
        Kind kind, Text label, String owner, int dueWorkingDays, Limits limits, Text text, Position position) {

    /** Names that a text may have between braces. */
    public static final List<String> PLACES = List.of("key", "accounts", "arr", "renewals", "cohort", "high");

    /** Returns the names of the signals that are looked at. */
    public List<String> signals() {
        return switch (kind) {
            case PRODUCT_FEEDBACK -> List.of("requestThemes");
            case ONBOARDING_PROGRAMME_REVIEW -> List.of("csMetricRatio");
            case PRICING_REVIEW -> List.of("priceCeilingReached", "expansionInterestAt");
            case PATTERN_ACROSS_ACCOUNTS -> List.of("usageChange", "npsFieldAvg", "npsFieldN");
            case ADVISORY_BOARD -> List.of("sponsorsPresent", "advisoryBoardMember");
            case KNOWLEDGE_GAP, SHARED_INCIDENT -> List.of();
        };
    }

    /**
     * The figures of one finding; a kind that has no use for one leaves it alone.
     *
     * @param accounts least number of accounts, at least 1
     * @param share least share 0..1: of the book's ARR for PRODUCT_FEEDBACK, of the cohort for ONBOARDING_PROGRAMME_REVIEW
     * @param withinDays how many days back counts
     * @param afterDays days after onboarding before which nobody is in a cohort
     * @param level the figure an account is held against: see {@link Kind}
     * @param rise least change of use per working day that counts as a rise, 0.1 for a tenth
     * @param answers least number of answers behind a mean rating
     */
    public record Limits(
            int accounts, double share, int withinDays, int afterDays, double level, double rise, int answers) {}

    /** The findings the program knows how to look for. */
    public enum Kind {
        /** The same request theme from several accounts with a share of the book's ARR. */
        PRODUCT_FEEDBACK,
        /** Accounts that finished a programme {@code afterDays} ago or more and are below {@code level} of their value target. */
        ONBOARDING_PROGRAMME_REVIEW,
        /** Accounts at the price ceiling that want more. */
        PRICING_REVIEW,
        /** Questions about one topic from several accounts. */
        KNOWLEDGE_GAP,
        /** Accounts of one programme whose use rises while the mean rating of {@code answers} or more is at most {@code level}. */
        PATTERN_ACROSS_ACCOUNTS,
        /** Open tickets of severity 1 with one cause. */
        SHARED_INCIDENT,
        /** Accounts that could sit on the advisory board: high touch, a sponsor, deep success, not on it yet. */
        ADVISORY_BOARD
    }
}
