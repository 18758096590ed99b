package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.Folders.expect;

import org.junit.jupiter.api.Test;

/** Words in cells that are not what authors take them for, and what they are told. */
class WordMistakesTest {

    @Test
    void aTriangleIsAskedAbout() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                ,,△,,HIGH,a,b
                """,
                "ERROR unclear-word 2-segment/t.table.csv!C4",
                "「△」が何を意味するか決められません。",
                "値が分からない行なら「不明」、何でもよい行なら空欄、そうでなければ値そのものを書いてください。",
                "It is not clear what \"△\" means here.",
                "Write unknown for a missing value, leave the cell blank for any value, or write the value itself.");
    }

    @Test
    void aMisspeltActionIsMetWithTheNearestOne() {
        expect(
                "5-actions/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,propose,reason_ja,reason_en
                100以上,UPSEL_PROMPT,a,b
                """,
                "ERROR unknown-action 5-actions/t.table.csv!B4",
                "「UPSEL_PROMPT」という推奨アクションはありません。",
                "「UPSELL_PROMPT」のことですか。",
                "There is no action \"UPSEL_PROMPT\".",
                "Did you mean \"UPSELL_PROMPT\"?");
    }

    @Test
    void formulasAreNotComputed() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                =100*10,,,,HIGH,a,b
                """,
                "ERROR formula 2-segment/t.table.csv!A4",
                "数式「=100*10」は読めません。",
                "計算した結果の値を書いてください。等しいことを表す「=」は要りません。",
                "The formula \"=100*10\" cannot be read.",
                "Write the value it gives. A sign for equality is not needed.");
    }

    @Test
    void errorsOfExcelAreNotValues() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                #REF!,,,,HIGH,a,b
                """,
                "ERROR excel-error 2-segment/t.table.csv!A4",
                "Excelのエラー「#REF!」が入っています。",
                "元の表でエラーを直してから保存し直してください。",
                "The cell holds Excel's error \"#REF!\".",
                "Mend the error in the workbook and save it again.");
    }

    @Test
    void aRangeThatExcelMadeADateIsRecognised() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                1月5日,,,,HIGH,a,b
                """,
                "ERROR looks-like-date 2-segment/t.table.csv!A4",
                "「1月5日」は日付になっています。",
                "「1-5」のような範囲をExcelが日付に変えた可能性があります。「1〜5」と書いてください。日付そのものは「…からの日数」の列で比べます。",
                "\"1月5日\" is a date.",
                "Excel may have turned a range such as 1-5 into a date: write 1〜5. Compare dates in a column of days.");
    }

    @Test
    void dittoMarksAreNotValues() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                同上,,,,HIGH,a,b
                """,
                "ERROR same-as-above 2-segment/t.table.csv!A4",
                "「同上」は使えません。空欄は「何でもよい」の意味になります。",
                "上の行と同じ値を書いてください。",
                "\"同上\" cannot be used; a blank cell means any value.",
                "Write the value of the row above again.");
    }

    @Test
    void aMisspeltNameIsMetWithTheNearestOne() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                ,,,RENEWL,HIGH,a,b
                """,
                "ERROR unknown-value 2-segment/t.table.csv!D4",
                "「RENEWL」は「段階」の値ではありません。",
                "「RENEWAL」のことですか。",
                "\"RENEWL\" is not a value of \"Stage\".",
                "Did you mean \"RENEWAL\"?");
    }

    @Test
    void aMisspeltConclusionIsMetWithTheNearestLabel() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,ハイタッ,a,b
                """,
                "ERROR unknown-value 2-segment/t.table.csv!E4",
                "「ハイタッ」は「タッチ」の値ではありません。",
                "「ハイタッチ」のことですか。",
                "\"ハイタッ\" is not a value of \"Touch\".",
                "Did you mean \"ハイタッチ\"?");
    }
}
