package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one mapping, asked for one by one. {@link #end} reports every key nobody asked for with the nearest one
 * somebody did.
 */
final class Entries {

    private final Report report;
    private final Position at;
    private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Entries(@Nullable Yaml yaml, Position at, Report report) {
        this.report = report;
        this.at = at;
        if (yaml instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
        }
    }

    /** Returns the entries of a mapping; anything else is reported and gives none. */
    static Entries of(Yaml yaml, Report report) {
        boolean nothing = yaml instanceof Yaml.Scalar scalar && scalar.isNull();
        if (!(yaml instanceof Yaml.Mapping) && !nothing) {
            report.error(
                    "wrong-type",
                    yaml.at(),
                    say("ここには「キー: 値」の並びが必要です。", "A list of \"key: value\" is needed here."),
                    say("1行に1つずつ、字下げして書いてください。", "Write one to a line, indented."));
        }
        return new Entries(yaml, yaml.at(), report);
    }

    /** Returns entries that are all missing. */
    static Entries none(Position at, Report report) {
        return new Entries(null, at, report);
    }

    /** Returns where the mapping begins. */
    Position at() {
        return at;
    }

    /** Returns every entry, for mappings whose keys are names the author chooses. */
    List<Yaml.Entry> all() {
        asked.addAll(entries.keySet());
        return new ArrayList<>(entries.values());
    }

    /** Returns whether the key is written. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Returns the value of a key unless it is missing or empty. */
    Optional<Yaml> value(String key) {
        asked.add(key);
        Yaml.Entry entry = entries.get(key);
        if (entry == null || (entry.value() instanceof Yaml.Scalar scalar && scalar.isNull())) {
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    /** Returns the value of a key, reporting an error when it is missing. */
    Optional<Yaml> required(String key) {
        Optional<Yaml> value = value(key);
        if (value.isEmpty()) {
            Yaml.Entry entry = entries.get(key);
            report.error(
                    "missing-key",
                    entry == null ? at : entry.keyAt(),
                    say("「" + key + "」がありません。", "\"" + key + "\" is missing."),
                    say("「" + key + ": …」を書き加えてください。", "Add \"" + key + ": …\"."));
        }
        return value;
    }

    /** Returns a nested mapping; missing gives an empty one. */
    Entries mapping(String key) {
        return value(key).map(yaml -> of(yaml, report)).orElseGet(() -> none(at, report));
    }

    /** Returns a text; missing gives the other one. */
    String text(String key, String otherwise) {
        return value(key).flatMap(this::text).orElse(otherwise);
    }

    /** Returns a text, reporting an error and giving an empty one when it is missing. */
    String requiredText(String key) {
        return required(key).flatMap(this::text).orElse("");
    }

    /** Returns a scalar's text. */
    Optional<String> text(Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar) {
            return Optional.of(scalar.text().strip());
        }
        report.error(
                "wrong-type",
                yaml.at(),
                say("ここには1つの値が必要です。", "A single value is needed here."),
                say("一覧や入れ子にせず、値を1つだけ書いてください。", "Write one value, not a list or a mapping."));
        return Optional.empty();
    }

    /** Returns the place of a key's value, or of the mapping when it is missing. */
    Position place(String key) {
        Yaml.Entry entry = entries.get(key);
        return entry == null ? at : entry.value().at();
    }

    /** Reports every key nobody asked for. */
    void end() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                report.error(
                        "unknown-key",
                        entry.keyAt(),
                        say("「" + key + "」という項目はありません。", "There is no entry \"" + key + "\" here."),
                        Hint.of(key, asked));
            }
        });
    }
}
