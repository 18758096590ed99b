package io.shirube.service.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up what is kept. Safe for use by many threads. */
public interface BookFigures {

    /**
     * Accounts that stand alike.
     *
     * @param touch null, like stage and band, for accounts that no decision stands on
     * @param arr money a year, of the accounts that tell it; in the book's currency as it is told
     * @param arrKnown how many accounts tell it
     * @param openActions actions that are open or accepted
     * @param effortHours hours these take, as the rules estimate them
     */
    record Segment(
            @Nullable String touch,
            @Nullable String stage,
            @Nullable String band,
            long accounts,
            BigDecimal arr,
            long arrKnown,
            long openActions,
            double effortHours) {}

    /** Returns all accounts by touch, stage and band. */
    List<Segment> segments();

    /**
     * Work that is to be done in one week.
     *
     * @param owner who has it, or null for nobody yet
     * @param begins the week's Monday; overdue work counts for the week of today
     * @param overdue how many of the actions are overdue
     */
    record Work(String ownerRole, @Nullable String owner, LocalDate begins, long actions, long overdue, double hours) {}

    /** Returns the work of actions that are open or accepted. */
    List<Work> work(LocalDate today);
}
