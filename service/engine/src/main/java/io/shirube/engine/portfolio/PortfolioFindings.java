package io.shirube.engine.portfolio;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.FindingType;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Vocabulary;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gathers findings while accounts pass by, one at a time, in any order and from any thread; the result depends on neither
 * while a finding has at most {@value #MOST_KEYS} keys. That bounds what is kept, whatever the size of the book.
 */
public final class PortfolioFindings {

    /** Most keys, such as request themes, kept for one finding; later new ones are left out. */
    static final int MOST_KEYS = 100_000;

    private static final Comparator<PortfolioFinding> LARGEST =
            Comparator.comparingLong(PortfolioFinding::arr).reversed().thenComparing(PortfolioFinding::key);

    private final List<FindingType> types;
    private final List<Map<String, FindingTally>> tallies = new ArrayList<>();
    private final Policies policies;
    private final Vocabulary vocabulary;
    private final LocalDate asOf;
    private long bookArr;

    /** @param types what is looked for, in the order in which it is told */
    public PortfolioFindings(List<FindingType> types, Policies policies, Vocabulary vocabulary, LocalDate asOf) {
        this.types = List.copyOf(types);
        this.policies = policies;
        this.vocabulary = vocabulary;
        this.asOf = asOf;
        types.forEach(type -> tallies.add(new HashMap<>()));
    }

    /**
     * Takes one account.
     *
     * @param facts of the snapshot on the same day
     * @param decision about it on the same day
     */
    public synchronized void add(AccountSnapshot snapshot, Facts facts, Decision decision) {
        AccountView account = new AccountView(vocabulary, snapshot, facts, decision);
        bookArr += account.arr();
        for (int i = 0; i < types.size(); i++) {
            FindingType type = types.get(i);
            Map<String, FindingTally> byKey = tallies.get(i);
            if (Grounds.isInCohort(type, account)) {
                byKey.computeIfAbsent(account.programme(), key -> new FindingTally()).cohort++;
            }
            for (String key : Grounds.keys(type, account)) {
                if (byKey.size() < MOST_KEYS || byKey.containsKey(key)) {
                    byKey.computeIfAbsent(key, unused -> new FindingTally())
                            .count(account.id(), account.arr(), account.renewsSoon(), account.isHigh());
                }
            }
        }
    }

    /** Returns what enough accounts share: in the order of the catalogue, the largest ARR first. */
    public synchronized List<PortfolioFinding> findings() {
        List<PortfolioFinding> findings = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            FindingType type = types.get(i);
            tallies.get(i).entrySet().stream()
                    .filter(entry -> isEnough(type, entry.getValue()))
                    .map(entry -> finding(type, entry.getKey(), entry.getValue()))
                    .sorted(LARGEST)
                    .forEach(findings::add);
        }
        return findings;
    }

    private boolean isEnough(FindingType type, FindingTally tally) {
        boolean many = tally.accounts >= type.limits().accounts();
        return switch (type.kind()) {
            case PRODUCT_FEEDBACK -> many && isShare(tally.arr, type, bookArr);
            case ONBOARDING_PROGRAMME_REVIEW ->
                many || (tally.accounts > 0 && isShare(tally.accounts, type, tally.cohort));
            case PRICING_REVIEW, KNOWLEDGE_GAP, PATTERN_ACROSS_ACCOUNTS, SHARED_INCIDENT, ADVISORY_BOARD -> many;
        };
    }

    private static boolean isShare(long part, FindingType type, long whole) {
        BigDecimal least = BigDecimal.valueOf(type.limits().share()).multiply(BigDecimal.valueOf(whole));
        return BigDecimal.valueOf(part).compareTo(least) >= 0;
    }

    private PortfolioFinding finding(FindingType type, String key, FindingTally tally) {
        long cohort = Math.max(tally.cohort, tally.accounts);
        return new PortfolioFinding(
                type.kind().name(),
                key,
                type.label(),
                type.owner(),
                due(type.dueWorkingDays()),
                tally.accounts,
                tally.arr,
                tally.renewals,
                cohort,
                tally.high,
                new Text(
                        said(type.text().ja(), label(type, key).ja(), tally, cohort),
                        said(type.text().en(), label(type, key).en(), tally, cohort)),
                tally.ids());
    }

    private Text label(FindingType type, String key) {
        return switch (type.kind()) {
            case ONBOARDING_PROGRAMME_REVIEW, PATTERN_ACROSS_ACCOUNTS -> {
                EnumType programmes =
                        vocabulary.required(FactType.SEGMENT, "programme").enumType();
                yield programmes == null
                        ? new Text(key, key)
                        : new Text(
                                programmes.labelsJa().getOrDefault(key, key),
                                programmes.labelsEn().getOrDefault(key, key));
            }
            case PRODUCT_FEEDBACK, PRICING_REVIEW, KNOWLEDGE_GAP, SHARED_INCIDENT, ADVISORY_BOARD -> new Text(key, key);
        };
    }

    private static String said(String text, String key, FindingTally tally, long cohort) {
        // the key last, because a theme may hold braces itself
        return text.replace("{accounts}", Long.toString(tally.accounts))
                .replace("{arr}", String.format(Locale.ROOT, "%,d", tally.arr))
                .replace("{renewals}", Long.toString(tally.renewals))
                .replace("{cohort}", Long.toString(cohort))
                .replace("{high}", Long.toString(tally.high))
                .replace("{key}", key);
    }

    private LocalDate due(int workingDays) {
        LocalDate day = asOf;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            boolean works = day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !policies.holidays().contains(day);
            left -= works ? 1 : 0;
        }
        return day;
    }
}
