package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.Folders.expect;

import org.junit.jupiter.api.Test;

/** What authors do wrong with the file of a table, and what they are told. */
class TableFileMistakesTest {

    @Test
    void aCellNeedsAHeading() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,a,b, and more
                """,
                "ERROR cell-without-heading 2-segment/t.table.csv!H4",
                "見出しの無い列に「and more」があります。",
                "カンマの数を確かめてください。カンマを含む文は全体を「\"」で囲みます。",
                "\"and more\" stands in a column without a heading.",
                "Count the commas; put a sentence with commas in quotation marks.");
    }

    @Test
    void anOpenQuotationMarkIsShownWhereItOpens() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,"a,b
                """,
                "ERROR unclosed-quote 2-segment/t.table.csv!F4",
                "引用符「\"」が閉じていません。",
                "セルの終わりに「\"」を書いてください。",
                "A quotation mark (\") is not closed.",
                "Write \" at the end of the cell.");
    }

    @Test
    void nothingStandsBehindAClosedQuotationMark() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,"a"x,b
                """,
                "ERROR after-quote 2-segment/t.table.csv!F4",
                "閉じた引用符「\"」のあとに文字があります。",
                "セル全体を「\"」で囲み、中の「\"」は2つ重ねてください。",
                "There is text behind a closing quotation mark (\").",
                "Put the whole cell in quotation marks and double those inside.");
    }

    @Test
    void tabsAreNoCommas() {
        expect(
                "2-segment/t.table.csv",
                "table\tt\nhit\tcollect\n従業員数\t席利用率\t戦略顧客\t段階\tタッチ\treason_ja\treason_en\n100以上\t\t\t\tHIGH\ta\tb\n",
                "ERROR wrong-separator 2-segment/t.table.csv!A1",
                "列がタブで区切られています。",
                "カンマ区切り（CSV UTF-8）で保存し直してください。",
                "The columns are separated by tabs.",
                "Save it again with commas (\"CSV UTF-8\").");
    }

    @Test
    void semicolonsAreNoCommas() {
        expect(
                "2-segment/t.table.csv",
                """
                table;t
                hit;collect
                従業員数;席利用率;戦略顧客;段階;タッチ;reason_ja;reason_en
                100以上;;;;HIGH;a;b
                """,
                "ERROR wrong-separator 2-segment/t.table.csv!A1",
                "列がセミコロン「;」で区切られています。",
                "カンマ区切り（CSV UTF-8）で保存し直してください。",
                "The columns are separated by semicolons.",
                "Save it again with commas (\"CSV UTF-8\").");
    }

    @Test
    void aMisspeltFolderIsMetWithTheNearestOne() {
        expect(
                "2-segmnt/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,a,b
                """,
                "WARNING misplaced-file 2-segmnt/t.table.csv!A1",
                "「2-segmnt/t.table.csv」は読まれません。",
                "フォルダーの名前は「2-segment」のことですか。",
                "\"2-segmnt/t.table.csv\" is not read.",
                "Did you mean the folder \"2-segment\"?");
    }

    @Test
    void aTableHasTheNameOfATable() {
        expect(
                "2-segment/t.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,a,b
                """,
                "WARNING not-read 2-segment/t.csv!A1",
                "「2-segment/t.csv」は読まれません。",
                "表の名前は .table.csv、ルールの名前は .drl で終わるようにしてください。",
                "\"2-segment/t.csv\" is not read.",
                "Let the name of a table end in .table.csv and that of rules in .drl.");
    }
}
