package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.Folders.expect;

import org.junit.jupiter.api.Test;

/** What tables are proved to do wrong, and what authors are told. */
class TableProofMistakesTest {

    @Test
    void blanksOfMergedCellsShowAsOverlap() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,single
                従業員数,段階,タッチ,reason_ja,reason_en
                1000以上,更新,HIGH,,
                ,更新,LOW,,
                """,
                "ERROR overlapping-rows 2-segment/t.table.csv!A5",
                "この行は 4行目と重なっています（例: 従業員数=1000、段階=更新）。",
                "空欄は「何でもよい」の意味です。セルの結合や「上と同じ」のつもりなら、値を全部の行に書いてください。",
                "This row overlaps row 4 (for example Employees=1000, Stage=Renewal).",
                "A blank cell means any value. If it was merged or meant the same as above, write the value in every row.");
    }

    @Test
    void rowsThatShareAValueAreShownWithIt() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,single
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100〜300,,,,HIGH,a,b
                300〜999,,,,LOW,a,b
                """,
                "ERROR overlapping-rows 2-segment/t.table.csv!A5",
                "この行は 4行目と重なっています（例: 従業員数=300）。",
                "境目を「以上」「未満」でそろえるか、hit を first にしてください。",
                "This row overlaps row 4 (for example Employees=300).",
                "Let one range begin where the other ends (>=, <), or make it hit,first.");
    }

    @Test
    void aMissingRowForTheUnknownIsShown() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,single
                従業員数,タッチ,reason_ja,reason_en
                100以上,HIGH,a,b
                100未満,LOW,a,b
                """,
                "WARNING table-gap 2-segment/t.table.csv!A3",
                "どの行も答えない入力があります（例: 従業員数=不明）。",
                "その値の行を足してください。結論が要らないなら、結論を空欄にした行を足します。",
                "Some inputs are answered by no row (for example Employees=unknown).",
                "Add a row for them; leave its conclusions blank when nothing should follow.");
    }

    @Test
    void aConditionOutsideTheRangeNeverHits() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                0未満,,,,HIGH,a,b
                """,
                "WARNING row-never-hits 2-segment/t.table.csv!A4",
                "「0未満」に当てはまる「従業員数」の値はないため、この行は決して当てはまりません。",
                "値を直すか、行を消してください。",
                "No value of \"Employees\" is \"0未満\", so this row never hits.",
                "Mend the value, or delete the row.");
    }

    @Test
    void aRowBelowOneThatTakesAllNeverHits() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,first
                licensedSeats,タッチ,reason_ja,reason_en
                100以上,HIGH,a,b
                200以上,LOW,a,b
                ,LOW,a,b
                """,
                "WARNING row-never-hits 2-segment/t.table.csv!A5",
                "上の行がすべて先に当てはまるため、この行は決して選ばれません。",
                "行の順番を見直すか、行を消してください。",
                "The rows above take everything, so this row never hits.",
                "Look at the order of the rows, or delete this one.");
    }
}
