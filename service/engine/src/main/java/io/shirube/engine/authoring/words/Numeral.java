package io.shirube.engine.authoring.words;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it: {@code 1,000}, {@code 60万}, {@code 1億2000万円}, {@code 50%}, {@code 5割}.
 *
 * @param value the number; a percentage is not yet divided by 100
 * @param unit the word behind it, such as {@code 名} or {@code %}; empty when there is none
 */
public record Numeral(BigDecimal value, String unit) {

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("兆", 12),
            Map.entry("千億", 11),
            Map.entry("百億", 10),
            Map.entry("十億", 9),
            Map.entry("億", 8),
            Map.entry("千万", 7),
            Map.entry("百万", 6),
            Map.entry("十万", 5),
            Map.entry("万", 4),
            Map.entry("千", 3),
            Map.entry("百", 2),
            Map.entry("k", 3),
            Map.entry("K", 3),
            Map.entry("M", 6),
            Map.entry("B", 9));

    /** A plain number, then any number of powers with further digits, then a unit word. */
    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,12})?";

    private static final String POWER = "(?:兆|千億|百億|十億|億|千万|百万|十万|万|千|百|k|K|M|B)";

    /** The pattern of a number without its unit, for grammars that hold numbers; text must be narrowed. */
    public static final String PATTERN =
            "[-+]?[\u00A5]?" + DIGITS + "(?:" + POWER + "(?:" + DIGITS + POWER + ")*(?:" + DIGITS + ")?)?";

    private static final Pattern WHOLE = Pattern.compile("(" + PATTERN + ")\\s*([^\\d\\s,.|~<>=+-]{0,6})");
    private static final Pattern PIECE = Pattern.compile("(" + DIGITS + ")(" + POWER + ")?");

    /** Reads a number with an optional unit word behind it; the text must be narrowed, see {@link Widths}. */
    public static Optional<Numeral> read(String text) {
        Matcher matcher = WHOLE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        BigDecimal sum = BigDecimal.ZERO;
        int below = Integer.MAX_VALUE;
        Matcher piece = PIECE.matcher(digits);
        while (piece.find()) {
            int power = piece.group(2) == null ? 0 : POWERS.getOrDefault(piece.group(2), 0);
            if (power >= below) {
                return Optional.empty();
            }
            below = power;
            sum = sum.add(new BigDecimal(piece.group(1).replace(",", "")).scaleByPowerOfTen(power));
        }
        String unit = digits.contains("\u00A5") ? "円" : matcher.group(2);
        return Optional.of(new Numeral(digits.startsWith("-") ? sum.negate() : sum, unit));
    }

    /** Returns the number as the machine carries it. */
    public double toDouble() {
        return value.doubleValue();
    }
}
