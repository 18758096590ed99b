package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.Folders.expect;

import org.junit.jupiter.api.Test;

/** What authors do wrong in a cell, and what they are told. */
class CellMistakesTest {

    @Test
    void fullWidthDigitsAreReadAndMentioned() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                ６０万以上,,,,HIGH,a,b
                """,
                "NOTICE full-width 2-segment/t.table.csv!A4",
                "全角の「６０万以上」を半角として読みました。",
                "半角で書くと、この表示は出ません。",
                "Read the full-width \"６０万以上\" as plain characters.",
                "Write it in plain characters to be rid of this notice.");
    }

    @Test
    void wordsAreNoNumbers() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                たくさん,,,,HIGH,a,b
                """,
                "ERROR not-a-number 2-segment/t.table.csv!A4",
                "「たくさん」は「従業員数」の数値や範囲として読めません。",
                "1000以上、300〜999、100未満、50%、不明 のように書いてください。",
                "\"たくさん\" is neither a number nor a range for \"Employees\".",
                "Write something like >=1000, 300..999, <100, 50% or unknown.");
    }

    @Test
    void aRangeBeginsWithItsSmallerNumber() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                999〜100,,,,HIGH,a,b
                """,
                "ERROR range-inverted 2-segment/t.table.csv!A4",
                "「999〜100」は下限が上限より大きい範囲です。",
                "小さい数を先に書いてください。",
                "\"999〜100\" begins above its end.",
                "Write the smaller number first.");
    }

    @Test
    void aRatioOfFiftyMeansPerhapsFiftyPercent() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                ,50以上,,,HIGH,a,b
                """,
                "ERROR out-of-range 2-segment/t.table.csv!B4",
                "「50以上」は「席利用率」の範囲（0%〜100%）の外です。",
                "「50%」のことですか。割合は 50% か 0.5 のように書きます。",
                "\"50以上\" is outside the range of \"Seat utilisation\" (from 0% to 100%).",
                "Did you mean 50%? Write a ratio as 50% or 0.5.");
    }

    @Test
    void yenAreNoPeople() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100円以上,,,,HIGH,a,b
                """,
                "ERROR wrong-unit 2-segment/t.table.csv!A4",
                "単位「円」は「従業員数」には使えません。",
                "「従業員数」の単位は名です。その単位に直してください。",
                "The unit \"円\" does not fit \"Employees\".",
                "\"Employees\" is in people; write it in that unit.");
    }

    @Test
    void aBoundWithoutManIsAskedAbout() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                60〜240万,,,,HIGH,a,b
                """,
                "ERROR ambiguous-range 2-segment/t.table.csv!A4",
                "「60〜240万」は2通りに読めます。",
                "下限にも「万」などを付けるか、数字だけで書いてください（例: 60万〜240万）。",
                "\"60〜240万\" can be read in two ways.",
                "Write the unit of size at the lower bound too (60万〜240万), or digits only.");
    }

    @Test
    void datesAreComparedInDays() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                契約開始日,タッチ,reason_ja,reason_en
                2026-04-01,HIGH,a,b
                """,
                "ERROR date-in-table 2-segment/t.table.csv!A4",
                "日付「2026-04-01」を直接は比べられません。",
                "見出しを「契約開始日からの日数」か「契約開始日までの日数」にして、日数で書いてください。",
                "The date \"2026-04-01\" cannot be compared directly.",
                "Use the heading startDaysAgo or startDaysAhead and write days.");
    }

    @Test
    void aConditionStandsInOneLine() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                "100以上
                999以下",,,,HIGH,a,b
                """,
                "ERROR line-break 2-segment/t.table.csv!A4",
                "セルの中に改行があります。",
                "複数の値は「|」で区切って1行に書いてください。",
                "There is a line break in the cell.",
                "Write several values in one line with \"|\" between them.");
    }

    @Test
    void aContextWeightNeedsAProposal() {
        expect(
                "5-actions/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,propose,context,reason_ja,reason_en
                100以上,,40,a,b
                """,
                "ERROR context-alone 5-actions/t.table.csv!C4",
                "提案が無い行に状況加点だけがあります。",
                "propose の列にアクションを書くか、状況加点を消してください。",
                "The row has a context weight but proposes nothing.",
                "Write an action in the column propose, or delete the weight.");
    }
}
