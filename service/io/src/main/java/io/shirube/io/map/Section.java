package io.shirube.io.map;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A part of a mapping with a closed set of keys; what does not fit is reported where it stands. */
final class Section {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,59}");

    private final Map<String, Yaml.Entry> entries = new HashMap<>();
    private final Report report;
    private final Position at;

    private Section(Report report, Position at) {
        this.report = report;
        this.at = at;
    }

    /** Returns the part with those keys; others are reported and left out. */
    static Section of(Yaml yaml, Set<String> known, Report report) {
        Section section = new Section(report, yaml.at());
        if (yaml instanceof Yaml.Mapping mapping) {
            for (Yaml.Entry entry : mapping.entries()) {
                if (known.contains(entry.key())) {
                    section.entries.put(entry.key(), entry);
                } else {
                    report.error(
                            "unknown-key",
                            entry.keyAt(),
                            say("「" + entry.key() + "」というキーはありません。", "There is no key \"" + entry.key() + "\"."),
                            Hint.of(entry.key(), new TreeSet<>(known)));
                }
            }
        } else {
            wrong(report, yaml.at(), "「キー: 値」の並び", "keys with values");
        }
        return section;
    }

    /** Returns the entries of a part whose keys are names that the author chose. */
    static List<Yaml.Entry> named(Yaml yaml, Report report) {
        if (!(yaml instanceof Yaml.Mapping mapping)) {
            wrong(report, yaml.at(), "「名前: 値」の並び", "names with values");
            return List.of();
        }
        List<Yaml.Entry> good = new ArrayList<>();
        for (Yaml.Entry entry : mapping.entries()) {
            if (NAME.matcher(entry.key()).matches()) {
                good.add(entry);
            } else {
                report.error(
                        "name",
                        entry.keyAt(),
                        say("「" + entry.key() + "」は名前に使えません。", "\"" + entry.key() + "\" cannot be a name."),
                        say("文字、数字、_ だけを使い、文字で始めてください。", "Use letters, digits and _, beginning with a letter."));
            }
        }
        return good;
    }

    private static void wrong(Report report, Position at, String ja, String en) {
        report.error(
                "shape",
                at,
                say("ここには" + ja + "を書きます。", "This must be " + en + "."),
                say("書き方の例は fixtures/mappings にあります。", "See fixtures/mappings for examples."));
    }

    Position at() {
        return at;
    }

    Position at(String key) {
        Yaml.Entry entry = entries.get(key);
        return entry == null ? at : entry.value().at();
    }

    Optional<Yaml> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Yaml.Entry::value);
    }

    Optional<String> text(String key) {
        Optional<Yaml> value = get(key);
        if (value.isPresent() && !(value.get() instanceof Yaml.Scalar)) {
            wrong(report, value.get().at(), "1つの値", "one value");
        }
        return value.filter(Yaml.Scalar.class::isInstance)
                .map(Yaml.Scalar.class::cast)
                .filter(scalar -> !scalar.isNull())
                .map(Yaml.Scalar::text);
    }

    String required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && get(key).isEmpty()) {
            report.error(
                    "missing-key",
                    at,
                    say("「" + key + "」がありません。", "\"" + key + "\" is missing."),
                    say(key + ": … を書いてください。", "Write " + key + ": …"));
        }
        return text.orElse("");
    }

    boolean flag(String key) {
        Optional<String> text = text(key);
        text.filter(word -> !word.equals("true") && !word.equals("false"))
                .ifPresent(word -> wrong(report, at(key), " true か false ", "true or false"));
        return text.filter("true"::equals).isPresent();
    }

    /** Returns one of some words. */
    Optional<String> word(String key, Set<String> words) {
        Optional<String> text = text(key);
        if (text.isPresent() && !words.contains(text.get())) {
            report.error(
                    "unknown-word",
                    at(key),
                    say("「" + text.get() + "」は使えません。", "\"" + text.get() + "\" cannot stand here."),
                    Hint.of(text.get(), new TreeSet<>(words)));
            return Optional.empty();
        }
        return text;
    }

    /** Returns a whole number of a range, or 0. */
    int whole(String key, int least, int most) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.get().matches("\\d{1,6}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(report, at(key), least + "〜" + most + "の整数", "a whole number from " + least + " to " + most);
        return 0;
    }

    /** Returns days such as 30d, or 0. */
    int days(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() || text.get().equals("all")) {
            return 0;
        }
        if (text.get().matches("[1-9]\\d{0,4}d")) {
            return Integer.parseInt(text.get().substring(0, text.get().length() - 1));
        }
        wrong(report, at(key), "30d のような日数", "days such as 30d");
        return 0;
    }

    /** Returns an expression, if there is one and it can be read. */
    Optional<Expr> expression(String key, Names names) {
        return text(key).flatMap(text -> ExprParser.read(text, names, report, at(key)));
    }
}
