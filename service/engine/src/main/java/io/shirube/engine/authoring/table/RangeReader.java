package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Numeral;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Table.Part;
import io.shirube.engine.rules.Table.Range;
import io.shirube.engine.rules.Table.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one number or range of numbers: {@code 1000〜}, {@code 60万以上240万未満}, {@code <50%}, {@code 42}. */
final class RangeReader {

    private static final String NUMBER = Numeral.PATTERN + Figures.UNIT_WORDS;
    private static final String WORD = "(?:以上|以下|以内|以降|未満|超過|超|を超える|を超え|より大きい|より小さい|から|まで)";
    private static final Pattern SIGNED = Pattern.compile("(>=|=>|<=|=<|≧|≥|≦|≤|>|<)(" + NUMBER + ")");
    /** A hyphen links two numbers only right behind the first; anywhere else it is a sign, as in {@code -60以上-30未満}. */
    private static final Pattern HYPHENED =
            Pattern.compile("(" + NUMBER + ")()([-ー―—])(?:(" + NUMBER + ")(" + WORD + ")?)?");

    private static final Pattern WORDED =
            Pattern.compile("(?:(" + NUMBER + ")(" + WORD + ")?)?(~|\\.\\.)?(?:(" + NUMBER + ")(" + WORD + ")?)?");
    /** Blanks may stand anywhere but between two digits, where they might be a lost separator. */
    private static final Pattern BLANK = Pattern.compile("(?<!\\d) +| +(?!\\d)");

    private static final Pattern CHANGED_BY_EXCEL =
            Pattern.compile("\\d{1,2}月\\d{1,2}日|\\d{1,2}/\\d{1,2}|\\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\\d{2}");

    private final Report report;
    private final Figures figures;

    RangeReader(Report report) {
        this.report = report;
        this.figures = new Figures(report);
    }

    /** Returns the range or number a text means, or reports why it means none. */
    Optional<Part> read(Field field, String written, Position at) {
        String text = BLANK.matcher(Widths.narrow(written)).replaceAll("");
        if (text.startsWith("約")) {
            report.notice(
                    "about",
                    at,
                    say("「約」を読み飛ばしました: " + written, "Left out 約 (about): " + written),
                    say("境目の数をそのまま書いてください。", "Write the exact number."));
            text = text.substring(1);
        }
        Matcher signed = SIGNED.matcher(text);
        if (signed.matches()) {
            return open(field, signed.group(2), word(signed.group(1)), written, at);
        }
        Matcher hyphened = HYPHENED.matcher(text);
        if (hyphened.matches()) {
            return worded(field, hyphened, written, at);
        }
        Matcher worded = WORDED.matcher(text);
        if (text.isEmpty() || !worded.matches()) {
            notANumber(field, written, at);
            return Optional.empty();
        }
        return worded(field, worded, written, at);
    }

    private Optional<Part> worded(Field field, Matcher parts, String written, Position at) {
        @Nullable String low = parts.group(1);
        @Nullable String high = parts.group(4);
        @Nullable String lowWord = "".equals(parts.group(2)) ? null : parts.group(2);
        @Nullable String highWord = parts.group(5);
        boolean wave = parts.group(3) != null;
        if (low != null && high == null && highWord == null) {
            if (!wave && lowWord == null) {
                return number(field, low, written, at).map(Value::new);
            }
            boolean downward = lowWord != null && !isLower(lowWord);
            if (wave && downward) {
                notANumber(field, written, at);
                return Optional.empty();
            }
            return open(field, low, lowWord == null ? "以上" : lowWord, written, at);
        }
        if (low == null && high != null && wave) {
            return open(field, high, highWord == null ? "以下" : highWord, written, at);
        }
        boolean linked = wave || lowWord != null;
        boolean rightWords = (lowWord == null || isLower(lowWord)) && (highWord == null || !isLower(highWord));
        if (low == null || high == null || !linked || !rightWords) {
            notANumber(field, written, at);
            return Optional.empty();
        }
        return closed(field, low, lowWord, high, highWord, written, at);
    }

