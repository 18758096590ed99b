package io.shirube.io.map;

import io.shirube.engine.authoring.words.Widths;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as Japanese sheets write them: １，０００名, △12.5%, 約1,200万円, 1億2,000万, (300). */
final class NumberText {

    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,18})(?:\\.\\d{1,18})?";
    private static final Pattern PIECE = Pattern.compile("(" + DIGITS + ")(億|百万|万|千)");
    private static final Pattern WHOLE = Pattern.compile("(?<about>約|およそ|ほぼ|~|≒)?(?<sign>[-+△▲])?(?<yen>[¥\\\\$])?"
            + "(?<large>(?:" + DIGITS + "(?:億|百万|万|千))*)(?<digits>" + DIGITS + ")?"
            + "(?<unit>[^\\d.,]{0,10}?)(?<rough>程度|前後|くらい|強|弱|余|超)?");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()-]*)\\)");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+\\d+");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private NumberText() {}

    /** @param unit what the numbers of this column count, or null when they say so themselves */
    static Reading read(String cell, @Nullable String unit) {
        BigDecimal worth = unit == null ? BigDecimal.ONE : Units.worth(unit).orElse(BigDecimal.ONE);
        if (PLAIN.matcher(cell).matches()) {
            return Reading.plain(new BigDecimal(cell).multiply(worth));
        }
        String text = Widths.narrow(cell).replace("ー", "-").replaceAll("\\s", "");
        if (SCIENTIFIC.matcher(text).matches()) {
            return Reading.refused(
                    "digits-lost",
                    "「" + cell + "」は指数表記で、桁が失われています。元のファイルで列を文字列にして保存し直してください。",
                    "\"" + cell + "\" is in scientific notation: its digits are lost. Save the column as text.");
        }
        Matcher brackets = BRACKETS.matcher(text);
        Matcher whole = WHOLE.matcher(brackets.matches() ? "-" + brackets.group(1) : text);
        if (!whole.matches() || (whole.group("large").isEmpty() && whole.group("digits") == null)) {
            return none(cell);
        }
        Optional<BigDecimal> own = own(whole, worth, unit);
        if (own.isEmpty()) {
            return none(cell);
        }
        String sign = whole.group("sign");
        BigDecimal value =
                sign == null || sign.equals("+") ? own.get() : own.get().negate();
        return whole.group("about") != null || whole.group("rough") != null
                ? Reading.guessed(
                        value,
                        "about",
                        "「" + cell + "」を " + shown(value) + " としました。",
                        "\"" + cell + "\" was taken as " + shown(value) + ".")
                : Reading.normalised(
                        value, "number", "「" + cell + "」→ " + shown(value), "\"" + cell + "\" -> " + shown(value));
    }

    /** Returns what the digits say; a unit in the cell wins over the column's. */
    private static Optional<BigDecimal> own(Matcher whole, BigDecimal worth, @Nullable String unit) {
        BigDecimal sum = BigDecimal.ZERO;
        Matcher piece = PIECE.matcher(whole.group("large"));
        BigDecimal below = null;
        while (piece.find()) {
            BigDecimal power = Units.worth(piece.group(2)).orElseThrow();
            if (below != null && power.compareTo(below) >= 0) {
                return Optional.empty();
            }
            below = power;
            sum = sum.add(number(piece.group(1)).multiply(power));
        }
        String last = whole.group("digits");
        String written = whole.group("unit");
        Optional<BigDecimal> ownWorth = written.isEmpty() ? Optional.empty() : Units.worth(written);
        if (!written.isEmpty() && ownWorth.isEmpty()) {
            return Optional.empty();
        }
        boolean money = below != null || whole.group("yen") != null || written.equals("円");
        boolean plainUnit = ownWorth.isPresent() && ownWorth.get().compareTo(BigDecimal.ONE) == 0 && !money;
        BigDecimal factor = money ? BigDecimal.ONE : plainUnit || ownWorth.isEmpty() ? worth : ownWorth.orElse(worth);
        return Optional.of(
                last == null
                        ? sum
                        : sum.add(number(last).multiply(unit == null && plainUnit ? BigDecimal.ONE : factor)));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    private static Reading none(String cell) {
        return Reading.refused(
                "not-a-number",
                "「" + cell + "」は数値として読めません。数値にするか、mapping の words で意味を決めてください。",
                "\"" + cell + "\" is no number. Write one, or say what it means under words in the mapping.");
    }

    static String shown(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
