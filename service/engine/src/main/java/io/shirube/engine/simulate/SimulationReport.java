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
 * @param calibration how far the baseline agrees with what the portfolio says was decided
 * @param changed the movers by what is other for them
 * @param renewals accounts by the month of their decision date and by touch, months in order
 * @param personMilli thousandths of an hour that one full-time person has in 52 weeks
 * @param weeks how many weeks of work {@code roles} look at
 * @param roles hours against capacity by owner role, by name
 * @param contacts how often accounts are contacted, by touch
 * @param owners accounts by the person that they name, none when no account names one; {@code teams} likewise
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
        Calibration calibration,
        Changed changed,
        List<RenewalRow> renewals,
        long personMilli,
        int weeks,
        List<RoleRow> roles,
        List<ContactRow> contacts,
        List<Group> owners,
        List<Group> teams,
        List<Compared> largest) {

    /** Most movers that are named in the report itself. */
    public static final int MOST_NAMED = 1_000;

    public SimulationReport {
        effects = List.copyOf(effects);
        touches = List.copyOf(touches);
        stages = List.copyOf(stages);
        bands = List.copyOf(bands);
        actions = List.copyOf(actions);
        renewals = List.copyOf(renewals);
        roles = List.copyOf(roles);
        contacts = List.copyOf(contacts);
        owners = List.copyOf(owners);
        teams = List.copyOf(teams);
        largest = List.copyOf(largest);
    }

    /** Returns how many accounts the candidate comes to something else for. */
    public long movers() {
        return all.accounts() - unmoved.accounts();
    }

    /**
     * Movers by what is other for them; one may count in several.
     *
     * @param actions those for which another set of actions is open or held
     */
    public record Changed(long touch, long programme, long stage, long band, long success, long actions) {}

    /**
     * Accounts of a touch whose customers decide on the renewal in a month.
     *
     * @param month such as 2026-12, or an empty text for accounts whose decision date is not known
     */
    public record RenewalRow(String month, String touch, RenewalCount before, RenewalCount after) {}

    /**
     * Accounts and their money a year.
     *
     * @param unmoved of them those that differ in nothing
     */
    public record RenewalCount(long accounts, long arr, long unmoved, long unmovedArr) {

        /** None. */
        public static final RenewalCount NONE = new RenewalCount(0, 0, 0, 0);
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

    /**
     * How far the baseline agrees with what the portfolio says was decided.
     *
     * @param touchesTold accounts that tell which touch they have; {@code touchesAgreed} of them get it from the baseline
     * @param actionsTold actions that accounts tell are open; the baseline has {@code actionsAgreed} of them open or held
     * @param actionsOnlyByRules actions that the baseline opens for such accounts and that they do not tell
     */
    public record Calibration(
            long touchesTold, long touchesAgreed, long actionsTold, long actionsAgreed, long actionsOnlyByRules) {}

    /**
     * Work of a role that is due within the weeks looked at. Hours are thousandths of an hour.
     *
     * @param unmovedMilli hours for accounts that differ in nothing
     * @param undone actions that do not fit when the most urgent are done first; none when nobody said how many people there are
     * @param unserved accounts for which the role does nothing at all then, and their money a year
     */
    public record Load(
            long actions,
            long milli,
            long unmovedMilli,
            long undone,
            long undoneMilli,
            long unserved,
            long unservedArr) {}

    /**
     * One owner role.
     *
     * @param capacityMilli thousandths of an hour its people have, or -1 when nobody said how many there are
     */
    public record RoleRow(String role, long capacityMilli, Load before, Load after) {}

    /**
     * How often accounts of a touch are contacted within 28 days.
     *
     * @param contactedBefore contacts of the 28 days that have passed, as the portfolio tells them
     * @param plannedBefore contacts of the 28 days to come: bundles of actions that reach the customer
     * @param unmovedBefore those of accounts that differ in nothing
     * @param crowdedBefore accounts with more than four to come
     * @param mostBefore the most that one account has to come
     */
    public record ContactRow(
            String touch,
            long accountsBefore,
            long accountsAfter,
            long contactedBefore,
            long contactedAfter,
            long plannedBefore,
            long plannedAfter,
            long unmovedBefore,
            long unmovedAfter,
            long crowdedBefore,
            long crowdedAfter,
            long mostBefore,
            long mostAfter) {}

    /**
     * Accounts that belong to somebody.
     *
     * @param name of the person or team, empty for accounts that name none
     */
    public record Group(String name, Sums all, Sums unmoved) {}

    /**
     * What a touch holds when a setting has a value. Hours are thousandths of an hour.
     *
     * @param careMilli hours a year that the touch takes
     * @param workMilli hours of the open actions
     */
    public record CurvePoint(
            String setting, String value, String touch, long accounts, long arr, long careMilli, long workMilli) {}

    /**
     * Accounts of a touch in a month to come.
     *
     * @param month 0 for the day of the simulation
     */
    public record MonthRow(int month, String touch, long before, long after) {}
}
