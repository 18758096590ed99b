package io.shirube.io.map;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.model.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a mapping says about columns. */
final class ColumnReader {

    static final Set<String> KEYS = Set.of(
            "heading",
            "type",
            "unit",
            "words",
            "otherWords",
            "fillDown",
            "day",
            "relativeTo",
            "knownOn",
            "digits",
            "optional");
    private static final Set<String> TYPES = Set.of("text", "company", "number", "date", "boolean");
    private static final Set<String> UNKNOWN = Set.of("unknown", "不明", "notApplicable", "対象外");
    private static final int LONGEST_CODE = 40;

    private final Names names;
    private final Report report;

    ColumnReader(Names names, Report report) {
        this.names = names;
        this.report = report;
    }

    /** Reads one column of a table: {@code name: heading} or {@code name: {heading: …}}. */
    ColumnSpec column(Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Scalar heading) {
            int number = names.add(entry.key(), Type.TEXT);
            String wanted = heading.isNull() ? entry.key() : heading.text();
            return plain(entry.key(), number, Headings.fold(wanted), entry.keyAt());
        }
        Section section = Section.of(entry.value(), KEYS, report);
        return spec(entry.key(), Headings.fold(section.text("heading").orElse(entry.key())), section, entry.keyAt());
    }

    private static ColumnSpec plain(String name, int number, String heading, Position at) {
        return new ColumnSpec(
                name, number, Type.TEXT, heading, false, null, Map.of(), false, false, null, -1, -1, 0, false, at);
    }

    /** Reads how cells are read. */
    ColumnSpec spec(String name, String heading, Section section, Position at) {
        String word = section.word("type", TYPES).orElse("text");
        Type type = switch (word) {
            case "number" -> Type.NUMBER;
            case "date" -> Type.DATE;
            case "boolean" -> Type.BOOLEAN;
            default -> Type.TEXT;
        };
        int relativeTo = place(section, "relativeTo");
        int number = names.add(name, type);
        Map<String, ColumnSpec.Word> words = new HashMap<>();
        section.get("words").ifPresent(yaml -> words(yaml, type, words));
        boolean strict = type == Type.TEXT
                && !words.isEmpty()
                && section.word("otherWords", Set.of("refuse", "keep"))
                        .filter("keep"::equals)
                        .isEmpty();
        return new ColumnSpec(
                name,
                number,
                type,
                heading,
                word.equals("company"),
                unit(section).orElse(null),
                words,
                strict,
                section.flag("fillDown"),
                section.word("day", Set.of("first", "last"))
                        .map(day -> day.equals("first") ? DateText.MonthDay.FIRST : DateText.MonthDay.LAST)
                        .orElse(null),
                relativeTo,
                place(section, "knownOn"),
                section.whole("digits", 1, LONGEST_CODE),
                section.flag("optional"),
                at);
    }

    private Optional<String> unit(Section section) {
        Optional<String> unit =
                section.text("unit").map(text -> Widths.narrow(text).strip());
        if (unit.isPresent() && Units.worth(unit.get()).isEmpty()) {
            report.error(
                    "unknown-unit",
                    section.at("unit"),
                    say("単位「" + unit.get() + "」は分かりません。", "The unit \"" + unit.get() + "\" is not known."),
                    Hint.of(unit.get(), new TreeSet<>(Units.words())));
            return Optional.empty();
        }
        return unit;
    }

    /** Returns the place of a day that must stand further up, or is the column itself for knownOn. */
    private int place(Section section, String key) {
        Optional<String> name = section.text(key);
        if (name.isEmpty()) {
            return -1;
        }
        Optional<Expr.Column> column = names.find(name.get()).filter(found -> found.type() == Type.DATE);
        if (column.isEmpty()) {
            report.error(
                    "unknown-column",
                    section.at(key),
                    say(
                            "「" + name.get() + "」という日付の列が、この列より上にありません。",
                            "No date column \"" + name.get() + "\" stands above."),
                    Hint.of(name.get(), new LinkedHashSet<>(names.words())));
            return -1;
        }
        return column.get().number();
    }

    private void words(Yaml yaml, Type type, Map<String, ColumnSpec.Word> words) {
        if (!(yaml instanceof Yaml.Mapping mapping)) {
            report.error(
                    "shape",
                    yaml.at(),
                    say("words には「語: 意味」を書きます。", "words must be words with meanings."),
                    say("例: {○: true, △: false}", "For example {○: true, △: false}"));
            return;
        }
        for (Yaml.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Yaml.Scalar scalar) {
                Optional<ColumnSpec.Word> word = word(scalar, type);
                word.ifPresent(meaning -> words.put(Headings.fold(entry.key()), meaning));
                if (word.isEmpty()) {
                    report.error(
                            "word-type",
                            scalar.at(),
                            say(
                                    "「" + scalar.text() + "」は" + type.label().ja() + "ではありません。",
                                    "\"" + scalar.text() + "\" is no "
                                            + type.label().en() + "."),
                            say("列の type に合う値か unknown を書いてください。", "Write a value of the column's type, or unknown."));
                }
            }
        }
    }

    private static Optional<ColumnSpec.Word> word(Yaml.Scalar scalar, Type type) {
        String text = scalar.text();
        if (scalar.isNull() || UNKNOWN.contains(text)) {
            return Optional.of(new ColumnSpec.Word(null));
        }
        return switch (type) {
            case TEXT, NOTHING -> Optional.of(new ColumnSpec.Word(text));
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(new ColumnSpec.Word(Boolean.valueOf(text)))
                        : Optional.empty();
            case NUMBER ->
                text.matches("-?\\d{1,15}(\\.\\d{1,15})?")
                        ? Optional.of(new ColumnSpec.Word(new BigDecimal(text)))
                        : Optional.empty();
            case DATE ->
                text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])")
                        ? Optional.of(new ColumnSpec.Word(LocalDate.parse(text)))
                        : Optional.empty();
        };
    }
}
