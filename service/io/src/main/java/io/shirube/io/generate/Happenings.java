package io.shirube.io.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one customer, each thing with its days. An entry as of a day is cut from it: what comes after that day
 * is not known yet. Filled and read by one thread.
 */
final class Happenings {

    final List<Measured> months = new ArrayList<>();
    final List<LocalDate> milestones = new ArrayList<>();
    final List<Term> terms = new ArrayList<>();
    final List<Stated> stated = new ArrayList<>();
    final List<Decided> decisions = new ArrayList<>();
    final List<ChampionChange> champions = new ArrayList<>();
    final List<Survey> surveys = new ArrayList<>();
    final List<Ticket> tickets = new ArrayList<>();
    private final SortedMap<String, NavigableSet<LocalDate>> events = new TreeMap<>();

    /**
     * What was measured on a day.
     *
     * @param engagement share of the assigned seats really used, before seasons
     * @param usageChange use a working day against the month before, -1 and up
     * @param metric value metric against its target
     * @param morale -1 to 1: how the field feels
     * @param intent how the customer leans towards renewal, 0 undecided
     */
    record Measured(
            LocalDate on,
            int licensed,
            int assigned,
            int active,
            double weekly,
            int dormant,
            double usageChange,
            double newUsers,
            double core,
            double coreBest,
            double deployment,
            double metric,
            double engagement,
            double morale,
            double intent) {}

    /**
     * A contract term, both days included.
     *
     * @param from day since which its seats count; later than the start when seats were added
     */
    record Term(LocalDate start, LocalDate end, LocalDate from, int licensed, double arr) {}

    /** What the customer said about its renewal. */
    record Stated(LocalDate on, String intent) {}

    /** What was decided about the term that ends on a day. */
    record Decided(LocalDate on, LocalDate termEnd, Fate fate, double arrBefore, double arrAfter, LocalDate noticeOn) {}

    /**
     * A champion who goes.
     *
     * @param metOn day of the first meeting with the successor, or null when nobody met
     */
    record ChampionChange(
            LocalDate announcedOn, LocalDate on, @Nullable LocalDate metOn, boolean onLeave) {}

    /**
     * Answers of one group of people.
     *
     * @param group the name of the signal
     */
    record Survey(LocalDate on, String group, int score, int answers) {

        double average() {
            return Dice.rounded(Dice.within(0, 6.8 + score / 25.0, 10), 1);
        }
    }

    record Ticket(
            LocalDate openedOn,
            LocalDate closedOn,
            int severity,
            int reopened,
            boolean escalated,
            String kind,
            @Nullable String cause,
            boolean waiting) {

        boolean isOpen(LocalDate day) {
            return closedOn.isAfter(day);
        }
    }

    void add(String event, LocalDate on) {
        events.computeIfAbsent(event, name -> new TreeSet<>()).add(on);
    }

    /** Returns the last day of an event up to a day, or null. */
    @Nullable
    LocalDate last(String event, LocalDate asOf) {
        NavigableSet<LocalDate> days = events.get(event);
        return days == null ? null : days.floor(asOf);
    }

    /** Returns the first day of an event after a day, or null. */
    @Nullable
    LocalDate next(String event, LocalDate asOf) {
        NavigableSet<LocalDate> days = events.get(event);
        return days == null ? null : days.higher(asOf);
    }

    /** Returns whether an event happened within some days up to a day. */
    boolean isRecent(String event, LocalDate asOf, int days) {
        LocalDate last = last(event, asOf);
        return last != null && last.isAfter(asOf.minusDays(days));
    }

    /** Returns the term that runs on a day, or the one nearest to it. */
    Term term(LocalDate asOf) {
        Term found = terms.get(0);
        for (Term term : terms) {
            if (!term.from().isAfter(asOf)) {
                found = term;
            }
        }
        return found;
    }

    /** Returns the decision about a term when it was taken by a day, or null. */
    @Nullable
    Decided decided(Term term, LocalDate asOf) {
        for (Decided decision : decisions) {
            if (decision.termEnd().equals(term.end()) && !decision.on().isAfter(asOf)) {
                return decision;
            }
        }
        return null;
    }

    /** Returns the last change of champion that was announced by a day, or null. */
    @Nullable
    ChampionChange champion(LocalDate asOf) {
        ChampionChange found = null;
        for (ChampionChange change : champions) {
            if (!change.announcedOn().isAfter(asOf)) {
                found = change;
            }
        }
        return found;
    }
}
