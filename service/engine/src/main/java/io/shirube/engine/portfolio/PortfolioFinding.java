package io.shirube.engine.portfolio;

import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that several accounts show together.
 *
 * @param type name of the finding, such as {@code PRODUCT_FEEDBACK}
 * @param key what they share: a theme, a programme, a cause; empty when the finding is the list itself
 * @param dueOn day by which the owner answers
 * @param accounts how many accounts
 * @param arr their ARR together, in the book's unit, rounded for each account
 * @param renewals how many of them decide on renewal within 180 days
 * @param cohort how many were looked at, the same as {@code accounts} where there is no cohort
 * @param high how many of them are high touch
 * @param accountIds their ids in order, at most {@value FindingTally#MOST_IDS}
 */
public record PortfolioFinding(
        String type,
        String key,
        Text title,
        String owner,
        LocalDate dueOn,
        long accounts,
        long arr,
        long renewals,
        long cohort,
        long high,
        Text text,
        List<String> accountIds) {

    public PortfolioFinding {
        accountIds = List.copyOf(accountIds);
    }
}
