package io.shirube.io.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.io.PortfolioFormat;
import io.shirube.io.generate.Happenings.ChampionChange;
import io.shirube.io.generate.Happenings.Decided;
import io.shirube.io.generate.Happenings.Measured;
import io.shirube.io.generate.Happenings.Survey;
import io.shirube.io.generate.Happenings.Ticket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds over a few thousand invented customers. The limits were set before the figures were looked at. */
class GeneratedLivesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
    private static final List<Life> LIVES = lives(3_000);

    private static List<Life> lives(int slots) {
        List<Life> lives = new ArrayList<>();
        for (int number = 1; number <= slots; number++) {
            Slot slot = new Slot(number, 42, AS_OF);
            for (int i = 0; i < slot.size(); i++) {
                lives.add(slot.life(i));
            }
        }
        return lives;
    }

    @Test
    void whereUseIsHighTheFieldIsContent() {
        List<double[]> pairs = new ArrayList<>();
        for (Life life : LIVES) {
            for (Survey survey : life.happenings().surveys) {
                Measured month = before(life, survey.on());
                if (survey.group().equals("npsField") && month != null) {
                    pairs.add(new double[] {month.engagement(), survey.score()});
                }
            }
        }
        assertThat(pairs).hasSizeGreaterThan(2_000);
        assertThat(correlation(pairs)).isGreaterThan(0.3);
    }

    @Test
    void thoseWhoHardlyUseItLeaveAtLeastTwiceAsOftenAsThoseWhoDo() {
        int[] low = new int[2];
        int[] high = new int[2];
        for (Life life : LIVES) {
            for (Decided decision : life.happenings().decisions) {
                Measured month = before(life, decision.on().minusDays(60));
                if (month != null && life.traits().termMonths() >= 12) {
                    count(month.engagement() < 0.4 ? low : month.engagement() >= 0.7 ? high : new int[2], decision);
                }
            }
        }
        assertThat(low[1]).isGreaterThan(200);
        assertThat(high[1]).isGreaterThan(200);
        assertThat((double) low[0] / low[1]).isGreaterThanOrEqualTo(2.0 * high[0] / high[1]);
    }

    private static void count(int[] figures, Decided decision) {
        figures[0] += decision.fate() == Fate.CHURNED ? 1 : 0;
        figures[1]++;
    }

    @Test
    void mostButNotAllDecisionsAreRenewalsOfSomeKind() {
        int[] all = new int[2];
        Set<Fate> fates = new HashSet<>();
        for (Life life : LIVES) {
            for (Decided decision : life.happenings().decisions) {
                if (life.traits().termMonths() == 12) {
                    count(all, decision);
                    fates.add(decision.fate());
                }
            }
        }
        assertThat(fates).containsExactlyInAnyOrder(Fate.values());
        assertThat((double) all[0] / all[1]).isBetween(0.03, 0.25);
    }

    @Test
    void mostChampionsLeaveOnTheFirstOfAprilOrOctober() {
        int transfers = 0;
        int all = 0;
        for (Life life : LIVES) {
            for (ChampionChange change : life.happenings().champions) {
                int month = change.on().getMonthValue();
                transfers += change.on().getDayOfMonth() == 1 && (month == 4 || month == 10) ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isGreaterThan(300);
        assertThat((double) transfers / all).isBetween(0.6, 0.95);
    }

    @Test
    void ticketsComeInBursts() {
        List<Integer> counts = new ArrayList<>();
        for (Life life : LIVES) {
            LocalDate from = AS_OF.minusMonths(12);
            if (life.traits().start().isBefore(from) && life.end().isAfter(AS_OF)) {
                for (int month = 0; month < 12; month++) {
                    counts.add(opened(life, from.plusMonths(month), from.plusMonths(month + 1)));
                }
            }
        }
        double mean = counts.stream().mapToInt(Integer::intValue).average().orElseThrow();
        double spread = counts.stream()
                .mapToDouble(count -> (count - mean) * (count - mean))
                .average()
                .orElseThrow();
        // 1 for tickets that come one by one whatever happens
        assertThat(spread / mean).isGreaterThan(1.5);
    }

    private static int opened(Life life, LocalDate from, LocalDate before) {
        int count = 0;
        for (Ticket ticket : life.happenings().tickets) {
            count += !ticket.openedOn().isBefore(from) && ticket.openedOn().isBefore(before) ? 1 : 0;
        }
        return count;
    }

    @Test
    void retailIsBusyInDecemberAndSchoolsAreEmptyInAugust() {
        assertThat(meanShare(Season.RETAIL, 12)).isGreaterThan(1.05 * meanShare(Season.RETAIL, 7));
        assertThat(meanShare(Season.SCHOOL, 8)).isLessThan(0.9 * meanShare(Season.SCHOOL, 6));
        assertThat(Season.ACCOUNTING.busy(LocalDate.of(2025, 12, 1)))
                .containsExactly(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 1, 31));
    }

    /** Returns the mean share of the assigned who used it within a month, for long-standing customers. */
    private static double meanShare(Season season, int month) {
        LocalDate end = LocalDate.of(2025, month, 1).plusMonths(1);
        return mean(season, end, measured -> (double) measured.active() / measured.assigned());
    }

    private static double mean(Season season, LocalDate on, ToDoubleFunction<Measured> figure) {
        return LIVES.stream()
                .filter(life -> life.traits().industry().season() == season)
                .filter(life -> life.traits().start().isBefore(LocalDate.of(2024, 12, 1)))
                .flatMap(life -> life.happenings().months.stream())
                .filter(measured -> measured.on().equals(on))
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    @Test
    void someOnboardingsStallAndMostAreDoneInTime() {
        int stalled = 0;
        int late = 0;
        int all = 0;
        for (Life life : LIVES) {
            List<LocalDate> milestones = life.happenings().milestones;
            long longest = 0;
            for (int i = 1; i < milestones.size(); i++) {
                longest = Math.max(longest, ChronoUnit.DAYS.between(milestones.get(i - 1), milestones.get(i)));
            }
            LocalDate last = milestones.get(milestones.size() - 1);
            stalled += longest > 35 ? 1 : 0;
            late += last.isAfter(
                            life.traits().start().plusDays(2L * life.traits().onboardingDays()))
                    ? 1
                    : 0;
            all++;
        }
        assertThat((double) stalled / all).isBetween(0.1, 0.6);
        assertThat((double) late / all).isBetween(0.02, 0.4);
    }

    @Test
    void writesHowEveryCustomerDecidedAndNeverTwiceAboutOneTerm() throws IOException {
        ByteArrayOutputStream outcomes = new ByteArrayOutputStream();
        List<ByteArrayOutputStream> months = List.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        PortfolioFiles files =
                new PortfolioFiles(new ByteArrayOutputStream(), PortfolioFormat.NDJSON, outcomes, List.copyOf(months));
        new PortfolioGenerator(500, 7, AS_OF, 12).write(files, done -> {});
        List<String> lines = outcomes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("accountId,month,decisionDate,outcome,arrBefore,arrAfter");
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("A-\\d{6}(-\\d+)?,\\d{4}-\\d\\d,\\d{4}-\\d\\d-\\d\\d,[A-Z]+,\\d+,\\d+"))
                .anyMatch(line -> line.contains(",2026-") && line.endsWith(",0") && line.contains(",CHURNED,"))
                .anyMatch(line -> line.contains(",2025-"));
        Set<String> decided = new HashSet<>();
        lines.forEach(line -> decided.add(line.substring(0, line.indexOf(','))));
        assertThat(decided).hasSizeGreaterThan(480);
        assertThat(months.get(0).toString(StandardCharsets.UTF_8).lines()).hasSize(500);
        assertThat(months.get(1).toString(StandardCharsets.UTF_8)).contains("\"A-000001\"");
    }

    @Test
    void tellsInAMonthOfTheHistoryWhatItToldThen() throws IOException {
        ByteArrayOutputStream now = new ByteArrayOutputStream();
        new PortfolioGenerator(100, 7, AS_OF).write(now, PortfolioFormat.NDJSON);
        List<ByteArrayOutputStream> months = List.of(new ByteArrayOutputStream());
        PortfolioFiles files = new PortfolioFiles(
                new ByteArrayOutputStream(), PortfolioFormat.NDJSON, new ByteArrayOutputStream(), List.copyOf(months));
        new PortfolioGenerator(100, 7, AS_OF).write(files, done -> {});
        assertThat(months.get(0).toString(StandardCharsets.UTF_8)).isEqualTo(now.toString(StandardCharsets.UTF_8));
    }

    private static @Nullable Measured before(Life life, LocalDate day) {
        Measured found = null;
        for (Measured month : life.happenings().months) {
            found = month.on().isAfter(day) ? found : month;
        }
        return found;
    }

    private static double correlation(List<double[]> pairs) {
        double left = pairs.stream().mapToDouble(pair -> pair[0]).average().orElseThrow();
        double right = pairs.stream().mapToDouble(pair -> pair[1]).average().orElseThrow();
        double both = 0;
        double ofLeft = 0;
        double ofRight = 0;
        for (double[] pair : pairs) {
            both += (pair[0] - left) * (pair[1] - right);
            ofLeft += (pair[0] - left) * (pair[0] - left);
            ofRight += (pair[1] - right) * (pair[1] - right);
        }
        return both / Math.sqrt(ofLeft * ofRight);
    }
}
