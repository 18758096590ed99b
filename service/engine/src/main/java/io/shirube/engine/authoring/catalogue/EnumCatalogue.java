package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.EnumType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The enums of a ruleset: the built-in ones, those under {@code enums:}, and those a field lists beside its type. */
final class EnumCatalogue {

    private static final int MOST_VALUES = 1000;

    private final Report report;
    private final CatalogueNames names;
    private final Map<String, EnumType> enums = new LinkedHashMap<>();

    EnumCatalogue(Collection<EnumType> builtIn, CatalogueNames names, Report report) {
        this.report = report;
        this.names = names;
        builtIn.forEach(type -> enums.put(type.name(), type));
    }

    /** Reads the {@code enums:} of signals.yml. */
    void read(Entries entries) {
        for (Yaml.Entry entry : entries.all()) {
            Entries type = Entries.of(entry.value(), report);
            if (names.type(entry.key(), entry.keyAt())) {
                declare(entry.key(), entry.keyAt(), type);
            }
            type.end();
        }
    }

    /** Reads {@code values:}, {@code ja:} and {@code en:} of an enum and adds it under a name. */
    Optional<EnumType> declare(String name, Position at, Entries entries) {
        List<String> values = values(entries);
        Map<String, String> ja = labels(entries.mapping("ja"), values);
        Map<String, String> en = labels(entries.mapping("en"), values);
        return values.isEmpty() ? Optional.empty() : add(new EnumType(name, values, ja, en), at);
    }

    /** Adds the enum that a field lists beside its own type, named after the field; labels may stand under {@code labels:}. */
    Optional<EnumType> inline(String field, Position at, Entries entries) {
        String name = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        List<String> values = values(entries);
        Entries labels = entries.mapping("labels");
        Map<String, String> ja = labels(labels.mapping("ja"), values);
        Map<String, String> en = labels(labels.mapping("en"), values);
        labels.end();
        return values.isEmpty() ? Optional.empty() : add(new EnumType(name, values, ja, en), at);
    }

    Optional<EnumType> find(String name) {
        return Optional.ofNullable(enums.get(name));
    }

    Collection<String> typeNames() {
        return enums.keySet();
    }

    List<EnumType> all() {
        return List.copyOf(enums.values());
    }

    private Optional<EnumType> add(EnumType type, Position at) {
        if (enums.putIfAbsent(type.name(), type) != null) {
            report.error(
                    "duplicate-name",
                    at,
                    say(
                            "「" + type.name() + "」という選択肢の型はすでにあります。",
                            "There is already a list of names called \"" + type.name() + "\"."),
                    say("別の名前にしてください。", "Choose another name."));
            return Optional.empty();
        }
        return Optional.of(type);
    }

    private List<String> values(Entries entries) {
        Optional<Yaml> yaml = entries.required("values");
        if (yaml.isEmpty()) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (Yaml item : new Values(report).items(yaml.get())) {
            String value = Values.written(item);
            if (!names.value(value, item.at())) {
                continue;
            }
            if (values.contains(value)) {
                report.error(
                        "duplicate-name",
                        item.at(),
                        say("「" + value + "」が2回書かれています。", "\"" + value + "\" is written twice."),
                        say("どちらか一方を消してください。", "Delete one of the two."));
                continue;
            }
            values.add(value);
        }
        if (values.size() > MOST_VALUES) {
            report.error(
                    "too-many",
                    yaml.get().at(),
                    say(
                            "選択肢が多すぎます（上限" + MOST_VALUES + "個）。",
                            "There are too many names (at most " + MOST_VALUES + ")."),
                    say("type: text を使ってください。", "Use type: text."));
            return List.of();
        }
        return values;
    }

    private Map<String, String> labels(Entries entries, List<String> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Yaml.Entry entry : entries.all()) {
            if (values.contains(entry.key())) {
                entries.text(entry.value()).ifPresent(label -> labels.put(entry.key(), label));
            } else {
                report.error(
                        "unknown-key",
                        entry.keyAt(),
                        say(
                                "「" + entry.key() + "」は values にありません。",
                                "\"" + entry.key() + "\" is not among the values."),
                        Hint.of(entry.key(), values));
            }
        }
        return labels;
    }
}