    private Optional<Part> closed(
            Field field,
            String low,
            @Nullable String lowWord,
            String high,
            @Nullable String highWord,
            String written,
            Position at) {
        String first = sharedPercent(low, high);
        if (ambiguous(first, high)) {
            report.error(
                    "ambiguous-range",
                    at,
                    say("「" + written + "」は2通りに読めます。", "\"" + written + "\" can be read in two ways."),
                    say(
                            "下限にも「万」などを付けるか、数字だけで書いてください（例: 60万〜240万）。",
                            "Write the unit of size at the lower bound too (60万〜240万), or digits only."));
            return Optional.empty();
        }
        Optional<Double> from = number(field, first, written, at);
        Optional<Double> to = number(field, high, written, at);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean fromIncluded = lowWord == null || !isExcluding(lowWord);
        boolean toIncluded = highWord == null || !isExcluding(highWord);
        if (from.get() > to.get() || (from.get().equals(to.get()) && !(fromIncluded && toIncluded))) {
            report.error(
                    "range-inverted",
                    at,
                    say("「" + written + "」は下限が上限より大きい範囲です。", "\"" + written + "\" begins above its end."),
                    say("小さい数を先に書いてください。", "Write the smaller number first."));
            return Optional.empty();
        }
        return Optional.of(new Range(from.get(), fromIncluded, to.get(), toIncluded));
    }

    private Optional<Part> open(Field field, String number, String word, String written, Position at) {
        return number(field, number, written, at)
                .map(bound -> isLower(word)
                        ? new Range(bound, !isExcluding(word), Double.POSITIVE_INFINITY, false)
                        : new Range(Double.NEGATIVE_INFINITY, false, bound, !isExcluding(word)));
    }

    private Optional<Double> number(Field field, String text, String written, Position at) {
        Optional<Numeral> numeral = Numeral.read(text);
        if (numeral.isEmpty()) {
            notANumber(field, written, at);
            return Optional.empty();
        }
        return figures.value(field, numeral.get(), written, at);
    }

    private void notANumber(Field field, String written, Position at) {
        if (CHANGED_BY_EXCEL.matcher(Widths.narrow(written)).matches()) {
            report.error(
                    "looks-like-date",
                    at,
                    say("「" + written + "」は日付になっています。", "\"" + written + "\" is a date."),
                    say(
                            "「1-5」のような範囲をExcelが日付に変えた可能性があります。「1〜5」と書いてください。日付そのものは「…からの日数」の列で比べます。",
                            "Excel may have turned a range such as 1-5 into a date: write 1〜5. Compare dates in a column of days."));
            return;
        }
        report.error(
                "not-a-number",
                at,
                say(
                        "「" + written + "」は「" + field.labelJa() + "」の数値や範囲として読めません。",
                        "\"" + written + "\" is neither a number nor a range for \"" + field.labelEn() + "\"."),
                say(
                        "1000以上、300〜999、100未満、50%、不明 のように書いてください。",
                        "Write something like >=1000, 300..999, <100, 50% or unknown."));
    }

    /** In {@code 50〜80%} the sign belongs to both. */
    private static String sharedPercent(String low, String high) {
        char sign = high.charAt(high.length() - 1);
        boolean plainLow = Character.isDigit(low.charAt(low.length() - 1));
        return plainLow && (sign == '%' || sign == '割') ? low + sign : low;
    }

    private static boolean ambiguous(String low, String high) {
        boolean highHasPower = high.matches(".*[万億兆].*");
        boolean lowHasPower = low.matches(".*[千万億兆].*");
        return highHasPower
                && !lowHasPower
                && Numeral.read(low)
                        .map(numeral -> numeral.value().signum() > 0 && numeral.toDouble() < 10_000)
                        .orElse(false);
    }

    private static boolean isLower(String word) {
        return switch (word) {
            case "以上", "以降", "超", "超過", "を超える", "を超え", "より大きい", "から" -> true;
            default -> false;
        };
    }

    private static boolean isExcluding(String word) {
        return switch (word) {
            case "超", "超過", "を超える", "を超え", "より大きい", "未満", "より小さい" -> true;
            default -> false;
        };
    }

    private static String word(String sign) {
        return switch (sign) {
            case ">=", "=>", "≧", "≥" -> "以上";
            case "<=", "=<", "≦", "≤" -> "以下";
            case ">" -> "超";
            default -> "未満";
        };
    }
}
