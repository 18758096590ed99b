package io.shirube.engine.simulate;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.catalogue.YamlReader;
import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario file says.
 *
 * @param title what it is called
 * @param set values of settings by their names
 * @param drift what is added to a signal every month, by its name
 */
public record Scenario(Text title, Map<String, String> set, Map<String, Double> drift) {

    private static final List<String> KEYS = List.of("ja", "en", "set", "drift");

    public Scenario {
        set = new LinkedHashMap<>(set);
        drift = new LinkedHashMap<>(drift);
    }

    /** No scenario: nothing is set. */
    public static final Scenario NONE = new Scenario(new Text("", ""), Map.of(), Map.of());

    /**
     * What came of reading a file.
     *
     * @param scenario null if and only if a finding is an error
     */
    public record Read(@Nullable Scenario scenario, List<Finding> findings) {}

    /** Reads a scenario file; whatever the bytes are, it answers with findings and never throws. */
    public static Read read(String file, byte[] bytes) {
        Report report = new Report();
        Yaml root = Encodings.read(file, bytes, report)
                .flatMap(text -> YamlReader.read(file, text, report))
                .orElse(null);
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> set = new LinkedHashMap<>();
        Map<String, Double> drift = new LinkedHashMap<>();
        if (root instanceof Yaml.Mapping mapping) {
            for (Yaml.Entry entry : mapping.entries()) {
                switch (entry.key()) {
                    case "ja", "en" -> texts.put(entry.key(), scalar(entry, report));
                    case "set" -> values(entry, report).forEach(set::put);
                    case "drift" ->
                        values(entry, report).forEach((name, value) -> drift(entry, name, value, drift, report));
                    default ->
                        report.error(
                                "unknown-key",
                                entry.keyAt(),
                                new Text(
                                        "「" + entry.key() + "」という項目はありません。",
                                        "There is no entry \"" + entry.key() + "\"."),
                                Hint.of(entry.key(), KEYS));
                }
            }
        } else if (!report.hasErrors()) {
            report.error(
                    "empty-scenario",
                    Position.inText(file, 1, 1),
                    new Text("シナリオがありません。", "There is no scenario here."),
                    new Text("set: の下に 設定名: 値 を書いてください。", "Write NAME: VALUE below set:."));
        }
        Text title = new Text(texts.getOrDefault("ja", ""), texts.getOrDefault("en", ""));
        return new Read(report.hasErrors() ? null : new Scenario(title, set, drift), report.findings());
    }

    private static Map<String, String> values(Yaml.Entry entry, Report report) {
        Map<String, String> values = new LinkedHashMap<>();
        if (entry.value() instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach(one -> values.put(one.key(), scalar(one, report)));
        } else {
            wrong(entry, report);
        }
        return values;
    }

    private static String scalar(Yaml.Entry entry, Report report) {
        if (entry.value() instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        wrong(entry, report);
        return "";
    }

    private static void drift(Yaml.Entry entry, String name, String value, Map<String, Double> drift, Report report) {
        try {
            drift.put(name, Double.parseDouble(value));
        } catch (NumberFormatException notANumber) {
            wrong(entry, report);
        }
    }

    private static void wrong(Yaml.Entry entry, Report report) {
        report.error(
                "wrong-value",
                entry.keyAt(),
                new Text("「" + entry.key() + "」の書き方が違います。", "\"" + entry.key() + "\" is written otherwise."),
                new Text(
                        "ja と en は文、set は 設定名: 値、drift は シグナル名: 1か月に足す数 です。",
                        "ja and en are sentences, set is NAME: VALUE, drift is SIGNAL: number added a month."));
    }
}
