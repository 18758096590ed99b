package io.shirube.engine.simulate;

import java.time.LocalDate;
import java.util.List;

/**
 * What a candidate would do to a portfolio, in sums. Accounts that move are named one by one elsewhere; every sum is that of
 * the movers plus that of the accounts that differ in nothing, which stands beside it as {@code unmoved}. Immutable.
 *
 * @param baseline revision of the rules that decide now, {@code sha256:…}
 * @param candidate revision of the rules that would
 * @param errors accounts that could not be decided on, which are in no sum
 * @param all sums over all accounts
 * @param unmoved sums over the accounts that differ in nothing
 * @param effects the edits with the accounts each moved, in the order of files and places
 * @param unexplained movers for which no set of edits was found, because it would have taken too long
 * @param touches accounts by touch before and after; {@code stages} and {@code bands} likewise
 * @param actions actions by type and touch
 * @param largest the movers with the largest ARR, at most {@value #MOST_NAMED}
 */
public record SimulationReport(
        String baseline,
        String candidate,
        LocalDate asOf,
        String engine,
        long errors,
        Sums all,
        Sums unmoved,
        List<EditEffect> effects,
        long unexplained,
        List<Cell> touches,
        List<Cell> stages,
        List<Cell> bands,
        List<ActionRow> actions,
        List<Compared> largest) {

    /** Most movers that are named in the report itself. */
    public static final int MOST_NAMED = 1_000;

    public SimulationReport {
        effects = List.copyOf(effects);
        touches = List.copyOf(touches);
        stages = List.copyOf(stages);
        bands = List.copyOf(bands);
        actions = List.copyOf(actions);
        largest = List.copyOf(largest);
    }

    /** Returns how many accounts the candidate comes to something else for. */
    public long movers() {
        return all.accounts() - unmoved.accounts();
    }

    /**
     * What an edit did.
     *
     * @param movers accounts of which some minimal sufficient set holds it
     * @param alone those which it moves without any other
     * @param arr money a year of the {@code movers}
     */
    public record EditEffect(Edit edit, long movers, long alone, long arr) {}

    /**
     * Accounts that were alike and become alike.
     *
     * @param all of all of them
     * @param unmoved of those that differ in nothing; all others are movers
     */
    public record Cell(String before, String after, Sums all, Sums unmoved) {}

    /**
     * Actions of a type for accounts of a touch; what is withdrawn, or was open before, counts for the touch before. Hours are
     * thousandths of an hour.
     *
     * @param opened open by the candidate and not by the baseline; {@code withdrawn} and {@code held} likewise
     * @param unmoved open by both, of accounts that differ in nothing
     */
    public record ActionRow(
            String type,
            String touch,
            long opened,
            long withdrawn,
            long held,
            long openBefore,
            long openAfter,
            long unmoved,
            long milliBefore,
            long milliAfter,
            long unmovedMilliBefore,
            long unmovedMilliAfter) {}
}
