package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.Folders.expect;

import org.junit.jupiter.api.Test;

/** What authors do wrong in the other catalogues, and what they are told. */
class CatalogueMistakesTest {

    @Test
    void anActionHasAPurpose() {
        expect(
                "actions.yml",
                """
                actions:
                  UPSELL_PROMPT:
                    ja: アップセル提案
                    en: Upsell prompt
                    class: S
                    driver: EXPANSION
                    owner: CSM
                    due: {workingDays: 10}
                    proof: {indicator: seatUtilisation}
                """,
                "ERROR missing-purpose actions.yml:2:3",
                "「UPSELL_PROMPT」に目的（purpose）がありません。",
                "どの指標を何のために動かすかを「purpose: {ja: …, en: …}」に書いてください。",
                "\"UPSELL_PROMPT\" has no purpose.",
                "Say which indicator it moves and what for: \"purpose: {ja: …, en: …}\".");
    }

    @Test
    void aProfileIsOneThatIsWritten() {
        expect(
                "policies.yml",
                """
                profile: startr
                profiles:
                  starter: []
                """,
                "ERROR unknown-profile policies.yml:1:10",
                "「startr」というプロファイルはありません。",
                "「starter」のことですか。",
                "There is no profile \"startr\".",
                "Did you mean \"starter\"?");
    }

    @Test
    void aDriverIsOneOfFour() {
        expect(
                "actions.yml",
                """
                actions:
                  UPSELL_PROMPT:
                    ja: アップセル提案
                    en: Upsell prompt
                    class: S
                    driver: EXPANSIN
                    purpose: {ja: 席を増やす, en: More seats}
                    owner: CSM
                    due: {workingDays: 10}
                    proof: {indicator: seatUtilisation}
                """,
                "ERROR unknown-word actions.yml:6:13",
                "「EXPANSIN」は使えません。",
                "「EXPANSION」のことですか。",
                "\"EXPANSIN\" cannot be used here.",
                "Did you mean \"EXPANSION\"?");
    }

    @Test
    void listsByTouchHaveThreeValues() {
        expect(
                "actions.yml",
                """
                actions:
                  UPSELL_PROMPT:
                    ja: アップセル提案
                    en: Upsell prompt
                    class: S
                    driver: EXPANSION
                    purpose: {ja: 席を増やす, en: More seats}
                    owner: [CSM, SALES]
                    due: {workingDays: 10}
                    proof: {indicator: seatUtilisation}
                """,
                "ERROR not-by-touch actions.yml:8:12",
                "3つの値が必要ですが、2つあります。",
                "[ハイタッチ, ロータッチ, テックタッチ] の順に3つ書いてください。",
                "Three values are needed, there are 2.",
                "Write three, in the order [HIGH, LOW, TECH].");
    }

    @Test
    void aDueDateHasOneOfThreeForms() {
        expect(
                "actions.yml",
                """
                actions:
                  UPSELL_PROMPT:
                    ja: アップセル提案
                    en: Upsell prompt
                    class: S
                    driver: EXPANSION
                    purpose: {ja: 席を増やす, en: More seats}
                    owner: CSM
                    due: 10日
                    proof: {indicator: seatUtilisation}
                """,
                "ERROR bad-due actions.yml:9:10",
                "期日（due）として読めません。",
                "{workingDays: 10}、{afterStart: 14}、{beforeStart: 5}、{beforeDecision: 60}、{event: シグナル名}、step"
                        + " のどれか1つを書いてください。",
                "This is not a due date.",
                "Write one of {workingDays: 10}, {afterStart: 14}, {beforeStart: 5}, {beforeDecision: 60},"
                        + " {event: name of a signal} or step.");
    }

    @Test
    void aProofNamesASignal() {
        expect(
                "actions.yml",
                """
                actions:
                  UPSELL_PROMPT:
                    ja: アップセル提案
                    en: Upsell prompt
                    class: S
                    driver: EXPANSION
                    purpose: {ja: 席を増やす, en: More seats}
                    owner: CSM
                    due: {workingDays: 10}
                    proof: {indicator: seatUtilization}
                """,
                "ERROR unknown-field actions.yml:10:24",
                "「seatUtilization」というシグナルはありません。",
                "「seatUtilisation」のことですか。",
                "There is no signal \"seatUtilization\".",
                "Did you mean \"seatUtilisation\"?");
    }

    @Test
    void aHolidayIsADayThatExists() {
        expect(
                "calendar.yml",
                """
                until: 2027-12-31
                holidays: [2026-02-30]
                """,
                "ERROR not-a-date calendar.yml:2:12",
                "「2026-02-30」は日付として読めません。",
                "2027-03-31 のように書いてください。",
                "\"2026-02-30\" is not a date.",
                "Write it as 2027-03-31.");
    }

    @Test
    void yellowIsNotAboveGreen() {
        expect(
                "policies.yml",
                """
                bands: {green: 40, yellow: 70}
                """,
                "ERROR range-inverted policies.yml:1:28",
                "yellow が green より大きくなっています。",
                "yellow を green 以下にしてください。",
                "yellow is above green.",
                "Make yellow at most green.");
    }
}
