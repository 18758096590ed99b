package io.shirube.engine.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Account;
import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.simulate.SmallFolder;
import io.shirube.engine.whatif.WhatIfAnswer.ForGoal;
import io.shirube.engine.whatif.WhatIfAnswer.WayTo;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A small folder: 100 employees or 500 seats are high touch, 30 employees or 50 seats low; 40 % of the seats in use are yellow, 70 %
 * green; an upsell wants high touch and 90 to 97 %.
 */
class WhatIfTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final int MOST = 5_000;

    private final SmallFolder folder = SmallFolder.sound();

    /** 88 employees, 40 seats, 35 % of them used: low touch, red. */
    private final Map<String, Object> signals = new HashMap<>(Map.of("licensedSeats", 40.0, "seatUtilisation", 0.35));

    private @Nullable Contract contract;
    private List<Ticket> tickets = List.of();

    private AccountSnapshot account() {
        Map<String, List<Measurement>> readings = new HashMap<>();
        signals.forEach((name, value) -> readings.put(name, List.of(new Measurement(value, AS_OF))));
        return new AccountSnapshot(
                new Account("A-1", null, 88.0, null, null, null, Map.of(), null, null),
                contract,
                readings,
                tickets,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                null);
    }

    private static WhatIf whatIf(SmallFolder folder) {
        var read = RulesetReader.read(folder.bundle());
        RuleModel model =
                Objects.requireNonNull(read.model(), () -> read.findings().toString());
        return new WhatIf(Ruleset.byMeaning(model));
    }

    private ForGoal ask(String goal, SmallFolder rules) throws InputException {
        WhatIf whatIf = whatIf(rules);
        WhatIfAnswer answer = whatIf.answer(
                new WhatIfRequest(account(), AS_OF, List.of(whatIf.goals().read(goal, "goal")), Map.of(), MOST));
        assertThat(answer.complete()).isTrue();
        return answer.goals().get(0);
    }

    private ForGoal ask(String goal) throws InputException {
        return ask(goal, folder);
    }

    private static List<String> changes(List<WayTo> ways) {
        return ways.stream()
                .map(way -> String.join(
                        " + ",
                        way.changes().stream()
                                .map(change -> change.input() + " " + change.from() + " to " + change.to())
                                .toList()))
                .toList();
    }

    @Test
    void findsTheNearestValueOfASignalThatBringsABand() throws InputException {
        ForGoal green = ask("band=GREEN");
        assertThat(changes(green.ways())).containsExactly("seatUtilisation 0.35 to 0.7");
        assertThat(green.ways().get(0).text().en())
                .isEqualTo("If “Seat utilisation” went from 35 % to 70 %, health would be “Green”.");
        assertThat(green.ways().get(0).text().ja()).isEqualTo("「席利用率」が35%から70%になれば、健康度は「良好」になります。");
        assertThat(changes(ask("band!=RED").ways())).containsExactly("seatUtilisation 0.35 to 0.4");
    }

    @Test
    void countsTheValuesOfTheGridOnTheWay() throws InputException {
        // rules compare the use with 40, 70, 90 and 97 %; above 35 % there are 39, 40, 41, 69 and 70 %
        assertThat(ask("band=GREEN").ways().get(0).steps()).isEqualTo(5);
    }

    @Test
    void tellsHowFarAFixedInputIsFromTheBorderAndDoesNotAdviseIt() throws InputException {
        ForGoal high = ask("touch=HIGH");
        assertThat(high.fixed()).hasSize(1);
        assertThat(high.fixed().get(0).distance()).isEqualTo(12.0);
        assertThat(high.fixed().get(0).text().en()).isEqualTo("12 employees below HIGH (88 → 100).");
        assertThat(high.fixed().get(0).text().ja()).isEqualTo("「従業員数」があと12人多ければ、タッチは「ハイタッチ」になります(88人 → 100人)。");
        assertThat(changes(high.ways())).containsExactly("licensedSeats 40.0 to 500.0");
    }

    @Test
    void answersThatNothingWithinTwoSignalsDoesIt() throws InputException {
        SmallFolder contracted = folder.edit(
                "signals.yml", "licensedSeats: {type: number,", "licensedSeats: {type: number, changeable: false,");
        ForGoal high = ask("touch=HIGH", contracted);
        assertThat(high.ways()).isEmpty();
        assertThat(high.searched()).isEqualTo(2);
        assertThat(high.text().en()).startsWith("None within two signals");
        assertThat(high.fixed().stream().map(fixed -> fixed.change().input()))
                .containsExactly("account.employees", "licensedSeats");
    }

    @Test
    void findsTwoSignalsWhereOneIsNotEnough() throws InputException {
        ForGoal upsell = ask("action=UPSELL_PROMPT");
        assertThat(changes(upsell.ways())).containsExactly("licensedSeats 40.0 to 500.0 + seatUtilisation 0.35 to 0.9");
        assertThat(upsell.ways().get(0).after().open()).containsExactly("UPSELL_PROMPT");
        assertThat(upsell.ways().get(0).text().ja()).isEqualTo("「契約席数」が40席から500席になり、「席利用率」が35%から90%になれば、「増席」が推奨されます。");
    }

    @Test
    void looksForPairsOnlyWhereNoSingleSignalIsEnough() throws InputException {
        assertThat(ask("band=GREEN").searched()).isEqualTo(1);
    }

    @Test
    void saysSoWhenTheGoalIsReachedAlready() throws InputException {
        ForGoal red = ask("band=RED");
        assertThat(red.alreadyReached()).isTrue();
        assertThat(red.ways()).isEmpty();
        assertThat(red.text().ja()).isEqualTo("すでにそうなっています。");
    }

    @Test
    void changesWhatAValueIsComputedFromRatherThanTheValue() throws InputException {
        signals.remove("seatUtilisation");
        signals.put("activeUsers", 14.0);
        SmallFolder derived = folder.edit(
                        "signals.yml",
                        "seatUtilisation: {type: number,",
                        "seatUtilisation: {type: number, derive: \"min(1, activeUsers / licensedSeats)\",")
                .append(
                        "signals.yml",
                        "  activeUsers: {type: number, unit: people, min: 0, step: 1, ja: 利用者数, en: Active users}\n")
                .edit(
                        "signals.yml",
                        "licensedSeats: {type: number,",
                        "licensedSeats: {type: number, changeable: false,");
        // 28 of 40 seats are 70 %
        assertThat(changes(ask("band=GREEN", derived).ways())).containsExactly("activeUsers 14.0 to 28.0");
    }

    @Test
    void findsTheBorderBetweenTwoFieldsThatRulesCompare() throws InputException {
        signals.put("target", 0.62);
        SmallFolder compared = folder.append(
                        "signals.yml",
                        "  target: {type: number, unit: ratio, min: 0, max: 1, step: 0.01, changeable: false, ja: 目標, en: Goal}\n")
                .append(SmallFolder.RULES, """
                        rule "Behind" @reason_ja("届きません。") @reason_en("Behind.")
                        when Signals( seatUtilisation >= target )
                        then propose( UPSELL_PROMPT, "goal" ); end
                        """);
        assertThat(changes(ask("action=UPSELL_PROMPT", compared).ways()))
                .containsExactly("seatUtilisation 0.35 to 0.62");
    }

    @Test
    void resolvesATicketRatherThanChangingACount() throws InputException {
        tickets = List.of(new Ticket("T-1", 1.0, AS_OF.minusDays(3), null, 0.0, false, "INCIDENT", null, false));
        SmallFolder withTickets = folder.append(
                        "signals.yml",
                        "  openOnes: {type: number, min: 0, step: 1, derive: \"count(Ticket(open == true))\", ja: 未解決, en: Open}\n")
                .append(SmallFolder.RULES, """
                        rule "Open" @reason_ja("未解決です。") @reason_en("Open.")
                        when Signals( openOnes >= 1 )
                        then propose( UPSELL_PROMPT, "open" ); end
                        """);
        ForGoal gone = ask("action!=TRAINING_INVITE", withTickets);
        assertThat(changes(gone.ways())).containsExactly("seatUtilisation 0.35 to 0.4");
        signals.put("seatUtilisation", 0.5);
        ForGoal closed = ask("action!=UPSELL_PROMPT", withTickets);
        assertThat(closed.ways().get(0).text().en())
                .isEqualTo("If ticket “T-1” were resolved, “Upsell” would no longer be recommended.");
        assertThat(closed.ways().get(0).text().ja()).isEqualTo("問い合わせ「T-1」が解決すれば、「増席」は推奨されなくなります。");
        assertThat(changes(closed.ways())).noneMatch(change -> change.contains("openOnes"));
    }

    @Test
    void tellsTheDayThatBringsItByItself() throws InputException {
        contract = new Contract(
                LocalDate.of(2026, 1, 1),
                AS_OF.plusDays(39),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        SmallFolder dated = folder.append(SmallFolder.RULES, """
                        rule "Ends" @reason_ja("終わります。") @reason_en("Ends.")
                        when Contract( endDaysAhead <= 30 )
                        then propose( UPSELL_PROMPT, "end" ); end
                        """);
        signals.put("seatUtilisation", 0.5);
        ForGoal soon = ask("action=UPSELL_PROMPT", dated);
        assertThat(Objects.requireNonNull(soon.day()).days()).isEqualTo(9);
        assertThat(soon.day().text().en())
                .isEqualTo(
                        "In 9 days, on 2026-11-29, “Upsell” would be recommended by itself if nothing else changed.");
        assertThat(soon.day().text().ja()).isEqualTo("ほかが変わらなければ、9日後の2026/11/29(日)に、「増席」が推奨されます。");
    }

    @Test
    void tellsBetweenWhatOutcomesAMissingSignalDecides() throws InputException {
        signals.remove("seatUtilisation");
        WhatIf whatIf = whatIf(folder);
        WhatIfAnswer answer = whatIf.answer(new WhatIfRequest(account(), AS_OF, List.of(), Map.of(), MOST));
        List<WhatIfAnswer.IfKnown> missing = Objects.requireNonNull(answer.missing());
        assertThat(missing.stream().map(WhatIfAnswer.IfKnown::input)).containsExactly("seatUtilisation");
        assertThat(missing.get(0).outcomes().stream()
                        .map(outcome -> outcome.values().ja() + " "
                                + outcome.after().band() + " " + outcome.after().open()))
                .containsExactly(
                        "39%以下 RED [CHECK_IN, TRAINING_INVITE]", "40%〜69% YELLOW [CHECK_IN]", "70%以上 GREEN [CHECK_IN]");
    }

    @Test
    void decidesTheCallersOwnChangesTogether() throws InputException {
        Map<String, @Nullable Object> changes = new HashMap<>(Map.of("seatUtilisation", 0.75));
        changes.put("account.employees", 120.0);
        WhatIfAnswer answer = whatIf(folder).answer(new WhatIfRequest(account(), AS_OF, List.of(), changes, MOST));
        WhatIfAnswer.Proposed proposed = Objects.requireNonNull(answer.proposed());
        assertThat(proposed.after().touch()).isEqualTo("HIGH");
        assertThat(proposed.after().band()).isEqualTo("GREEN");
        assertThat(proposed.differences().stream().map(text -> text.en()))
                .contains(
                        "Touch: Low touch → High touch", "Health: Red → Green", "“Training” is no longer recommended.");
        assertThat(answer.missing()).isNull();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        WhatIf whatIf = whatIf(folder);
        assertThatThrownBy(() -> whatIf.goals().read("touch=HIHG", "goals[0]"))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.problems().get(0).field()).isEqualTo("goals[0]");
                    assertThat(e.problems().get(0).detail().en())
                            .isEqualTo("There is no touch \"HIHG\". Did you mean HIGH?");
                });
        assertThatThrownBy(() -> whatIf.goals().read("HIGH", "goals[0]"))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("UNKNOWN_VALUE"));
        assertThatThrownBy(() -> whatIf.answer(
                        new WhatIfRequest(account(), AS_OF, List.of(), Map.of("seatUtilization", 0.5), MOST)))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems().get(0).detail().ja())
                                .isEqualTo("変更に書かれた seatUtilization というシグナルはありません。seatUtilisation のことですか。"));
        assertThatThrownBy(() -> whatIf.answer(
                        new WhatIfRequest(account(), AS_OF, List.of(), Map.of("seatUtilisation", 1.5), MOST)))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("OUT_OF_RANGE"));
        assertThatThrownBy(() -> whatIf.answer(
                        new WhatIfRequest(account(), AS_OF, List.of(), Map.of("account.employees", "many"), MOST)))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("WRONG_TYPE"));
    }

    @Test
    void saysThatItGaveUpWhenItWasTooMuch() throws InputException {
        WhatIf whatIf = whatIf(folder);
        WhatIfAnswer answer = whatIf.answer(new WhatIfRequest(
                account(), AS_OF, List.of(whatIf.goals().read("action=UPSELL_PROMPT", "goal")), Map.of(), 20));
        assertThat(answer.complete()).isFalse();
    }
}
