package io.shirube.engine.portfolio.report;

import java.time.LocalDate;

/**
 * How a customer decided at the end of a term.
 *
 * @param on the day of the decision, in whose month it counts
 * @param arrBefore money a year, 0 or more
 * @param arrAfter money a year from then on, 0 for who left
 */
public record ContractOutcome(String accountId, LocalDate on, long arrBefore, long arrAfter) {

    public ContractOutcome {
        if (arrBefore < 0 || arrAfter < 0) {
            throw new IllegalArgumentException("arr: below 0");
        }
    }

    /** Returns whether the customer left. */
    public boolean isLost() {
        return arrAfter == 0;
    }

    /** Returns whether the customer pays more than before. */
    public boolean isExpanded() {
        return arrAfter > arrBefore;
    }
}
