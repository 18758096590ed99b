package io.shirube.engine.input;

import io.shirube.engine.model.NumberText;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of a tree and says what is wrong with them. Null and unreadable values are null. */
final class Values {

    /** Characters of a text value. */
    static final int LONGEST_TEXT = 10_000;

    /** Items of a list or members of an object. */
    static final int MOST_ITEMS = 10_000;

    private static final double LARGEST = 9_007_199_254_740_991d;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final int FIRST_YEAR = 1900;

    private final ZoneId zone;
    private final ProblemList problems;

    Values(ZoneId zone, ProblemList problems) {
        this.zone = zone;
        this.problems = problems;
    }

    ProblemList problems() {
        return problems;
    }

    @Nullable
    String text(String path, @Nullable Object value) {
        if (value instanceof String text) {
            return checkedText(path, text);
        }
        wrong(path, value, "文字列", "a text");
        return null;
    }

    private @Nullable String checkedText(String path, String text) {
        if (text.length() > LONGEST_TEXT) {
            problems.add(
                    InputCode.TEXT_TOO_LONG,
                    path,
                    path + " は" + LONGEST_TEXT + "文字以内にしてください。文字数: " + text.length(),
                    path + " may have at most " + LONGEST_TEXT + " characters, but has " + text.length() + ".");
            return null;
        }
        if (text.codePoints().anyMatch(point -> point == 0 || isSurrogate(point))) {
            problems.add(
                    InputCode.INVALID_TEXT,
                    path,
                    path + " に使えない文字（NUL または対にならないサロゲート）が含まれています。",
                    path + " contains a character no text may have (NUL or an unpaired surrogate).");
            return null;
        }
        return text;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    @Nullable
    Double number(String path, @Nullable Object value) {
        if (!(value instanceof Double number)) {
            wrong(path, value, "数値", "a number");
            return null;
        }
        if (!Double.isFinite(number) || Math.abs(number) > LARGEST) {
            outOfRange(path, number, -LARGEST, LARGEST);
            return null;
        }
        return number == 0 ? Double.valueOf(0) : number;
    }

    @Nullable
    Double number(String path, @Nullable Object value, double low, double high) {
        Double number = number(path, value);
        if (number != null && (number < low || number > high)) {
            outOfRange(path, number, low, high);
            return null;
        }
        return number;
    }

    @Nullable
    Integer whole(String path, @Nullable Object value, int low, int high) {
        Double number = number(path, value);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number)) {
            problems.addWrongType(path, number, "整数", "a whole number");
            return null;
        }
        if (number < low || number > high) {
            outOfRange(path, number, low, high);
            return null;
        }
        return number.intValue();
    }

    private void outOfRange(String path, double number, double low, double high) {
        String shown = Shown.scalar(number);
        String from = NumberText.of(low);
        String to = NumberText.of(high);
        problems.add(
                InputCode.OUT_OF_RANGE,
                path,
                path + " は" + from + "〜" + to + "の範囲で指定してください。値: " + shown,
                path + " must be between " + from + " and " + to + ", but is " + shown + ".");
    }

    @Nullable
    Boolean bool(String path, @Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        wrong(path, value, " true または false ", "true or false");
        return null;
    }

    @Nullable
    LocalDate date(String path, @Nullable Object value) {
        if (!(value instanceof String text)) {
            wrong(path, value, "日付（例: 2026-10-01）", "a date such as 2026-10-01");
            return null;
        }
        try {
            LocalDate day = DAY.matcher(text).matches()
                    ? LocalDate.parse(text)
                    : MOMENT.matcher(text).matches()
                            ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate()
                            : null;
            if (day != null && day.getYear() >= FIRST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // because a day that no calendar has is told like one that is no date at all
        }
        String shown = Shown.scalar(text);
        problems.add(
                InputCode.INVALID_DATE,
                path,
                path + " は日付ではありません。2026-10-01 または 2026-10-01T09:30:00+09:00 の形で、1900年以降の日を指定してください。値: " + shown,
                path + " is not a date. Write 2026-10-01 or 2026-10-01T09:30:00+09:00, in 1900 or later; was " + shown
                        + ".");
        return null;
    }

    /** Reads a number, boolean or text whose type only the catalogue knows; a moment becomes the text of its day. */
    @Nullable
    Object scalar(String path, @Nullable Object value) {
        if (value instanceof Double) {
            return number(path, value);
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            LocalDate day = MOMENT.matcher(text).matches() ? date(path, text) : null;
            return day == null ? text(path, text) : day.toString();
        }
        wrong(path, value, "数値・真偽値・文字列", "a number, a boolean or a text");
        return null;
    }

    @Nullable
    List<String> texts(String path, @Nullable Object value) {
        List<?> items = list(path, value);
        if (items == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String item = Paths.item(path, i);
            String text = text(item, items.get(i));
            if (text != null) {
                texts.add(text);
            } else if (items.get(i) == null) {
                problems.addRequired(item);
            }
        }
        return List.copyOf(texts);
    }

    @Nullable
    List<?> list(String path, @Nullable Object value) {
        if (!(value instanceof List<?> items)) {
            wrong(path, value, "配列", "a list");
            return null;
        }
        return fits(path, items.size()) ? items : null;
    }

    /** Says so when a list or an object has more members than allowed. */
    boolean fits(String path, int size) {
        if (size <= MOST_ITEMS) {
            return true;
        }
        problems.add(
                InputCode.TOO_MANY_ITEMS,
                path,
                path + " は" + MOST_ITEMS + "件以内にしてください。件数: " + size,
                path + " may have at most " + MOST_ITEMS + " items, but has " + size + ".");
        return false;
    }

    /** Says that a value is of another type, unless there is none or its reader has said so already. */
    void wrong(String path, @Nullable Object value, String expectedJa, String expectedEn) {
        if (value != null && value != Unreadable.VALUE) {
            problems.addWrongType(path, value, expectedJa, expectedEn);
        }
    }
}
