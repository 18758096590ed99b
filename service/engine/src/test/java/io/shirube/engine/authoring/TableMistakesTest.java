package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.Folders.expect;

import org.junit.jupiter.api.Test;

/** What authors do wrong with a table as a whole, and what they are told. */
class TableMistakesTest {

    @Test
    void aMisspeltHeadingIsMetWithTheNearestOne() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数l,タッチ,reason_ja,reason_en
                1000以上,HIGH,,
                """,
                "ERROR unknown-heading 2-segment/t.table.csv!A3",
                "見出し「従業員数l」にあたる項目がありません。",
                "「従業員数」のことですか。",
                "There is no field for the heading \"従業員数l\".",
                "Did you mean \"従業員数\"?");
    }

    @Test
    void aTableReadsNothingThatALaterFolderSettles() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                健康度,タッチ,reason_ja,reason_en
                GREEN,HIGH,,
                """,
                "ERROR phase-order 2-segment/t.table.csv!A3",
                "「健康度」は 3-health で決まるため、2-segment の表では使えません。",
                "この列を消すか、表をあとのフォルダーに移してください。",
                "\"健康度\" is settled in 3-health and cannot be used in a table of 2-segment.",
                "Delete the column, or move the table to a later folder.");
    }

    @Test
    void ticketsAndContactsAreNoColumns() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                重要度,タッチ,reason_ja,reason_en
                1,HIGH,,
                """,
                "ERROR collection-heading 2-segment/t.table.csv!A3",
                "「重要度」は問い合わせや担当者など何件もある項目で、表の列にはできません。",
                "signals.yml で derive: \"count(Ticket(…))\" のようなシグナルにするか、.drl のルールに書いてください。",
                "\"重要度\" belongs to items of which there are many; a table cannot have it as a column.",
                "Make a signal of it (derive: \"count(Ticket(…))\"), or write a rule in a .drl file.");
    }

    @Test
    void oneFieldMayNotHaveTwoColumns() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,employees,タッチ,reason_ja,reason_en
                1000以上,5,HIGH,,
                """,
                "ERROR duplicate-heading 2-segment/t.table.csv!B3",
                "見出し「employees」は A3 の列と同じ項目です。",
                "1つの列にまとめてください。2つの値は「|」で並べられます。",
                "The heading \"employees\" is the same field as column A3.",
                "Make them one column; two values can stand in a cell with \"|\" between them.");
    }

    @Test
    void aTableSaysWhyInBothLanguages() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,タッチ,reason_ja
                100以上,HIGH,
                """,
                "WARNING missing-reason-column 2-segment/t.table.csv!A3",
                "理由の列「reason_en」がありません。",
                "なぜそうなるかを書く列を足してください。",
                "There is no column reason_en for the reason.",
                "Add a column that says why.");
    }

    @Test
    void aBlankReasonIsMentioned() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,,b
                """,
                "NOTICE no-reason 2-segment/t.table.csv!F4",
                "理由が空欄です。",
                "なぜそうなるかを1文で書いてください。",
                "The reason is blank.",
                "Say why in a sentence.");
    }

    @Test
    void aTableSaysHowItHits() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                従業員数,タッチ,reason_ja,reason_en
                100以上,HIGH,a,b
                """,
                "ERROR missing-hit 2-segment/t.table.csv!A1",
                "見出しの上に「hit」の行がありません。",
                "hit,single（当てはまる行は1つだけ）、hit,first（上から最初の1行）、hit,collect（当てはまる行すべて）のどれかを書いてください。",
                "There is no line \"hit\" above the headings.",
                "Write hit,single (at most one row is true), hit,first (the topmost true row) or hit,collect (every true row).");
    }

    @Test
    void aMisspeltHitIsMetWithTheNearestOne() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,singel
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,a,b
                """,
                "ERROR unknown-hit 2-segment/t.table.csv!B2",
                "hit の値「singel」はありません。",
                "「single」のことですか。",
                "There is no hit \"singel\".",
                "Did you mean \"single\"?");
    }

    @Test
    void aMisspeltLineOfTheHeadIsMetWithTheNearestOne() {
        expect(
                "2-segment/t.table.csv",
                """
                tabel,t
                hit,collect
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,a,b
                """,
                "ERROR unknown-key 2-segment/t.table.csv!A1",
                "「tabel」という行はありません。",
                "「table」のことですか。",
                "There is no line \"tabel\".",
                "Did you mean \"table\"?");
    }

    @Test
    void aTableConcludesSomething() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                従業員数,reason_ja,reason_en
                100以上,a,b
                """,
                "ERROR no-conclusion 2-segment/t.table.csv!A3",
                "結論の列がありません。",
                "このフォルダー（2-segment）の表には touch のような列が要ります。",
                "There is no column for a conclusion.",
                "A table of this folder (2-segment) needs a column such as touch.");
    }

    @Test
    void aDayThatDoesNotExistIsNoDate() {
        expect(
                "2-segment/t.table.csv",
                """
                table,t
                hit,collect
                review,2027-02-30
                従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
                100以上,,,,HIGH,a,b
                """,
                "ERROR not-a-date 2-segment/t.table.csv!B3",
                "「2027-02-30」は日付として読めません。",
                "2027-03-31 のように書いてください。",
                "\"2027-02-30\" is not a date.",
                "Write it as 2027-03-31.");
    }
}
