package io.shirube.engine.portfolio.report;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the indicators of a book while its accounts pass by. Keeps the outcomes and a few sums, not the accounts. Used by one
 * thread at a time.
 *
 * <p>Customers that only the outcomes tell of have left the book. They count in all, as customers since before the period began,
 * and since nobody knows their touch, what is lost and kept is not told by touch then: the rest would look better than it was. Where
 * the book of the period's start is followed ahead they came later, and do not count.
 */
public final class BookIndicators {

    private static final List<String> TOUCHES = List.of("HIGH", "LOW", "TECH");
    private static final String LAPSED = "LAPSED";

    private final Settings settings;
    private final Map<String, List<ContractOutcome>> outcomes = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final SegmentTally all = new SegmentTally(BookReport.ALL);
    private final Map<String, SegmentTally> byTouch = new TreeMap<>();
    private long accounts;
    private long lapses;

    /** @param outcomes how customers decided; those after the period's end say nothing */
    public BookIndicators(Settings settings, List<ContractOutcome> outcomes) {
        this.settings = settings;
        for (ContractOutcome outcome : outcomes) {
            if (!outcome.on().isAfter(settings.until())) {
                this.outcomes
                        .computeIfAbsent(outcome.accountId(), id -> new ArrayList<>())
                        .add(outcome);
            }
        }
        TOUCHES.forEach(touch -> byTouch.put(touch, new SegmentTally(touch)));
    }

    /**
     * Takes one account of the book.
     *
     * @param decision on the day the settings tell
     * @param programmeDays length of its onboarding programme, or nothing when no rule tells
     */
    public void add(AccountSnapshot snapshot, Decision decision, OptionalDouble programmeDays) {
        accounts++;
        seen.add(snapshot.account().id());
        boolean lapsed = decision.stage().value().equals(LAPSED);
        AccountReadings readings = new AccountReadings(snapshot, settings.asOf());
        LocalDate start = start(snapshot, readings);
        Course course = course(snapshot, readings, lapsed, start);
        all.add(readings, course, settings, lapsed, start, programmeDays);
        SegmentTally touch = byTouch.get(decision.segment().touch());
        if (touch != null) {
            touch.add(readings, course, settings, lapsed, start, programmeDays);
        }
    }

    private Course course(
            AccountSnapshot snapshot, AccountReadings readings, boolean lapsed, @Nullable LocalDate start) {
        AccountSnapshot.Contract contract = snapshot.contract();
        Double arr = contract == null ? null : contract.arr();
        long now = arr == null ? 0 : Math.max(0, Math.round(arr));
        List<ContractOutcome> told = outcomes.getOrDefault(snapshot.account().id(), List.of());
        LocalDate end = contract == null ? null : contract.end();
        if (told.isEmpty() && lapsed && end != null && !end.isAfter(settings.until())) {
            lapses++;
            told = List.of(new ContractOutcome(snapshot.account().id(), end, now, 0));
        }
        LocalDate since = earlier(start, readings.earliest());
        for (ContractOutcome outcome : told) {
            since = earlier(since, outcome.on());
        }
        // because who tells no start may have been a customer for ever
        return new Course(told, start == null ? null : since, now);
    }

    /** Returns the day on which an account became a customer, as far as the contract, its renewals and its onboarding tell. */
    private static @Nullable LocalDate start(AccountSnapshot snapshot, AccountReadings readings) {
        AccountSnapshot.Contract contract = snapshot.contract();
        LocalDate start = contract == null ? null : contract.start();
        Integer months = contract == null ? null : contract.termMonths();
        if (start != null && months != null) {
            start = start.minusMonths(Math.round(months * readings.renewals().orElse(0)));
        }
        return earlier(start, snapshot.account().onboardingCompletedOn());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate two) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return one.isBefore(two) ? one : two;
    }

    /** Returns the indicators of all accounts that were added. To be asked once. */
    public BookReport report() {
        long gone = settings.isAhead() ? 0 : addGone();
        SegmentTally.Known ofAll = known();
        SegmentTally.Known ofTouch = gone > 0 ? SegmentTally.Known.NOTHING : ofAll;
        List<BookReport.Segment> segments = new ArrayList<>();
        segments.add(all.segment(settings, ofAll));
        TOUCHES.forEach(
                touch -> segments.add(Objects.requireNonNull(byTouch.get(touch)).segment(settings, ofTouch)));
        return new BookReport(
                settings.asOf(),
                settings.monthBegin().plusDays(1),
                settings.yearBegin().plusDays(1),
                settings.until(),
                accounts,
                segments,
                notices(ofAll, gone));
    }

    private long addGone() {
        long gone = 0;
        for (Map.Entry<String, List<ContractOutcome>> entry : outcomes.entrySet()) {
            if (!seen.contains(entry.getKey())) {
                Course course = new Course(entry.getValue(), null, 0);
                gone += course.arr(settings.yearBegin()) > 0 ? 1 : 0;
                all.money.add(course, settings);
                all.chain.addOutcome(course.decided(settings.yearBegin(), settings.halfYear()), 0);
                all.chain.addOutcome(course.decided(settings.halfYear(), settings.until()), 1);
            }
        }
        return gone;
    }

    private SegmentTally.Known known() {
        if (settings.outcomesTold()) {
            return SegmentTally.Known.OUTCOMES;
        }
        return lapses > 0 ? SegmentTally.Known.LOSSES : SegmentTally.Known.NOTHING;
    }

    private List<Text> notices(SegmentTally.Known known, long gone) {
        List<Text> notices = new ArrayList<>();
        if (known == SegmentTally.Known.NOTHING) {
            notices.add(new Text(
                    "更新・解約の結果がないため、解約率・維持率・増額は求められません。",
                    "It is not told how customers decided, so there is no churn, retention or expansion."));
        } else if (known == SegmentTally.Known.LOSSES) {
            notices.add(new Text(
                    "解約は、失効したまま残っている契約 " + lapses + " 社から数えました。増額・減額の結果がないため、GRR・NRR は求められません。",
                    "Losses are counted from " + lapses
                            + " lapsed contracts that are still in the book. It is not told who pays more"
                            + " or less, so there is no GRR or NRR."));
        }
        if (settings.isAhead()) {
            notices.add(new Text(
                    settings.asOf() + " の顧客企業だけを先へ追っています。その後に加わった顧客企業は含みません。",
                    "Only the accounts of " + settings.asOf()
                            + " are followed; those that came later are not counted."));
        }
        if (gone > 0) {
            notices.add(new Text(
                    "離れた " + gone + " 社は顧客企業のファイルになく、タッチが分からないため、タッチ別の解約率・維持率は示しません。"
                            + "期首のファイルをその日の時点で読み、期末まで追うと求められます。",
                    gone
                            + " customers that left are not in the book, and nobody knows their touch: what is lost and kept is not told by"
                            + " touch. Read the book of the period's start as of that day and follow it to the end."));
        }
        return notices;
    }
}
