package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.model.Position;
import java.util.regex.Pattern;

/** What no cell may be, whatever its column. */
final class CellChecks {

    /** What Excel shows for a formula that failed, or a column that is too narrow. */
    private static final Pattern EXCEL_ERROR =
            Pattern.compile("#(REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|#+)");

    private CellChecks() {}

    static boolean isExcelError(String text) {
        return EXCEL_ERROR.matcher(text).matches();
    }

    /** Returns whether a cell may be read at all; reports why not. */
    static boolean pass(String written, Position at, Report report) {
        String text = Widths.narrow(written);
        if (text.startsWith("=") && !text.startsWith("=>") && !text.startsWith("=<")) {
            report.error(
                    "formula",
                    at,
                    say(
                            "数式「" + shortened(written) + "」は読めません。",
                            "The formula \"" + shortened(written) + "\" cannot be read."),
                    say(
                            "計算した結果の値を書いてください。等しいことを表す「=」は要りません。",
                            "Write the value it gives. A sign for equality is not needed."));
            return false;
        }
        if (isExcelError(text)) {
            report.error(
                    "excel-error",
                    at,
                    say("Excelのエラー「" + written + "」が入っています。", "The cell holds Excel's error \"" + written + "\"."),
                    say("元の表でエラーを直してから保存し直してください。", "Mend the error in the workbook and save it again."));
            return false;
        }
        if (Words.isSameAsAbove(written)) {
            report.error(
                    "same-as-above",
                    at,
                    say(
                            "「" + written + "」は使えません。空欄は「何でもよい」の意味になります。",
                            "\"" + written + "\" cannot be used; a blank cell means any value."),
                    say("上の行と同じ値を書いてください。", "Write the value of the row above again."));
            return false;
        }
        if (written.indexOf('\n') >= 0) {
            report.error(
                    "line-break",
                    at,
                    say("セルの中に改行があります。", "There is a line break in the cell."),
                    say("複数の値は「|」で区切って1行に書いてください。", "Write several values in one line with \"|\" between them."));
            return false;
        }
        return true;
    }

    /** Says that full-width characters were read as plain ones. */
    static void sayNarrowed(String text, Position at, Report report) {
        if (Widths.worthSaying(text)) {
            report.notice(
                    "full-width",
                    at,
                    say("全角の「" + text + "」を半角として読みました。", "Read the full-width \"" + text + "\" as plain characters."),
                    say("半角で書くと、この表示は出ません。", "Write it in plain characters to be rid of this notice."));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
