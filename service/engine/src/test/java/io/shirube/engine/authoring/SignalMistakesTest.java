package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.Folders.expect;

import org.junit.jupiter.api.Test;

/** What authors do wrong in signals.yml, and what they are told. */
class SignalMistakesTest {

    @Test
    void yamlIsNotIndentedWithTabs() {
        expect(
                "signals.yml",
                """
                signals:
                	x: {type: number, ja: あ, en: a}
                """,
                "ERROR yaml-tab signals.yml:2:1",
                "字下げにタブ文字が使われています。",
                "半角スペース2つに置き換えてください。",
                "The line is indented with a tab.",
                "Indent with two spaces instead.");
    }

    @Test
    void aDayIsNeverSomethingToChange() {
        expect(
                "signals.yml",
                """
                signals:
                  licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
                  lastLoginAt: {type: event, changeable: true, ja: 最終ログイン日, en: Last login}
                attributes:
                  strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
                """,
                "ERROR not-changeable signals.yml:4:42",
                "日付・文字列・属性・前期の値は、変えるものとして提案できません。",
                "changeable を消してください。",
                "A day, a text, an attribute or a value of a period ago is never something to change.",
                "Leave changeable out.");
    }

    @Test
    void aKeyStandsOnce() {
        expect(
                "signals.yml",
                """
                signals:
                  licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
                attributes:
                  strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
                  strategic: {type: boolean, ja: 戦略, en: Strategic}
                """,
                "ERROR duplicate-key signals.yml:6:3",
                "「strategic」が2回書かれています（1回目は5行目）。",
                "どちらか一方を消してください。",
                "\"strategic\" is written twice (first in line 5).",
                "Delete one of the two.");
    }

    @Test
    void anUnknownKeyIsMetWithTheNearestOne() {
        expect(
                "signals.yml",
                """
                signals:
                  licensedSeats: {type: number, unti: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
                attributes:
                  strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
                """,
                "ERROR unknown-key signals.yml:2:33",
                "「unti」という項目はありません。",
                "「unit」のことですか。",
                "There is no entry \"unti\" here.",
                "Did you mean \"unit\"?");
    }

    @Test
    void aliasesAreRefused() {
        expect(
                "signals.yml",
                """
                signals: &a {}
                attributes: *a
                """,
                "ERROR yaml-alias signals.yml:1:10",
                "「&」と「*」による使い回し（アンカー）は使えません。",
                "値をそのまま書いてください。文字として使うときは引用符で囲みます。",
                "Anchors and aliases (\"&\" and \"*\") cannot be used.",
                "Write the value out; put it in quotes when it is meant as text.");
    }

    @Test
    void tagsAreRefused() {
        expect(
                "signals.yml",
                """
                signals: !!java.net.URL [x]
                """,
                "ERROR yaml-tag signals.yml:1:10",
                "「!」で始まる型の指定は使えません。",
                "「!」から始まる語を消すか、引用符で囲んでください。",
                "A type tag (\"!…\") cannot be used.",
                "Delete the word that begins with \"!\", or put it in quotes.");
    }

    @Test
    void stalenessIsANumberOfDays() {
        expect(
                "signals.yml",
                """
                signals:
                  licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: one week, ja: 席利用率, en: Seat utilisation}
                attributes:
                  strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
                """,
                "ERROR not-days signals.yml:3:84",
                "「one week」は日数として読めません。",
                "7日なら 7d のように書いてください。",
                "\"one week\" is not a number of days.",
                "For seven days write 7d.");
    }

    @Test
    void aRangeOfASignalIsNotInverted() {
        expect(
                "signals.yml",
                """
                signals:
                  licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 2, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
                attributes:
                  strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
                """,
                "ERROR range-inverted signals.yml:3:53",
                "min が max より大きくなっています。",
                "min と max を入れ替えてください。",
                "min is above max.",
                "Swap min and max.");
    }

    @Test
    void aSignalDoesNotTakeABuiltInName() {
        expect(
                "signals.yml",
                """
                signals:
                  employees: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
                attributes:
                  strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
                """,
                "ERROR name-taken signals.yml:2:3",
                "「employees」は最初から用意されている名前です。",
                "別の名前にしてください。",
                "\"employees\" is a name the program already uses.",
                "Choose another name.");
    }

    @Test
    void aMisspeltTypeIsMetWithTheNearestOne() {
        expect(
                "signals.yml",
                """
                signals:
                  licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
                attributes:
                  strategic: {type: bolean, ja: 戦略顧客, en: Strategic account}
                """,
                "ERROR unknown-type signals.yml:5:21",
                "「bolean」という型はありません。",
                "「boolean」のことですか。",
                "There is no type \"bolean\".",
                "Did you mean \"boolean\"?");
    }

    @Test
    void aSignalHasLabels() {
        expect(
                "signals.yml",
                """
                signals:
                  licensedSeats: {type: number, unit: seats, min: 0, step: 1, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
                attributes:
                  strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
                """,
                "ERROR missing-key signals.yml:2:18",
                "「ja」がありません。",
                "「ja: …」を書き加えてください。",
                "\"ja\" is missing.",
                "Add \"ja: …\".");
    }

    @Test
    void derivationsDoNotGoRoundInACircle() {
        expect(
                "signals.yml",
                """
                signals:
                  licensedSeats: {type: number, unit: seats, derive: "seatUtilisation * 100", min: 0, step: 1, ja: 契約席数, en: Licensed seats}
                  seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, derive: "licensedSeats / 2", ja: 席利用率, en: Seat utilisation}
                attributes:
                  strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
                """,
                "ERROR cyclic-derive signals.yml:2:3",
                "計算式が循環しています: licensedSeats → seatUtilisation → licensedSeats。",
                "どれか1つの derive を、ほかのシグナルから計算するように直してください。",
                "The derivations go round in a circle: licensedSeats → seatUtilisation → licensedSeats.",
                "Compute one of them from other signals.");
    }
}
