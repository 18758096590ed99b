package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Numeral;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.NumberText;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a written number into the value a field carries, minding its unit and its range. */
final class Figures {

    /** The unit words a number may carry, longest first, for the grammar of cells. */
    static final String UNIT_WORDS = "(?:%|割|名|人|円|日間|日|か月|ヶ月|ヵ月|カ月|ケ月|か年|年|週間|週|点|席|件|回|社|時間|d|days?)?";

    private static final Map<String, String> UNIT_OF_WORD = Map.ofEntries(
            Map.entry("名", "people"),
            Map.entry("人", "people"),
            Map.entry("円", "yen"),
            Map.entry("日", "days"),
            Map.entry("日間", "days"),
            Map.entry("d", "days"),
            Map.entry("day", "days"),
            Map.entry("days", "days"),
            Map.entry("か月", "months"),
            Map.entry("ヶ月", "months"),
            Map.entry("ヵ月", "months"),
            Map.entry("カ月", "months"),
            Map.entry("ケ月", "months"),
            Map.entry("年", "years"),
            Map.entry("か年", "years"),
            Map.entry("週", "weeks"),
            Map.entry("週間", "weeks"),
            Map.entry("点", "points"),
            Map.entry("席", "seats"),
            Map.entry("件", "count"),
            Map.entry("回", "times"),
            Map.entry("社", "companies"),
            Map.entry("時間", "hours"));
    private static final Map<String, Text> UNIT_NAMES = Map.of(
            "people", new Text("名", "people"),
            "yen", new Text("円", "yen"),
            "days", new Text("日", "days"),
            "months", new Text("か月", "months"),
            "points", new Text("点", "points"),
            "seats", new Text("席", "seats"),
            "times", new Text("回", "times"),
            "hours", new Text("時間", "hours"),
            "ratio", new Text("割合（%）", "a ratio (%)"),
            "percent", new Text("%", "percent"));

    private final Report report;

    Figures(Report report) {
        this.report = report;
    }

    /** Returns the value, or reports a unit or a size that the field does not have. */
    Optional<Double> value(Field field, Numeral numeral, String written, Position at) {
        Optional<BigDecimal> value = inUnit(field, numeral, written, at);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double number = value.get().doubleValue();
        Double min = field.min();
        Double max = field.max();
        if ((min != null && number < min) || (max != null && number > max)) {
            outOfRange(field, numeral, written, at);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private Optional<BigDecimal> inUnit(Field field, Numeral numeral, String written, Position at) {
        String word = numeral.unit();
        String unit = field.unit();
        boolean share = unit.equals("ratio") || unit.equals("percent");
        if (word.equals("%") || word.equals("割")) {
            if (!share) {
                wrongUnit(field, word, at);
                return Optional.empty();
            }
            int shift = (unit.equals("ratio") ? 2 : 0) - (word.equals("割") ? 1 : 0);
            return Optional.of(numeral.value().movePointLeft(shift));
        }
        String meant = word.isEmpty() ? unit : UNIT_OF_WORD.getOrDefault(word, "");
        boolean counted = unit.isEmpty() || !UNIT_NAMES.containsKey(unit);
        boolean counts = UNIT_OF_WORD.containsKey(word) && !meant.equals("yen");
        boolean heads = seatsOrPeople(unit) && seatsOrPeople(meant);
        if (meant.equals(unit) || (counted && counts) || heads) {
            return Optional.of(numeral.value());
        }
        wrongUnit(field, word.isEmpty() ? written : word, at);
        return Optional.empty();
    }

    private static boolean seatsOrPeople(String unit) {
        return unit.equals("seats") || unit.equals("people");
    }

    private void wrongUnit(Field field, String word, Position at) {
        @Nullable Text own = UNIT_NAMES.get(field.unit());
        Text without = say("単位を付けずに数だけを書いてください。", "Write the number without a unit.");
        Text with = own == null
                ? without
                : say(
                        "「" + field.labelJa() + "」の単位は" + own.ja() + "です。その単位に直してください。",
                        "\"" + field.labelEn() + "\" is in " + own.en() + "; write it in that unit.");
        report.error(
                "wrong-unit",
                at,
                say(
                        "単位「" + word + "」は「" + field.labelJa() + "」には使えません。",
                        "The unit \"" + word + "\" does not fit \"" + field.labelEn() + "\"."),
                with);
    }

    private void outOfRange(Field field, Numeral numeral, String written, Position at) {
        boolean percent = field.unit().equals("ratio") && numeral.unit().isEmpty();
        Text range = NumberText.range(bound(field, field.min()), bound(field, field.max()));
        Text tryThis = percent
                ? say(
                        "「" + plain(numeral.value()) + "%」のことですか。割合は 50% か 0.5 のように書きます。",
                        "Did you mean " + plain(numeral.value()) + "%? Write a ratio as 50% or 0.5.")
                : say(
                        "範囲の中の値を書くか、signals.yml の min と max を直してください。",
                        "Write a value within the range, or mend min and max in signals.yml.");
        report.error(
                "out-of-range",
                at,
                say(
                        "「" + written + "」は「" + field.labelJa() + "」の範囲（" + range.ja() + "）の外です。",
                        "\"" + written + "\" is outside the range of \"" + field.labelEn() + "\" (" + range.en()
                                + ")."),
                tryThis);
    }

    private static @Nullable String bound(Field field, @Nullable Double bound) {
        return bound == null ? null : shown(field, bound);
    }

    /** Returns a value as an author would write it in a cell of the field. */
    static String shown(Field field, double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return field.unit().equals("ratio") ? plain(exact.movePointRight(2)) + "%" : plain(exact);
    }

    private static String plain(BigDecimal value) {
        String plain = value.round(new MathContext(15)).stripTrailingZeros().toPlainString();
        return plain.equals("0.0") ? "0" : plain;
    }
}
