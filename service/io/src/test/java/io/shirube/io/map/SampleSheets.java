package io.shirube.io.map;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the sample sheets of fixtures/mappings/sheets, as Japanese teams keep them, dirt included. Run its main with the
 * folder to write them again; {@link SampleMappingsTest} reads what it writes.
 */
final class SampleSheets {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String CUSTOMERS = """
        顧客コード,会社名,法人番号,従業員数,契約席数,業種,戦略顧客,メモ
        000101,霧島計測㈱,1010001000011,"1,820名",１２０,製造,○,
        102,(株)みなと物流,2010001000022,約320,80席,物流,×,
        000103,青葉食品株式会社,3010001000033,95,40,食品,,"担当変更
        引き継ぎ済み"
        000104,有限会社つばめ堂,4010001000044,12,10,小売,×,
        000105,白樺ソフト㈱,1.01E+12,未定,60,IT,△,
        ※ 2026年11月時点,,,,,,,
        """;
    private static final String USAGE = """
        顧客名,指標,2026年度,,,,,,,,,,,
        ,,4月,5月,6月,7月,8月,9月,10月,11月,12月,1月,2月,3月
        霧島計測㈱,稼働ユーザー数,98,99,101,97,95,96,102,104,-,,,
        ,利用の増減,+2%,１％,2%,△4%,△2%,1%,6%,,,,,
        (株)みなと物流,稼働ユーザー数,60,58,51,47,40,36,31,,,77,,
        ,利用の増減,0%,△3%,△12%,△8%,△15%,△10%,△14%,,,,,
        青葉食品（株）,稼働ユーザー数,-,-,-,12,18,22,25,,,,,
        """;

    private SampleSheets() {}

    /** @param arguments the folder to write into */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path folder) throws IOException {
        Files.write(
                folder.resolve("customers.csv"), CUSTOMERS.replace("\n", "\r\n").getBytes(CP932));
        Files.write(folder.resolve("usage.csv"), USAGE.replace("\n", "\r\n").getBytes(CP932));
        workbook(folder.resolve("renewals.xlsx"), "更新管理表", SampleSheets::renewals);
        workbook(folder.resolve("onboarding.xlsx"), "オンボーディング進捗表", SampleSheets::onboarding);
        workbook(folder.resolve("touch-model.xlsx"), "タッチモデル定義表", SampleSheets::touchModel);
        workbook(folder.resolve("health-score.xlsx"), "ヘルススコア設計表", SampleSheets::healthScore);
    }

    private interface Filler {
        void fill(Worksheet sheet);
    }

    private static void workbook(Path file, String name, Filler filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Sample", "1.0")) {
            filler.fill(workbook.newWorksheet(name));
        }
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof LocalDate day) {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy/m/d").set();
            } else if (cells[column] instanceof Number number) {
                sheet.value(row, column, number);
            } else if (!cells[column].equals("")) {
                sheet.value(row, column, cells[column].toString());
            }
        }
    }

    private static void renewals(Worksheet sheet) {
        row(sheet, 0, "顧客名", "契約開始日", "契約満了日", "更新月", "更新拒絶通知期限", "自動更新", "更新対象MRR\n(千円)", "更新見込", "確認日", "担当");
        row(
                sheet,
                1,
                "霧島計測株式会社",
                LocalDate.of(2026, 4, 1),
                "令和9年3月31日",
                "2027年4月",
                LocalDate.of(2026, 12, 31),
                "有",
                800,
                "A",
                "2026/11/10",
                "佐藤");
        row(sheet, 2, "㈱みなと物流", "2026/4/1", "3月末", "", "12月末", "有", "１５０", "B", "2026.11.2(月)", "鈴木");
        row(sheet, 3, "青葉食品(株)", "R8.7.1", "", "2027/7", "", "無", 90, "未定", "-", "鈴木");
        row(
                sheet,
                4,
                "有限会社つばめ堂",
                "26/4/1",
                LocalDate.of(2027, 3, 31),
                "2027/4",
                "",
                "有",
                12,
                "C",
                LocalDate.of(2026, 11, 15),
                "");
        row(
                sheet,
                5,
                "白樺ソフト株式会社",
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2027, 11, 30),
                "2027/12",
                "",
                "有",
                200,
                "A",
                "",
                "佐藤");
        row(sheet, 6, "合計");
        sheet.formula(6, 6, "SUM(G2:G6)");
        row(sheet, 8, "※ 更新月は新しい契約期間が始まる月");
        sheet.range(1, 3, 2, 3).merge();
        sheet.hideColumn(9);
    }

    private static void onboarding(Worksheet sheet) {
        row(sheet, 0, "顧客名", "準備", "", "展開", "", "完了予定日", "完了日");
        row(sheet, 1, "", "キックオフ", "初期設定", "システム連携", "管理者研修");
        row(sheet, 2, "霧島計測㈱", "○", "○", "―", "◎", LocalDate.of(2026, 6, 30), LocalDate.of(2026, 6, 20));
        row(sheet, 3, "(株)みなと物流", "○", "△", "×", "×", "2026年12月15日", "");
        row(sheet, 4, "青葉食品株式会社", LocalDate.of(2026, 7, 10), "○", "×", "△", "20261031", "");
        sheet.range(0, 0, 1, 0).merge();
        sheet.range(0, 1, 0, 2).merge();
        sheet.range(0, 3, 0, 4).merge();
        sheet.range(0, 5, 1, 5).merge();
        sheet.range(0, 6, 1, 6).merge();
    }

    private static void touchModel(Worksheet sheet) {
        row(sheet, 0, "区分", "従業員数\n(以上)", "従業員数\n(未満)", "ARR下限(万円)", "タッチモデル", "オンボーディング", "定例頻度", "備考");
        row(sheet, 1, "大規模", "1,000名", "", 240, "ハイ", "個別", "月1回", "");
        row(sheet, 2, "", 1000, "", "", "ロー", "集合", "四半期", "ARRが小さいとき");
        row(sheet, 3, "中規模", 100, "１０００", 240, "ハイ", "個別", "月1回", "");
        row(sheet, 4, "", 100, 1000, "", "ロー", "集合", "半期", "");
        row(sheet, 5, "小規模", "", 100, "", "テック", "セルフ", "なし", "");
        row(sheet, 6, "※ 従業員数は契約する法人のもの。連結ではない");
        sheet.range(1, 0, 2, 0).merge();
        sheet.range(3, 0, 4, 0).merge();
    }

    private static void healthScore(Worksheet sheet) {
        row(sheet, 0, "カテゴリ", "評価項目", "定義", "データ元", "更新頻度", "5点", "4点", "3点", "2点", "1点", "重み");
        row(
                sheet,
                1,
                "A 活用",
                "席利用率",
                "利用者÷契約席",
                "製品ログ",
                "月次",
                "80%以上",
                "60%以上80%未満",
                "40%以上60%未満",
                "20%以上40%未満",
                "20%未満",
                30);
        row(
                sheet,
                2,
                "",
                "コア機能",
                "使った機能の割合",
                "製品ログ",
                "月次",
                "70%以上",
                "50%以上70%未満",
                "30%以上50%未満",
                "15%以上30%未満",
                "15%未満",
                20);
        row(sheet, 3, "R 成果", "費用対効果", "検証の有無", "CSM", "半期", "経営層が承認", "検証済み", "試算のみ", "目標のみ", "なし", 50);
    }
}
