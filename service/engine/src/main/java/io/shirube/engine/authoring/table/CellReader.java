package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.IsKnown;
import io.shirube.engine.rules.Table.IsNull;
import io.shirube.engine.rules.Table.Part;
import io.shirube.engine.rules.Table.Value;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Reads the cells of condition columns. */
final class CellReader {

    private static final String OTHER_THAN = "以外";
    private static final Pattern ALTERNATIVE = Pattern.compile("[|｜、]|または|又は| or ");

    private final Report report;
    private final RangeReader ranges;
    private final ToIntFunction<String> texts;

    CellReader(Report report, ToIntFunction<String> texts) {
        this.report = report;
        this.ranges = new RangeReader(report);
        this.texts = texts;
    }

    /** Returns the condition a cell means, or reports why it means none; blank means any value. */
    Optional<Cell> read(Field field, String written, Position at) {
        Origin origin = new Origin(at, written);
        if (written.isEmpty()) {
            return Optional.of(new Cell(List.of(), false, origin));
        }
        if (!CellChecks.pass(written, at, report)) {
            return Optional.empty();
        }
        if (Words.isAny(written)) {
            report.notice(
                    "any-word",
                    at,
                    say("「" + written + "」を「何でもよい」と読みました。", "Read \"" + written + "\" as any value."),
                    say("何でもよい欄は空欄にできます。", "A blank cell means any value."));
            return Optional.of(new Cell(List.of(), false, origin));
        }
        return written(field, written, origin);
    }

    private Optional<Cell> written(Field field, String written, Origin origin) {
        Position at = origin.at();
        boolean otherThan = written.endsWith(OTHER_THAN);
        boolean negated = otherThan || written.startsWith("!") || written.startsWith("！");
        String text = otherThan
                ? written.substring(0, written.length() - OTHER_THAN.length()).strip()
                : written.substring(negated ? 1 : 0).strip();
        if (negated && !otherThan && alternatives(field, text).length > 1) {
            report.error(
                    "ambiguous-not",
                    at,
                    say("「" + written + "」は2通りに読めます。", "\"" + written + "\" can be read in two ways."),
                    say("「A|B以外」（AでもBでもない）の形で書いてください。", "For neither A nor B write A|B以外."));
            return Optional.empty();
        }
        Optional<List<Part>> parts = parts(field, text, at);
        if (negated && text.isEmpty()) {
            report.error(
                    "empty-alternative",
                    at,
                    say("「以外」の前に値がありません。", "There is no value to exclude."),
                    say("「更新以外」のように書いてください。", "Write it like !RENEWAL."));
            return Optional.empty();
        }
        return parts.map(list -> new Cell(list, negated, origin));
    }

    private Optional<List<Part>> parts(Field field, String text, Position at) {
        List<Part> parts = new ArrayList<>();
        boolean whole = true;
        for (String alternative : alternatives(field, text)) {
            Optional<Part> part = part(field, alternative.strip(), at);
            whole &= part.isPresent();
            part.ifPresent(parts::add);
        }
        return whole ? Optional.of(parts) : Optional.empty();
    }

    private static String[] alternatives(Field field, String text) {
        return switch (field.type()) {
            case TEXT, TEXT_SET -> text.split("[|｜]", -1);
            case NUMBER, DATE, BOOLEAN, ENUM -> ALTERNATIVE.split(text, -1);
        };
    }

    private Optional<Part> part(Field field, String text, Position at) {
        if (text.isEmpty()) {
            report.error(
                    "empty-alternative",
                    at,
                    say("「|」の片側が空です。", "One side of \"|\" is empty."),
                    say("「|」を消すか、値を書いてください。", "Delete the \"|\" or write a value."));
            return Optional.empty();
        }
        if (Words.isUnknown(text)) {
            return Optional.of(new IsNull());
        }
        if (Words.isKnown(text)) {
            return Optional.of(new IsKnown());
        }
        boolean saysFlag = field.type() == ValueType.BOOLEAN && Words.flag(text).isPresent();
        if (Words.isUnclear(text) && !saysFlag) {
            unclear(text, at);
            return Optional.empty();
        }
        return switch (field.type()) {
            case NUMBER -> {
                CellChecks.sayNarrowed(text, at, report);
                yield ranges.read(field, text, at);
            }
            case BOOLEAN -> flag(text, at);
            case ENUM -> name(field, text, at);
            case TEXT, TEXT_SET -> Optional.of(new Value(texts.applyAsInt(unquoted(text))));
            case DATE -> date(field, text, at);
        };
    }

    private void unclear(String text, Position at) {
        report.error(
                "unclear-word",
                at,
                say("「" + text + "」が何を意味するか決められません。", "It is not clear what \"" + text + "\" means here."),
                say(
                        "値が分からない行なら「不明」、何でもよい行なら空欄、そうでなければ値そのものを書いてください。",
                        "Write unknown for a missing value, leave the cell blank for any value, or write the value"
                                + " itself."));
    }

    private Optional<Part> flag(String text, Position at) {
        Optional<Part> part = Words.flag(text).map(yes -> new Value(yes ? 1 : 0));
        if (part.isEmpty()) {
            report.error(
                    "not-a-flag",
                    at,
                    say("「" + text + "」は「はい」か「いいえ」ではありません。", "\"" + text + "\" is neither yes nor no."),
                    say("はい・いいえ、○・×、有・無、true・false のどれかで書いてください。", "Write yes or no, or true or false."));
        }
        return part;
    }

    private Optional<Part> name(Field field, String text, Position at) {
        EnumType type = Objects.requireNonNull(field.enumType());
        Optional<Part> part = Words.ordinal(type, text).map(ordinal -> new Value(ordinal));
        if (part.isEmpty()) {
            report.error(
                    "unknown-value",
                    at,
                    say(
                            "「" + text + "」は「" + field.labelJa() + "」の値ではありません。",
                            "\"" + text + "\" is not a value of \"" + field.labelEn() + "\"."),
                    Hint.of(text, Words.spellings(type)));
        }
        return part;
    }

    private Optional<Part> date(Field field, String text, Position at) {
        List<String> days = FieldRegister.dayNames(field.name());
        report.error(
                "date-in-table",
                at,
                say(
                        "日付「" + Widths.narrow(text) + "」を直接は比べられません。",
                        "The date \"" + text + "\" cannot be compared directly."),
                say(
                        "見出しを「" + field.labelJa() + "からの日数」か「" + field.labelJa() + "までの日数」にして、日数で書いてください。",
                        "Use the heading " + days.get(0) + " or " + days.get(1) + " and write days."));
        return Optional.empty();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
