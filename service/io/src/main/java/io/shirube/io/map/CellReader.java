package io.shirube.io.map;

import io.shirube.engine.authoring.words.Widths;
import io.shirube.io.sheet.SheetCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a cell by what the mapping says about its column. */
final class CellReader {

    private static final Set<String> NOT_KNOWN =
            Set.of("-", "--", "ー", "―", "—", "‐", "未定", "不明", "未取得", "n/a", "na", "空白", "(空白)", "#n/a");
    private static final Set<String> NOT_APPLICABLE = Set.of("対象外", "非該当");
    private static final Set<String> YES =
            Set.of("○", "◯", "〇", "◎", "✓", "✔", "✅", "レ", "有", "有り", "あり", "はい", "済", "true", "yes", "y");
    private static final Set<String> NO = Set.of("×", "✕", "✖", "☓", "無", "無し", "なし", "いいえ", "未", "false", "no", "n");
    private static final Set<String> UNCLEAR = Set.of("△", "▲", "▽");
    private static final int LONGEST = 10_000;

    private CellReader() {}

    /** @param row what has been read of the row so far */
    static Reading read(SheetCell cell, ColumnSpec column, @Nullable Object[] row) {
        if (cell.kind() == SheetCell.Kind.UNCOMPUTED) {
            return Reading.refused(
                    "formula",
                    "数式に計算結果が保存されていません。Excelで開いて保存し直すか、値で貼り付けてください。",
                    "The formula has no stored result. Save it again from Excel, or paste the value.");
        }
        if (cell.kind() == SheetCell.Kind.BROKEN) {
            return Reading.refused(
                    "error-value", "エラー値（" + cell.text() + "）です。", "This is an error value (" + cell.text() + ").");
        }
        String text = cell.text().strip();
        if (text.isEmpty()) {
            return Reading.plain(null);
        }
        if (text.length() > LONGEST) {
            return Reading.refused(
                    "too-long",
                    "文字が多すぎます（上限 " + LONGEST + " 文字）。",
                    "The text is too long (at most " + LONGEST + " characters).");
        }
        Reading word = word(cell, text, column);
        return word != null ? word : typed(cell, text, column, row);
    }

    private static @Nullable Reading word(SheetCell cell, String text, ColumnSpec column) {
        String folded = Headings.fold(text);
        ColumnSpec.Word own = column.words().get(folded);
        if (own != null) {
            Object meaning = own.value();
            if (meaning == null) {
                return Reading.dropped(
                        "unknown-word", "「" + text + "」は不明としました。", "\"" + text + "\" counts as unknown.");
            }
            return meaning.toString().equals(text)
                    ? Reading.plain(meaning)
                    : Reading.normalised(
                            meaning, "word", "「" + text + "」→ " + meaning, "\"" + text + "\" -> " + meaning);
        }
        if (cell.kind() != SheetCell.Kind.TEXT) {
            return null;
        }
        if (NOT_APPLICABLE.contains(folded)) {
            return Reading.dropped(
                    "not-applicable", "「" + text + "」は対象外として除きました。", "\"" + text + "\" counts as not applicable.");
        }
        if (NOT_KNOWN.contains(folded)
                || (column.type() != Type.BOOLEAN && column.type() != Type.TEXT && folded.equals("なし"))) {
            return Reading.dropped("unknown-word", "「" + text + "」は不明としました。", "\"" + text + "\" counts as unknown.");
        }
        if (UNCLEAR.contains(folded)) {
            return Reading.refused(
                    "unclear-mark",
                    "「" + text + "」は人によって意味が違います。mapping のこの列に words: {" + text + ": 意味} を書いてください。",
                    "\"" + text + "\" means different things to different people. Say words: {" + text
                            + ": …} for this column.");
        }
        if (column.strict()) {
            return Reading.refused(
                    "unknown-word",
                    "「" + text + "」の意味が mapping の words にありません。",
                    "\"" + text + "\" is not among the words of this column.");
        }
        return null;
    }

