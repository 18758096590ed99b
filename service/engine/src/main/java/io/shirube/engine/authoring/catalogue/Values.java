package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Dates;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Numeral;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.authoring.words.Widths;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of catalogues, reporting those of another kind or outside their range. */
final class Values {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})\\s*(?:d|D|日|日間|days?)?");

    private final Report report;

    Values(Report report) {
        this.report = report;
    }

    /** Returns a number within a range; percentages count as hundredths. */
    Optional<Double> number(Yaml yaml, double min, double max) {
        String written = written(yaml);
        Optional<Numeral> numeral = Numeral.read(Widths.narrow(written));
        if (!(yaml instanceof Yaml.Scalar)
                || numeral.isEmpty()
                || !numeral.get().unit().matches("%?|円")) {
            report.error(
                    "not-a-number",
                    yaml.at(),
                    say("「" + written + "」は数値ではありません。", "\"" + written + "\" is not a number."),
                    say("0.5 や 50% や 60万 のように数値で書いてください。", "Write a number such as 0.5, 50% or 600000."));
            return Optional.empty();
        }
        sayNarrowed(yaml, written);
        double value = numeral.get().unit().equals("%")
                ? numeral.get().value().movePointLeft(2).doubleValue()
                : numeral.get().toDouble();
        if (value < min || value > max) {
            String range = plain(min) + "〜" + plain(max);
            report.error(
                    "out-of-range",
                    yaml.at(),
                    say("「" + written + "」は範囲の外です。", "\"" + written + "\" is out of range."),
                    say(range + " の値を書いてください。", "Write a value from " + plain(min) + " to " + plain(max) + "."));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** Returns a whole number within a range. */
    Optional<Integer> whole(Yaml yaml, int min, int max) {
        Optional<Double> value = number(yaml, min, max);
        if (value.isPresent() && value.get() != Math.rint(value.get())) {
            report.error(
                    "not-whole",
                    yaml.at(),
                    say("「" + written(yaml) + "」は整数ではありません。", "\"" + written(yaml) + "\" is not a whole number."),
                    say("小数点のない数で書いてください。", "Write it without a decimal point."));
            return Optional.empty();
        }
        return value.map(Double::intValue);
    }

    /** Returns a count of days, written {@code 7d}, {@code 7日} or {@code 7}. */
    Optional<Integer> days(Yaml yaml) {
        String written = written(yaml);
        Matcher matcher = DAYS.matcher(Widths.narrow(written));
        if (!(yaml instanceof Yaml.Scalar) || !matcher.matches()) {
            report.error(
                    "not-days",
                    yaml.at(),
                    say("「" + written + "」は日数として読めません。", "\"" + written + "\" is not a number of days."),
                    say("7日なら 7d のように書いてください。", "For seven days write 7d."));
            return Optional.empty();
        }
        sayNarrowed(yaml, written);
        return Optional.of(Integer.valueOf(matcher.group(1)));
    }

    /** Returns a date, written {@code 2027-03-31} or {@code 2027/3/31} or {@code 2027年3月31日}. */
    Optional<LocalDate> date(Yaml yaml) {
        String written = written(yaml);
        Optional<LocalDate> date = Dates.read(written);
        if (!(yaml instanceof Yaml.Scalar) || date.isEmpty()) {
            report.error(
                    "not-a-date",
                    yaml.at(),
                    say("「" + written + "」は日付として読めません。", "\"" + written + "\" is not a date."),
                    say("2027-03-31 のように書いてください。", "Write it as 2027-03-31."));
        }
        return date;
    }

    /** Returns yes or no. */
    Optional<Boolean> flag(Yaml yaml) {
        String written = written(yaml);
        if (yaml instanceof Yaml.Scalar && (written.equals("true") || written.equals("false"))) {
            return Optional.of(written.equals("true"));
        }
        report.error(
                "not-a-flag",
                yaml.at(),
                say("「" + written + "」は true か false ではありません。", "\"" + written + "\" is neither true nor false."),
                say("true または false と書いてください。", "Write true or false."));
        return Optional.empty();
    }

    /** Returns one of several words. */
    Optional<String> oneOf(Yaml yaml, Collection<String> words) {
        String written = written(yaml);
        if (yaml instanceof Yaml.Scalar && words.contains(written)) {
            return Optional.of(written);
        }
        report.error(
                "unknown-word",
                yaml.at(),
                say("「" + written + "」は使えません。", "\"" + written + "\" cannot be used here."),
                Hint.of(written, words));
        return Optional.empty();
    }

    /** Returns the items of a list; a single value is a list of one. */
    List<Yaml> items(Yaml yaml) {
        return yaml instanceof Yaml.Sequence sequence ? sequence.items() : List.of(yaml);
    }

    /** Returns every item that could be read. */
    <T> List<T> list(Yaml yaml, Function<Yaml, Optional<T>> reader) {
        List<T> result = new ArrayList<>();
        items(yaml).forEach(item -> reader.apply(item).ifPresent(result::add));
        return result;
    }

    /** Returns three values for HIGH, LOW, TECH: a list of three, a mapping by touch, or one value for all. */
    <T> Optional<List<T>> byTouch(Yaml yaml, Function<Yaml, Optional<T>> reader) {
        List<@Nullable T> read = new ArrayList<>();
        if (yaml instanceof Yaml.Mapping) {
            Entries entries = Entries.of(yaml, report);
            for (String touch : List.of("HIGH", "LOW", "TECH")) {
                read.add(entries.required(touch).flatMap(reader).orElse(null));
            }
            entries.end();
        } else if (yaml instanceof Yaml.Sequence sequence) {
            if (sequence.items().size() != 3) {
                int size = sequence.items().size();
                report.error(
                        "not-by-touch",
                        yaml.at(),
                        say("3つの値が必要ですが、" + size + "つあります。", "Three values are needed, there are " + size + "."),
                        say("[ハイタッチ, ロータッチ, テックタッチ] の順に3つ書いてください。", "Write three, in the order [HIGH, LOW, TECH]."));
                return Optional.empty();
            }
            sequence.items().forEach(item -> read.add(reader.apply(item).orElse(null)));
        } else {
            read.addAll(Collections.nCopies(3, reader.apply(yaml).orElse(null)));
        }
        return read.contains(null) ? Optional.empty() : Optional.of(List.copyOf(read));
    }

    /** Returns what the author wrote, shortened; collections are shown as three dots. */
    static String written(Yaml yaml) {
        String text = yaml instanceof Yaml.Scalar scalar ? scalar.text().strip() : "…";
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private void sayNarrowed(Yaml yaml, String written) {
        if (Widths.worthSaying(written)) {
            report.notice(
                    "full-width",
                    yaml.at(),
                    say(
                            "全角の「" + written + "」を半角として読みました。",
                            "Read the full-width \"" + written + "\" as plain characters."),
                    say("半角で書くと、この表示は出ません。", "Write it in plain characters to be rid of this notice."));
        }
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(15))
                .stripTrailingZeros()
                .toPlainString();
    }
}