    private static Reading typed(SheetCell cell, String text, ColumnSpec column, @Nullable Object[] row) {
        return switch (column.type()) {
            case NUMBER -> number(cell, text, column);
            case DATE -> date(cell, text, column, row);
            case BOOLEAN -> flag(cell, text);
            case TEXT, NOTHING -> letters(cell, text, column);
        };
    }

    private static Reading number(SheetCell cell, String text, ColumnSpec column) {
        return switch (cell.kind()) {
            case NUMBER -> {
                BigDecimal worth = column.unit() == null
                        ? BigDecimal.ONE
                        : Units.worth(column.unit()).orElse(BigDecimal.ONE);
                yield Reading.plain(new BigDecimal(text).multiply(worth));
            }
            case PERCENT -> Reading.plain(new BigDecimal(text));
            case TEXT -> NumberText.read(text, column.unit());
            default -> Reading.refused("not-a-number", "「" + text + "」は数値ではありません。", "\"" + text + "\" is no number.");
        };
    }

    private static Reading date(SheetCell cell, String text, ColumnSpec column, @Nullable Object[] row) {
        if (cell.kind() == SheetCell.Kind.DATE) {
            return Reading.plain(LocalDate.parse(text.substring(0, "2026-04-01".length())));
        }
        LocalDate from = column.relativeTo() >= 0 && row[column.relativeTo()] instanceof LocalDate known ? known : null;
        return new DateText(column.day(), from).read(text);
    }

    private static Reading flag(SheetCell cell, String text) {
        if (cell.kind() == SheetCell.Kind.BOOLEAN) {
            return Reading.plain(Boolean.valueOf(text));
        }
        String folded = Headings.fold(text);
        if (folded.equals("true") || folded.equals("false")) {
            return Reading.plain(folded.equals("true"));
        }
        if (YES.contains(folded) || NO.contains(folded)) {
            boolean yes = YES.contains(folded);
            return Reading.normalised(yes, "mark", "「" + text + "」→ " + yes, "\"" + text + "\" -> " + yes);
        }
        Reading day = cell.kind() == SheetCell.Kind.DATE ? Reading.plain(text) : new DateText(null, null).read(text);
        if (day.value() != null && day.outcome() != MapReport.Kind.GUESSED) {
            return Reading.normalised(
                    true, "day-mark", "日付「" + text + "」を「済」としました。", "The day \"" + text + "\" means done.");
        }
        return Reading.refused(
                "not-a-mark",
                "「" + text + "」が はい・いいえ のどちらか分かりません。○ か × にするか、words に書いてください。",
                "\"" + text + "\" is neither yes nor no. Write ○ or ×, or say it under words.");
    }

    private static Reading letters(SheetCell cell, String text, ColumnSpec column) {
        String narrow = column.company() ? Companies.written(text) : text.replaceAll("\\s*\\R\\s*", " ");
        int missing = column.digits() - narrow.length();
        if (column.digits() > 0) {
            String digits = Widths.narrow(narrow);
            if (!digits.matches("[0-9A-Za-z-]+") || missing < 0 || cell.text().matches("\\d(\\.\\d+)?[eE]\\+\\d+")) {
                return Reading.refused(
                        "code",
                        "「" + text + "」は" + column.digits() + "桁のコードではありません。",
                        "\"" + text + "\" is no code of " + column.digits() + " characters.");
            }
            if (missing > 0) {
                String code = "0".repeat(missing) + digits.toUpperCase(Locale.ROOT);
                return Reading.guessed(
                        code,
                        "leading-zeros",
                        "「" + text + "」は先頭の0が落ちたとみて " + code + " としました。",
                        "\"" + text + "\" was taken for " + code + " without its leading zeros.");
            }
            narrow = digits;
        }
        return narrow.equals(text)
                ? Reading.plain(narrow)
                : Reading.normalised(
                        narrow,
                        column.company() ? "company" : "text",
                        "「" + text + "」→ " + narrow,
                        "\"" + text + "\" -> " + narrow);
    }
}
